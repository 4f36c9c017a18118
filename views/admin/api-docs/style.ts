/** What the reference of the API needs beside the site's own stylesheet. */
export const apiDocsStyle = `
.api-docs .card { margin-block: 1rem; }
.api-docs h3 { margin-block: 0 .5rem; }
.api-docs .route { font-weight: 600; overflow-wrap: anywhere; }
.api-docs details { margin-block: .5rem; }
.api-docs summary { cursor: pointer; padding-block: .35rem; }
.api-docs .table { width: 100%; margin-block: .75rem; }
.api-docs td p { margin: 0 0 .35rem; }
.code { overflow: auto; max-height: 30rem; margin: .35rem 0; padding: .75rem; border: 1px solid var(--line); border-radius: .35rem; background: var(--paper); font-size: .875rem; line-height: 1.45; }
.code pre { margin: 0; padding: 0; border: 0; background: none; overflow: visible; max-height: none; }
`;
