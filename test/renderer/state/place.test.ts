import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressOf,
  home,
  type Place,
  placeAt,
  tabPlace,
  taskPlace,
  taskTabs,
  worstFirst,
} from '../../../renderer/state/place.ts'
import { caseOrders } from '../../../shared/domain/case.ts'
import { allCases, caseGroups } from '../../../shared/domain/case-filter.ts'
import { scopes } from '../../../shared/domain/task.ts'
import { outcomes, verifierVerdict } from '../../../shared/domain/trial.ts'

const signs = ['%', '%25', '%2F', '%zz', '/', '?', '#', '&', '=', '+', ' ', '.', '..', "'", '"', '<b>', '\\']
const words = ['항공편 변경', '작업', 'é', '👩🏽‍💻', '🎯', '\u202E', '\u2028', '\t', 'task', 'new-task']
const awkward = fc.constantFrom(...signs, ...words)

/** Never empty, as names are; without halves of characters, which no text file holds either. */
const name = fc
  .array(fc.oneof(awkward, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''))
const nameOrNone = fc.option(name, { nil: null })

const anyFilter = fc.record({
  group: fc.option(fc.constantFrom(...caseGroups), { nil: null }),
  passes: fc.option(fc.nat(1000), { nil: null }),
  outcome: fc.option(fc.constantFrom(...outcomes), { nil: null }),
  cause: fc.option(fc.constantFrom('', 'tool-error', '50%/&'), { nil: null }),
  verifier: fc.option(fc.constantFrom(...verifierVerdict.options), { nil: null }),
  segment: fc.option(
    name.map((text) => text.trim()).filter((text) => text !== ''),
    { nil: null },
  ),
  search: fc.option(fc.oneof(name, fc.constant('')), { nil: null }),
})

const anyPlace: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom<Place>(home, { screen: 'new-task' }, { screen: 'settings' }),
  fc.record({ screen: fc.constant('import' as const), task: nameOrNone }),
  fc.record({ screen: fc.constant('edit-task' as const), task: name }),
  fc.record({
    screen: fc.constant('task' as const),
    task: name,
    tab: fc.constantFrom(...taskTabs),
    configuration: nameOrNone,
    level: nameOrNone,
    scope: fc.option(fc.constantFrom(...scopes), { nil: null }),
    filter: anyFilter,
    sort: fc.record({ by: fc.constantFrom(...caseOrders), descending: fc.boolean() }),
    case: nameOrNone,
  }),
)

describe('every place', () => {
  it('is found again at its address', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        expect(placeAt(addressOf(place))).toEqual(place)
      }),
      { numRuns: 500 },
    )
  })

  it('has an address that a browser keeps as it is', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const address = addressOf(place)
        expect(new URL(`http://127.0.0.1:1/index.html${address}`).hash).toBe(address)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the address', () => {
  it.each<[Place, string]>([
    [home, '#/'],
    [{ screen: 'new-task' }, '#/new-task'],
    [{ screen: 'settings' }, '#/settings'],
    [{ screen: 'import', task: null }, '#/import'],
    [{ screen: 'import', task: 'a/b' }, '#/import?task=a%2Fb'],
    [{ screen: 'edit-task', task: '50%/day?' }, '#/edit-task/50%25%2Fday%3F'],
    [taskPlace('Airline', 'verdict'), '#/task/Airline/verdict'],
    [taskPlace('50%/day?', 'log'), '#/task/50%25%2Fday%3F/log'],
    [
      taskPlace('Airline', 'verdict', { configuration: 'gpt 4', level: 'A&B', scope: 'these-cases' }),
      '#/task/Airline/verdict?configuration=gpt+4&level=A%26B&scope=these-cases',
    ],
    [
      taskPlace('Airline', 'log', {}, { group: 'never', passes: 0, cause: '', search: 'a b' }),
      '#/task/Airline/log?group=never&passes=0&cause=&search=a+b',
    ],
    [
      {
        ...taskPlace('Airline', 'cases', {}, { group: 'never' }),
        case: 'a&b',
        sort: { by: 'cost', descending: true },
      },
      '#/task/Airline/cases?group=never&sort=-cost&case=a%26b',
    ],
  ])('of %o is %s', (place, address) => {
    expect(addressOf(place)).toBe(address)
  })
})

describe('a place inside a task', () => {
  it('keeps the view it is given, and the tab asked for', () => {
    const verdict = taskPlace('Airline', 'verdict', { level: 'Assist' })
    expect(verdict).toEqual({
      screen: 'task',
      task: 'Airline',
      tab: 'verdict',
      configuration: null,
      level: 'Assist',
      scope: null,
      filter: allCases,
      sort: worstFirst,
      case: null,
    })
    // A whole place holds a view too.
    expect(taskPlace('Refunds', 'log', verdict)).toEqual({ ...verdict, task: 'Refunds', tab: 'log' })
  })
})

describe('another tab of a task', () => {
  it('shows the same configuration, and all cases', () => {
    const place = taskPlace('Airline', 'verdict', { configuration: 'gpt 4' }, { group: 'never' })
    expect(tabPlace(place, 'log')).toEqual(taskPlace('Airline', 'log', { configuration: 'gpt 4' }))
  })
})

describe('an address that names no place leads home', () => {
  it.each([
    '',
    '#',
    '#/',
    '/',
    '#/nowhere',
    '#content',
    '#/task',
    '#/task/',
    '#/task//log',
    '#//settings',
    '#/edit-task',
    '#/edit-task/%',
  ])('"%s"', (address) => {
    expect(placeAt(address)).toEqual(home)
  })

  it.each(['#/task/%', '#/task/%E0%A4%A/log', '#/task/50%/verdict', '#/task/%FF'])(
    '"%s", with a broken character',
    (address) => {
      expect(placeAt(address)).toEqual(home)
    },
  )

  it('whatever somebody types, some place is shown, and its address is good', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), name), (typed) => {
        for (const address of [
          typed,
          `#/task/${typed}`,
          `#/edit-task/${typed}`,
          `#/import?${typed}`,
          `#/task/a/log?${typed}`,
        ]) {
          const place = placeAt(address)
          expect(placeAt(addressOf(place))).toEqual(place)
        }
      }),
    )
  })
})

describe('an address that is wrong in part', () => {
  it('shows the verdict when it names no view there is', () => {
    expect(placeAt('#/task/Airline')).toEqual(taskPlace('Airline', 'verdict'))
    expect(placeAt('#/task/Airline/graph')).toEqual(taskPlace('Airline', 'verdict'))
  })

  it('leaves a scope that is none to the task', () => {
    expect(placeAt('#/task/Airline/log?scope=all')).toEqual(taskPlace('Airline', 'log'))
  })

  it('shows all cases when it means some that there cannot be', () => {
    expect(placeAt('#/task/Airline/log?passes=-1')).toEqual(taskPlace('Airline', 'log'))
    expect(placeAt('#/task/Airline/log?group=rarely&level=A')).toEqual(
      taskPlace('Airline', 'log', { level: 'A' }),
    )
  })

  it('sorts the worst first when it names no order there is', () => {
    expect(placeAt('#/task/Airline/cases?sort=price')).toEqual(taskPlace('Airline', 'cases'))
    expect(placeAt('#/task/Airline/cases?sort=--cost')).toEqual(taskPlace('Airline', 'cases'))
  })

  it('takes a name left empty for none', () => {
    expect(placeAt('#/import?task=')).toEqual({ screen: 'import', task: null })
    expect(placeAt('#/task/Airline/log?configuration=&level=')).toEqual(taskPlace('Airline', 'log'))
  })

  it('works with or without the sign and the stroke in front', () => {
    for (const start of ['#/', '#', '/', '']) {
      expect(placeAt(`${start}task/Airline/log`)).toEqual(taskPlace('Airline', 'log'))
    }
  })
})
