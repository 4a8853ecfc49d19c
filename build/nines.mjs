#!/usr/bin/env node
/** The command line from a checkout: `npx nines …`. Installs and builds what is missing, then runs it. */
import { buildWhenStale, installDependencies } from './prepare.mjs'
import { runNines } from './run-nines.mjs'

installDependencies()
buildWhenStale()
await runNines(process.argv.slice(2))
