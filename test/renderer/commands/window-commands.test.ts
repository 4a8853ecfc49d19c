import { afterEach, describe, expect, it, vi } from 'vitest'
import { commandFor, isApple } from '../../../renderer/commands/command.ts'
import type { KeyPress, Shortcut } from '../../../renderer/commands/shortcut.ts'
import {
  applicableCommand,
  type WindowContext,
  windowCommands,
} from '../../../renderer/commands/window-commands.ts'
import { actionFor } from '../../../renderer/features/trials/grading.ts'
import type { WindowDialog } from '../../../renderer/state/dialog.ts'
import { home, type Place, taskPlace, taskTabs } from '../../../renderer/state/place.ts'
import { startingCauses } from '../../../shared/domain/cause.ts'
import { exportFormats } from '../../../shared/domain/export.ts'
import { languages, type Settings } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { letter, press } from './press.ts'

const inTask = taskPlace('refunds', 'verdict', { configuration: 'model-x', level: 'Assist' })

interface Situation {
  readonly context: WindowContext
  /** The places gone to. */
  readonly visited: readonly Place[]
  readonly exports: readonly string[]
  readonly opened: readonly WindowDialog[]
  readonly settings: readonly Partial<Settings>[]
}

function situation(place: Place): Situation {
  const visited: Place[] = []
  const exports: string[] = []
  const opened: WindowDialog[] = []
  const settings: Partial<Settings>[] = []
  const exportPdf = place.screen === 'task' ? () => exports.push('pdf') : null
  const context: WindowContext = {
    place,
    goTo: (next) => visited.push(next),
    exportPdf,
    exportTrials: place.screen === 'task' ? (format) => exports.push(format) : null,
    configuration: place.screen === 'task' ? 'model-x' : null,
    open: (dialog) => opened.push(dialog),
    undo: () => exports.push('undo'),
    look: { theme: 'dark', language: 'en' },
    changeSettings: (changes) => settings.push(changes),
  }
  return { context, visited, exports, opened, settings }
}

/** The press of a shortcut on an English keyboard; the last of its keys may be a sign. */
function pressOf(shortcut: Shortcut, apple: boolean): KeyPress {
  const { key, mod = false, alt = false, shift = false } = shortcut
  const code = /^\d$/.test(key) ? `Digit${key}` : /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key
  return press(key, code, { ctrlKey: mod && !apple, metaKey: mod && apple, altKey: alt, shiftKey: shift })
}

const systems = [
  { system: 'Windows and Linux', apple: false },
  { system: 'Apple computers', apple: true },
]

describe('the commands of the window', () => {
  it('have an id each', () => {
    const ids = windowCommands.map((command) => command.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(languages)('have different labels in %s', (language) => {
    const { t } = translatorFor(language)
    const labels = windowCommands.map((command) => t(command.label))
    expect(new Set(labels).size).toBe(labels.length)
    // A message that is missing comes back as its key.
    expect(labels.filter((label) => label.trim() === '' || label.startsWith('screens.'))).toEqual([])
  })

  it('share no shortcut', () => {
    const keys = windowCommands.flatMap(({ shortcuts }) =>
      shortcuts.map(({ key, mod = false, alt = false, shift = false }) => [key, mod, alt, shift].join()),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each(systems)(
    'share none with the keys of grading on $system but undo, which the grid takes first',
    ({ apple }) => {
      const others = windowCommands.filter(({ id }) => id !== 'undo')
      const presses = others.flatMap(({ shortcuts }) => shortcuts.map((each) => pressOf(each, apple)))
      expect(presses.filter((each) => actionFor(each, startingCauses, apple) !== undefined)).toEqual([])
    },
  )

  it.each(systems)('answer to their shortcuts on $system', ({ apple }) => {
    const { context } = situation(inTask)
    for (const command of windowCommands) {
      for (const shortcut of command.shortcuts) {
        expect(commandFor(windowCommands, pressOf(shortcut, apple), context, apple)).toBe(command)
      }
    }
  })

  it('leave single letters to whoever has the focus', () => {
    const { context } = situation(inTask)
    for (const key of 'abcdefghijklmnopqrstuvwxyz') {
      expect(commandFor(windowCommands, letter(key), context, false)).toBeUndefined()
    }
  })
})

/** What a press leads to at a place. */
function pressed(place: Place, shortcut: Shortcut): Situation {
  const there = situation(place)
  commandFor(windowCommands, pressOf(shortcut, false), there.context, false)?.run(there.context)
  return there
}

describe('the key for', () => {
  it.each([
    ['home', { key: 'h', alt: true }, home],
    ['a new task', { key: 'n', alt: true }, { screen: 'new-task' }],
    ['the settings', { key: ',', mod: true }, { screen: 'settings' }],
  ] as const)('%s leads there from everywhere', (_name, shortcut, expected) => {
    for (const place of [home, inTask, { screen: 'import', task: null } as const]) {
      expect(pressed(place, shortcut).visited).toEqual([expected])
    }
  })

  it('an import takes the task on screen along', () => {
    expect(pressed(inTask, { key: 'i', mod: true }).visited).toEqual([{ screen: 'import', task: 'refunds' }])
    expect(pressed(home, { key: 'i', mod: true }).visited).toEqual([{ screen: 'import', task: null }])
  })

  it('the log and for the verdict change the tab and nothing else of the view', () => {
    const log = { ...inTask, tab: 'log' } as const
    expect(pressed(inTask, { key: '2', alt: true }).visited).toEqual([log])
    expect(pressed(log, { key: '1', alt: true }).visited).toEqual([inTask])
  })

  it('the log and for the verdict do nothing outside a task', () => {
    expect(pressed(home, { key: '1', alt: true }).visited).toEqual([])
    expect(pressed(home, { key: '2', alt: true }).visited).toEqual([])
  })

  it('the PDF exports where there is something to export', () => {
    expect(pressed(inTask, { key: 'e', mod: true }).exports).toEqual(['pdf'])
    const { context } = situation(home)
    expect(commandFor(windowCommands, letter('e', { ctrlKey: true }), context, false)).toBeUndefined()
  })
})

describe('each tab of a task', () => {
  it('has Alt and the number of its place', () => {
    for (const [index, tab] of taskTabs.entries()) {
      const elsewhere = { ...inTask, tab: taskTabs[(index + 1) % taskTabs.length] ?? tab }
      expect(pressed(elsewhere, { key: String(index + 1), alt: true }).visited).toEqual([{ ...inTask, tab }])
    }
  })

  it('is reached from the form that changes the task too', () => {
    const edit = { screen: 'edit-task', task: 'refunds' } as const
    expect(pressed(edit, { key: '2', alt: true }).visited).toEqual([taskPlace('refunds', 'log')])
  })
})

/** What a command leads to at a place. */
function run(id: string, place: Place): Situation {
  const there = situation(place)
  applicableCommand(id, there.context)?.run(there.context)
  return there
}

describe('the command', () => {
  it.each([
    ['palette', { kind: 'palette' }],
    ['shortcuts', { kind: 'shortcuts' }],
    ['describe-configuration', { kind: 'configuration', task: 'refunds', configuration: 'model-x' }],
  ] as const)('%s opens its dialog', (id, dialog) => {
    expect(run(id, inTask).opened).toEqual([dialog])
  })

  it('to change a task leads to its form, and is none where there is no task', () => {
    expect(run('edit-task', inTask).visited).toEqual([{ screen: 'edit-task', task: 'refunds' }])
    expect(run('edit-task', home).visited).toEqual([])
    expect(run('describe-configuration', home).opened).toEqual([])
  })

  it.each(exportFormats)('export-%s saves the trials where there are any', (format) => {
    expect(run(`export-${format}`, inTask).exports).toEqual([format])
    expect(run(`export-${format}`, home).exports).toEqual([])
  })

  it('switches theme and language to the other one', () => {
    expect(run('switch-theme', home).settings).toEqual([{ theme: 'light' }])
    expect(run('switch-language', home).settings).toEqual([{ language: 'ko' }])
  })

  it('of another id is none', () => {
    expect(applicableCommand('quit', situation(home).context)).toBeUndefined()
    expect(applicableCommand('constructor', situation(home).context)).toBeUndefined()
  })
})

describe('isApple', () => {
  afterEach(() => vi.unstubAllGlobals())

  it.each([
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/156.0 Safari/537.36', true],
    ['Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1', true],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36', false],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36', false],
  ])('%s: %s', (userAgent, expected) => {
    vi.stubGlobal('navigator', { userAgent })
    expect(isApple()).toBe(expected)
  })
})
