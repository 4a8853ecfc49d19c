import { describe, expect, it } from 'vitest'
import {
  actionFor,
  attemptsWanted,
  type Cell,
  causeKeys,
  commandFor,
  type GradingAction,
  type GridSize,
  moveFor,
  within,
} from '../../../../renderer/features/trials/grading.ts'
import type { KeyPress } from '../../../../renderer/commands/shortcut.ts'
import { type Cause, startingCauses } from '../../../../shared/domain/cause.ts'
import { letter, named, press } from '../../commands/press.ts'

const elsewhere = (pressed: KeyPress, causes: readonly Cause[] = startingCauses) =>
  actionFor(pressed, causes, false)
const onApple = (pressed: KeyPress) => actionFor(pressed, startingCauses, true)

const pass: GradingAction = { kind: 'grade', outcome: 'pass' }
const fail: GradingAction = { kind: 'grade', outcome: 'fail' }
const error: GradingAction = { kind: 'grade', outcome: 'error' }
const verifier: GradingAction = { kind: 'verifier' }

/** Letter, what it prints in the Korean layout with two sets of keys, and what it does. */
const letters = [
  ['p', 'ㅔ', pass],
  ['f', 'ㄹ', fail],
  ['e', 'ㄷ', error],
  ['v', 'ㅍ', verifier],
] as const

describe('the keys of grading', () => {
  it.each(letters)('%s, also under Caps Lock', (key, _korean, action) => {
    expect(elsewhere(letter(key))).toEqual(action)
    expect(elsewhere(letter(key.toUpperCase()))).toEqual(action)
    expect(onApple(letter(key))).toEqual(action)
  })

  it.each(letters)('%s where the layout reports %s or an input method is at work', (key, korean, action) => {
    const code = `Key${key.toUpperCase()}`
    expect(elsewhere(press(korean, code))).toEqual(action)
    expect(elsewhere(press('Process', code))).toEqual(action)
  })

  it.each(letters)('%s means nothing with another key held', (key) => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey', 'shiftKey'] as const) {
      expect(elsewhere(letter(key, { [held]: true }))).toBeUndefined()
      expect(onApple(letter(key, { [held]: true }))).toBeUndefined()
    }
  })

  it('Delete and Backspace take an attempt back', () => {
    expect(elsewhere(named('Delete'))).toEqual({ kind: 'remove' })
    expect(elsewhere(named('Backspace'))).toEqual({ kind: 'remove' })
  })

  it.each([
    ['Windows and Linux', false, { ctrlKey: true }, { metaKey: true }],
    ['Apple computers', true, { metaKey: true }, { ctrlKey: true }],
  ] as const)('undo and redo on %s', (_system, apple, mod, other) => {
    const action = (pressed: KeyPress) => actionFor(pressed, startingCauses, apple)
    expect(action(letter('z', mod))).toEqual({ kind: 'undo' })
    expect(action(letter('Z', { ...mod, shiftKey: true }))).toEqual({ kind: 'redo' })
    expect(action(letter('y', mod))).toEqual({ kind: 'redo' })
    expect(action(press('ㅋ', 'KeyZ', mod))).toEqual({ kind: 'undo' })
    expect(action(press('ㅛ', 'KeyY', mod))).toEqual({ kind: 'redo' })
    expect(action(letter('z', other))).toBeUndefined()
    expect(action(letter('y', other))).toBeUndefined()
    expect(action(letter('z'))).toBeUndefined()
    expect(action(letter('y'))).toBeUndefined()
  })

  it('no other letter, sign or named key does anything', () => {
    for (const key of 'abcdghijklmnoqrstuwxyz') expect(elsewhere(letter(key))).toBeUndefined()
    for (const key of ['Enter', 'Tab', 'Escape', 'F1', 'F5', 'Insert']) {
      expect(elsewhere(named(key))).toBeUndefined()
    }
    expect(elsewhere(press(' ', 'Space'))).toBeUndefined()
    expect(elsewhere(press('-', 'Minus'))).toBeUndefined()
  })
})

describe('the digits', () => {
  it('are the causes in the order of the list: 1 to 9, then 0', () => {
    const indices = '1234567890'.split('').map((digit) => elsewhere(press(digit, `Digit${digit}`)))
    expect(indices).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((index) => ({ kind: 'cause', index })))
    expect(causeKeys(startingCauses).map(({ key, cause }) => [key, cause.key])).toEqual([
      ['1', 'reasoning-slip'],
      ['2', 'inconsistent-answer'],
      ['3', 'missing-knowledge'],
      ['4', 'wrong-context'],
      ['5', 'tool-error'],
      ['6', 'output-format'],
      ['7', 'ambiguous-specification'],
      ['8', 'limit'],
      ['9', 'policy'],
      ['0', 'other'],
    ])
  })

  it('work on the number pad', () => {
    expect(elsewhere(press('3', 'Numpad3'))).toEqual({ kind: 'cause', index: 2 })
  })

  it('beyond the list mean nothing', () => {
    const three = startingCauses.slice(0, 3)
    expect(elsewhere(press('3', 'Digit3'), three)).toEqual({ kind: 'cause', index: 2 })
    expect(elsewhere(press('4', 'Digit4'), three)).toBeUndefined()
    expect(elsewhere(press('0', 'Digit0'), three)).toBeUndefined()
    expect(elsewhere(press('1', 'Digit1'), [])).toBeUndefined()
  })

  it('reach the first ten causes of a longer list', () => {
    const eleven = [...startingCauses, { key: 'eleventh', name: 'Eleventh', lever: null }]
    expect(causeKeys(eleven).map(({ cause }) => cause.key)).toEqual(startingCauses.map(({ key }) => key))
    expect(elsewhere(press('0', 'Digit0'), eleven)).toEqual({ kind: 'cause', index: 9 })
  })
})

const size: GridSize = { rows: 10, repeats: 4 }
const middle: Cell = { row: 5, repeat: 2 }
const firstCell: Cell = { row: 0, repeat: 1 }
const lastCell: Cell = { row: 9, repeat: 4 }

describe('the keys that move', () => {
  it.each([
    ['ArrowUp', { row: 4, repeat: 2 }],
    ['ArrowDown', { row: 6, repeat: 2 }],
    ['ArrowLeft', { row: 5, repeat: 1 }],
    ['ArrowRight', { row: 5, repeat: 3 }],
    ['Home', { row: 5, repeat: 1 }],
    ['End', { row: 5, repeat: 4 }],
    ['PageUp', { row: 2, repeat: 2 }],
    ['PageDown', { row: 8, repeat: 2 }],
  ])('%s', (key, expected) => {
    expect(moveFor(key, middle, size, 3)).toEqual(expected)
  })

  it.each([
    ['ArrowUp', firstCell, firstCell],
    ['ArrowLeft', firstCell, firstCell],
    ['PageUp', { row: 1, repeat: 3 }, { row: 0, repeat: 3 }],
    ['ArrowDown', lastCell, lastCell],
    ['ArrowRight', lastCell, lastCell],
    ['PageDown', { row: 8, repeat: 3 }, { row: 9, repeat: 3 }],
    // No move leaves its row for the next one.
    ['ArrowRight', { row: 2, repeat: 4 }, { row: 2, repeat: 4 }],
    ['ArrowLeft', { row: 2, repeat: 1 }, { row: 2, repeat: 1 }],
  ])('%s stops at the edge: %o', (key, from, expected) => {
    expect(moveFor(key, from, size, 3)).toEqual(expected)
  })

  it('move a page by a row at least, however low the window is', () => {
    for (const pageRows of [1, 0, -1]) {
      expect(moveFor('PageUp', middle, size, pageRows)).toEqual({ row: 4, repeat: 2 })
      expect(moveFor('PageDown', middle, size, pageRows)).toEqual({ row: 6, repeat: 2 })
    }
  })

  it.each(['Enter', 'p', 'toString', '__proto__', ''])('are not "%s"', (key) => {
    expect(moveFor(key, middle, size, 3)).toBeUndefined()
  })
})

describe('the nearest cell the grid has', () => {
  it.each([
    [middle, middle],
    [firstCell, firstCell],
    [lastCell, lastCell],
    [{ row: -3, repeat: 0 }, firstCell],
    [{ row: 99, repeat: 99 }, lastCell],
    [
      { row: 99, repeat: -1 },
      { row: 9, repeat: 1 },
    ],
  ])('to %o is %o', (cell, expected) => {
    expect(within(cell, size)).toEqual(expected)
  })
})

describe('the keys that open something or belong to how one grades', () => {
  it.each([
    ['n', 'ㅜ', 'note'],
    ['x', 'ㅌ', 'void'],
    ['c', 'ㅊ', 'causes'],
    ['l', 'ㅣ', 'logger'],
    ['b', 'ㅠ', 'blind'],
    ['t', 'ㅅ', 'stopwatch'],
    ['k', 'ㅏ', 'time'],
  ] as const)('%s, also where the layout reports %s', (key, korean, command) => {
    expect(commandFor(letter(key), false)).toBe(command)
    expect(commandFor(press(korean, `Key${key.toUpperCase()}`), false)).toBe(command)
    expect(commandFor(letter(key, { ctrlKey: true }), false)).toBeUndefined()
    expect(elsewhere(letter(key))).toBeUndefined()
  })

  it('a slash looks for a cause too, and the space bar stops the time', () => {
    expect(commandFor(press('/', 'Slash'), false)).toBe('causes')
    expect(commandFor(press(' ', 'Space'), false)).toBe('pause')
  })

  it('no key that grades is one of them', () => {
    for (const key of 'pfev0123456789') expect(commandFor(letter(key), false)).toBeUndefined()
  })
})

function outcomes(...list: readonly ('pass' | 'fail' | 'error' | 'void')[]) {
  return list.map((outcome) => ({ outcome }))
}

describe('the attempts that a case is to get', () => {
  it('are the planned ones, and one more for each that was void', () => {
    expect(attemptsWanted(4, [])).toBe(4)
    expect(attemptsWanted(4, outcomes('pass', 'void', 'fail', 'error'))).toBe(5)
    expect(attemptsWanted(1, outcomes('void', 'void'))).toBe(3)
  })

  it('are not known without a plan', () => {
    expect(attemptsWanted(null, outcomes('void'))).toBeNull()
  })
})
