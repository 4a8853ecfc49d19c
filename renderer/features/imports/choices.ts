import type { Input } from '../../../shared/contract/contract.ts'
import { importField, type ImportField, type RememberedImport } from '../../../shared/domain/import.ts'
import type { TaskSummary } from '../../../shared/domain/task.ts'
import type { ImportContent } from './read-file.ts'

/** What a person decides about a file before it is imported. */
export interface ImportChoices {
  /** Null: a new task, named below. */
  readonly task: string | null
  readonly newTask: string
  /** Column → field, null: left out; columns that are not here are read as recognised. */
  readonly columns: Readonly<Record<string, ImportField | null>>
  readonly configuration: string
  readonly passMark: number | null
  readonly skipBadRows: boolean
}

export function noChoices(task: string | null, fileName: string): ImportChoices {
  return {
    task,
    newTask: fileName.replace(/\.\w+$/u, ''),
    columns: {},
    configuration: '',
    passMark: null,
    skipBadRows: false,
  }
}

/** The same choices, with what was decided about the last file of this kind. */
export function withRemembered(choices: ImportChoices, found: RememberedImport): ImportChoices {
  const columns: Record<string, ImportField | null> = {}
  for (const [field, column] of Object.entries(found.mapping)) columns[column] = importField.parse(field)
  for (const column of found.ignoreColumns) columns[column] = null
  return {
    ...choices,
    columns,
    configuration: found.configuration ?? '',
    passMark: found.passMark,
  }
}

/** The task the file goes into; null while a new one has no name. */
export function targetOf(choices: ImportChoices): string | null {
  const name = (choices.task ?? choices.newTask).trim()
  return name === '' ? null : name
}

/** What makes one preview differ from another; the name of a task that is yet to be made does not. */
export function previewKey(
  content: Pick<ImportContent, 'id'>,
  choices: ImportChoices,
  knownTasks: readonly Pick<TaskSummary, 'name' | 'trials'>[],
): readonly unknown[] {
  const { columns, passMark, skipBadRows } = choices
  const target = targetOf(choices)
  // What is there already changes with the attempts of the task the file goes into, and with no others.
  const into = knownTasks.find(({ name }) => name === target) ?? null
  const known = into === null ? null : { name: into.name, trials: into.trials }
  return ['import.preview', content.id, known, columns, choices.configuration.trim(), passMark, skipBadRows]
}

/** The request these choices stand for; a task that is not there yet is created with the import. */
export function toRequest(
  { fileName, contentBase64 }: Pick<ImportContent, 'fileName' | 'contentBase64'>,
  choices: ImportChoices,
  knownTasks: readonly string[],
): Input<'import.preview'> {
  const { columns, passMark } = choices
  const decided = Object.entries(columns)
  const mapping: Partial<Record<ImportField, string>> = {}
  for (const [column, field] of decided) if (field !== null) mapping[field] = column
  const task = targetOf(choices) ?? fileName
  const configuration = choices.configuration.trim()
  return {
    task,
    createTask: !knownTasks.includes(task),
    fileName,
    contentBase64,
    mapping,
    ignoreColumns: decided.filter(([, field]) => field === null).map(([column]) => column),
    skipBadRows: choices.skipBadRows,
    ...(configuration === '' ? {} : { configuration }),
    ...(passMark === null ? {} : { passMark }),
  }
}

/** The same choices with a column read as a field, which no other column may be then. */
export function withColumn(
  choices: ImportChoices,
  column: string,
  field: ImportField | null,
): ImportChoices['columns'] {
  const others = Object.entries(choices.columns).filter(([name, each]) => name !== column && each !== field)
  const freed = field === null ? Object.entries(choices.columns).filter(([name]) => name !== column) : others
  return Object.fromEntries([...freed, [column, field]])
}
