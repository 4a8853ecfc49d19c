/** What the shell itself says, outside the interface: the menu, system dialogs, refusals. */
export const menuText = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  help: 'Help',
  essay: 'Is AI Progress Slowing Down? (essay behind Nines)',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  reload: 'Reload',
  developerTools: 'Developer Tools',
  minimize: 'Minimize',
  zoomWindow: 'Zoom',
  close: 'Close',
  quit: 'Quit',
  about: 'About Nines',
} as const

export const shellText = {
  senderRefused: 'This request did not come from the Nines window. Nothing was changed.',
  operationNotNamed: 'The request does not name an operation. Nothing was changed.',
  requestIdTaken: 'A request of the same name is still running. Nothing was changed.',
  cannotStart: 'Nines cannot start',
  unexpectedStart: (logFile: string) =>
    `Something went wrong that Nines did not expect. Your workspace was not changed. Details: ${logFile}`,
  crashed: 'The window stopped working',
  crashedDetail: 'Everything you logged is saved. Reload the window to go on.',
  reload: 'Reload',
  quit: 'Quit',
  stillSaving: 'Attempts are still being saved',
  stillSavingDetail: 'Those that are not saved yet are lost if you leave now.',
  stay: 'Stay',
  leave: 'Leave',
  stopped: 'Nines has to close',
  stoppedDetail: (logFile: string) =>
    `Something went wrong that Nines did not expect. Everything you logged is saved. Details: ${logFile}`,
  downloadFailed: 'The file was not saved',
  downloadFailedDetail: (fileName: string) =>
    `${fileName} could not be written. Check that the disk has room and the folder can be written to, then save it again.`,
  printFailed:
    'The report could not be turned into a PDF. Nothing was written. Try again, or save it as HTML.',
  printTookTooLong:
    'Turning the report into a PDF took longer than two minutes and was stopped. Nothing was written. Save it as HTML instead.',
} as const
