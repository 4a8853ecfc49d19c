import { readNames } from '../../../../main/store/names.ts'
import { renewRollUp } from '../../../../main/store/roll-ups.ts'
import { trialInserter } from '../../../../main/store/trials.ts'
import { openWorkspace } from '../../../../main/store/workspace.ts'
import { addTask, loggedAt } from '../../../helpers/workspace.ts'

/** Logs trials one by one, says so of each, then stops in the middle of a large transaction. */
const [file = '', given = '1'] = process.argv.slice(2)
const { queries } = openWorkspace(file)
const task = addTask(queries, { name: 'refunds', plannedRepeats: 1 })
const names = readNames(queries, task.id)
const insert = trialInserter(queries)

function log(label: string, note: string): void {
  const address = {
    taskId: task.id,
    configurationId: names.configurationId('base'),
    caseId: names.caseId(label),
    repeat: 1,
  }
  insert(address, { configuration: 'base', case: label, repeat: 1, outcome: 'pass', note }, loggedAt)
  renewRollUp(queries, address, 1)
}

for (let index = 1; index <= Number(given); index += 1) {
  queries.transaction(() => log(`kept ${index}`, ''))
  process.stdout.write(`logged ${index}\n`)
}
queries.transaction(() => {
  // More than SQLite keeps in memory: part of this stands in the log when the process dies.
  for (let index = 1; index <= 3000; index += 1) log(`lost ${index}`, 'x'.repeat(8000))
  process.stdout.write('in the middle\n')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})
