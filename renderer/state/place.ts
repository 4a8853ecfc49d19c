import { caseOrders, type CaseSort } from '../../shared/domain/case.ts'
import { allCases, caseFilter, type CaseFilter } from '../../shared/domain/case-filter.ts'
import { type TaskTab, taskTabs } from '../../shared/commands/task-tabs.ts'
import { scopes, type Scope } from '../../shared/domain/task.ts'

export { type TaskTab, taskTabs }

/** What one looks at inside a task; null: what the task itself suggests. */
export interface TaskView {
  readonly configuration: string | null
  readonly level: string | null
  readonly scope: Scope | null
}

export type TaskPlace = {
  readonly screen: 'task'
  readonly task: string
  readonly tab: TaskTab
  /** Which cases are shown, where cases are. */
  readonly filter: CaseFilter
  readonly sort: CaseSort
  /** The one that is opened; null: they are all listed. */
  readonly case: string | null
} & TaskView

/** Every place of the window. It is written in the address, so that a reload comes back to it. */
export type Place =
  | { readonly screen: 'home' }
  | { readonly screen: 'new-task' }
  | { readonly screen: 'edit-task'; readonly task: string }
  | { readonly screen: 'import'; readonly task: string | null }
  | { readonly screen: 'settings' }
  | TaskPlace

export const home: Place = { screen: 'home' }

/** Where there is work to do comes first. */
export const worstFirst: CaseSort = { by: 'passes', descending: false }

/** @param filter only what differs from all cases */
export function taskPlace(
  task: string,
  tab: TaskTab,
  view: Partial<TaskView> = {},
  filter: Partial<CaseFilter> = {},
): TaskPlace {
  // Field by field: a whole place may be given as the view, and must not bring its task and tab along.
  const { configuration = null, level = null, scope = null } = view
  return {
    screen: 'task',
    task,
    tab,
    configuration,
    level,
    scope,
    filter: { ...allCases, ...filter },
    sort: worstFirst,
    case: null,
  }
}

/** The task that is on screen, whatever of it is shown; null elsewhere. */
export function taskOf(place: Place): string | null {
  return place.screen === 'task' || place.screen === 'edit-task' ? place.task : null
}

/** The same look at another tab of the task; a filter stays behind. */
export function tabPlace(place: TaskPlace, tab: TaskTab): TaskPlace {
  return taskPlace(place.task, tab, place)
}

function withQuery(path: string, values: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) if (value !== null) query.set(key, value)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** `cost`, or `-cost` for the most expensive first. */
function sortText({ by, descending }: CaseSort): string | null {
  if (by === worstFirst.by && descending === worstFirst.descending) return null
  return `${descending ? '-' : ''}${by}`
}

function sortIn(text: string | null): CaseSort {
  const descending = text?.startsWith('-') === true
  const by = caseOrders.find((each) => each === text?.slice(descending ? 1 : 0))
  return by === undefined ? worstFirst : { by, descending }
}

/** The address of a place, from `#` on. */
export function addressOf(place: Place): string {
  switch (place.screen) {
    case 'home':
      return '#/'
    case 'new-task':
      return '#/new-task'
    case 'edit-task':
      return `#/edit-task/${encodeURIComponent(place.task)}`
    case 'settings':
      return '#/settings'
    case 'import':
      return withQuery('#/import', { task: place.task })
    case 'task':
      return withQuery(`#/task/${encodeURIComponent(place.task)}/${place.tab}`, {
        configuration: place.configuration,
        level: place.level,
        scope: place.scope,
        ...Object.fromEntries(
          Object.entries(place.filter).map(([key, value]) => [key, value === null ? null : String(value)]),
        ),
        sort: sortText(place.sort),
        case: place.case,
      })
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    // A hand-written address with a broken %-sequence names no task.
    if (error instanceof URIError) return null
    throw error
  }
}

/** A name from the query; names are never empty. */
function nameIn(query: URLSearchParams, key: string): string | null {
  const name = query.get(key)
  return name === '' ? null : name
}

/** What the query says of the cases shown; what it cannot mean is left out. */
function filterIn(query: URLSearchParams): Partial<CaseFilter> {
  const given = Object.keys(allCases).flatMap((key) => {
    const text = query.get(key)
    if (text === null) return []
    return [[key, key === 'passes' ? Number(text) : text] as const]
  })
  const parsed = caseFilter.safeParse({ ...allCases, ...Object.fromEntries(given) })
  return parsed.success ? parsed.data : {}
}

function taskAt(part: string, tabPart: string | undefined, query: URLSearchParams): Place {
  const task = decoded(part)
  if (task === null || task === '') return home
  const view = {
    configuration: nameIn(query, 'configuration'),
    level: nameIn(query, 'level'),
    scope: scopes.find((each) => each === query.get('scope')) ?? null,
  }
  const tab = taskTabs.find((each) => each === tabPart) ?? 'verdict'
  const sort = sortIn(query.get('sort'))
  return { ...taskPlace(task, tab, view, filterIn(query)), sort, case: nameIn(query, 'case') }
}

function editedTaskAt(part: string): Place {
  const task = decoded(part)
  return task === null || task === '' ? home : { screen: 'edit-task', task }
}

/** The place an address names; one that names none leads home. */
export function placeAt(address: string): Place {
  const [path = '', search = ''] = address.replace(/^#?\/?/, '').split('?', 2)
  const query = new URLSearchParams(search)
  const [screen, first, second] = path.split('/')
  switch (screen) {
    case 'new-task':
    case 'settings':
      return { screen }
    case 'import':
      return { screen, task: nameIn(query, 'task') }
    case 'edit-task':
      return editedTaskAt(first ?? '')
    case 'task':
      return taskAt(first ?? '', second, query)
    case undefined:
    default:
      return home
  }
}
