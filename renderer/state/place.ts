import { scopes, type Scope } from '../../shared/domain/task.ts'

export const taskTabs = ['verdict', 'log'] as const
export type TaskTab = (typeof taskTabs)[number]

/** What one looks at inside a task; null: what the task itself suggests. */
export interface TaskView {
  readonly configuration: string | null
  readonly level: string | null
  readonly scope: Scope | null
}

export type TaskPlace = { readonly screen: 'task'; readonly task: string; readonly tab: TaskTab } & TaskView

/** Every place of the window. It is written in the address, so that a reload comes back to it. */
export type Place =
  | { readonly screen: 'home' }
  | { readonly screen: 'new-task' }
  | { readonly screen: 'import'; readonly task: string | null }
  | { readonly screen: 'settings' }
  | TaskPlace

export const home: Place = { screen: 'home' }

export function taskPlace(task: string, tab: TaskTab, view: Partial<TaskView> = {}): TaskPlace {
  // Field by field: a whole place may be given as the view, and must not bring its task and tab along.
  const { configuration = null, level = null, scope = null } = view
  return { screen: 'task', task, tab, configuration, level, scope }
}

function withQuery(path: string, values: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) if (value !== null) query.set(key, value)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The address of a place, from `#` on. */
export function addressOf(place: Place): string {
  switch (place.screen) {
    case 'home':
      return '#/'
    case 'new-task':
      return '#/new-task'
    case 'settings':
      return '#/settings'
    case 'import':
      return withQuery('#/import', { task: place.task })
    case 'task':
      return withQuery(`#/task/${encodeURIComponent(place.task)}/${place.tab}`, {
        configuration: place.configuration,
        level: place.level,
        scope: place.scope,
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

function taskAt(part: string, tabPart: string | undefined, query: URLSearchParams): Place {
  const task = decoded(part)
  if (task === null || task === '') return home
  return taskPlace(task, taskTabs.find((tab) => tab === tabPart) ?? 'verdict', {
    configuration: nameIn(query, 'configuration'),
    level: nameIn(query, 'level'),
    scope: scopes.find((each) => each === query.get('scope')) ?? null,
  })
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
    case 'task':
      return taskAt(first ?? '', second, query)
    case undefined:
    default:
      return home
  }
}
