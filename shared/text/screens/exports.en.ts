/** Trials that leave as a file. */
export const exportsEn = {
  csv: 'Export trials as CSV…',
  jsonl: 'Export trials as JSONL…',
  menu: 'Export',
  item: {
    csv: 'All trials as CSV…',
    csvFor: 'for Excel and other spreadsheets',
    jsonl: 'All trials as JSONL…',
    jsonlFor: 'for scripts and analysis tools',
  },
  exporting: 'Exporting trials …',
  exported_one: '{{number}} trial was exported to {{file}}. An import takes it back without loss.',
  exported_other: '{{number}} trials were exported to {{file}}. An import takes them back without loss.',
  cancelled: 'The export was cancelled. Nothing was saved.',
} as const
