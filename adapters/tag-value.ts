// SES takes letters, digits, - and _ in a tag; anything else is written as _ and its code in four hex digits.
const OTHER = /[^A-Za-z0-9-]/g;

/** Any text as the value of an SES message tag. */
export const tagValue = (text: string): string =>
  text.replace(OTHER, (character) => `_${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The text a tag value was made of. */
export const readTagValue = (value: string): string =>
  value.replace(/_([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
