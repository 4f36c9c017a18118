/** Domains that are set aside for examples (RFC 2606): no mail to them ever arrives. */
const EXAMPLE_DOMAIN = /(^|[@./])([\w-]+\.example|example\.(org|com|net))(?=$|[/:])/i;

/** Whether an address, a host or a domain can be nobody's. */
export const isExample = (text: string): boolean => EXAMPLE_DOMAIN.test(text);
