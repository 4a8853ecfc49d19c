/** The preview of the report. */
export const reportEn = {
  lead: 'The report, as a reader gets it.',
  about:
    'It stands alone: page 1 decides, the rest is what it rests on. A PDF has page numbers and bookmarks.',
  language: 'Language of the report',
  pdf: 'Save as PDF',
  html: 'Save as HTML',
  json: 'Save the assessment as JSON',
  saved: '{{fileName}} was saved.',
  preview: 'Preview of the report',
  emptyTitle: 'There is nothing to report yet.',
  emptyText: 'The report appears here with the first logged attempt.',
} as const
