/**
 * How every host prints a report. Page size and margins are the report's own; tags and outline make the PDF
 * readable aloud and navigable. The names are those of Chromium's `Page.printToPDF` and of Electron alike.
 */
export const printOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

export const longestPrintMs = 120_000
