/**
 * Prints the browser that Nines would use, or what to do to get one and exit code 1. Runs on the project's Node,
 * which reads TypeScript: so there is one list of browsers, that of the program.
 */
import { findBrowser, howToGetBrowser } from '../main/hosting/chromium/find.ts'

const browser = findBrowser()
process.stdout.write(browser ?? howToGetBrowser())
process.exitCode = browser === null ? 1 : 0
