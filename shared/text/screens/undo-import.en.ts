/** An import that is taken back. */
export const undoImportEn = {
  done_one: '{{number}} imported attempt was taken back.',
  done_other: '{{number}} imported attempts were taken back.',
  doneCases_one: '{{number}} imported case was taken back.',
  doneCases_other: '{{number}} imported cases were taken back.',
  kept_one: '{{number}} that was changed since stays as it is.',
  kept_other: '{{number}} that were changed since stay as they are.',
  rest: 'Undo the rest',
  undoing: 'Taking the import back …',
  cancelled: 'The import was not taken back. Nothing was changed.',
} as const
