/**
 * What a report may load, whoever opens it: its styles, fonts and pictures are inside, no script runs and
 * nothing is fetched.
 */
export const documentPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
