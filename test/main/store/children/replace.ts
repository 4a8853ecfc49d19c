import { openWorkspace } from '../../../../main/store/workspace.ts'
import { ExpectedFailure } from '../../../../shared/domain/failure.ts'

/** Replaces what a workspace holds, and says in a line what came of it. */
const [file = '', source = ''] = process.argv.slice(2)
const workspace = openWorkspace(file)
try {
  await workspace.replaceBy(source)
  process.stdout.write('replaced\n')
} catch (error) {
  process.stdout.write(`${error instanceof ExpectedFailure ? error.code : String(error)}\n`)
} finally {
  workspace.close()
}
