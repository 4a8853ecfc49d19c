#!/usr/bin/env node
/** The command line from a checkout: `npx nines …`. Installs and builds what is missing, then runs it. */
import { endWithNpm } from './follow-parent.mjs'
import { buildWhenStale, installDependencies } from './prepare.mjs'
import { runNines } from './run-nines.mjs'

endWithNpm()
installDependencies()
buildWhenStale()
await runNines(process.argv.slice(2))
