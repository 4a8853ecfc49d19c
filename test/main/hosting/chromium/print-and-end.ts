/**
 * A program of its own for the tests of how a browser ends with the program: started with what to do, the
 * browser to use and where to say that it runs.
 */
import { createChromiumPrinter } from '../../../../main/hosting/chromium/print.ts'

const [, , mode = '', browser = ''] = process.argv
const printer = createChromiumPrinter({ findBrowser: () => browser })
const report = '<!doctype html><p>x</p>'

function exitWhenTold(): void {
  process.stdin.once('data', () => process.exit(7))
}

switch (mode) {
  case 'print':
    process.stdout.write(`${(await printer.print(report)).length} bytes\n`)
    break
  case 'warm':
    printer.warm()
    break
  case 'exit while printing':
    exitWhenTold()
    process.stdout.write('printing\n')
    await printer.print(report.repeat(100_000))
    break
  case 'throw while printing':
    process.stdin.once('data', () => {
      throw new Error('a bug')
    })
    process.stdout.write('printing\n')
    await printer.print(report.repeat(100_000))
    break
  default:
    throw new Error(`unknown mode ${mode}`)
}
