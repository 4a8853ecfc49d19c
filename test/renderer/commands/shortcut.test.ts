import { describe, expect, it } from 'vitest'
import {
  isShortcut,
  type KeyPress,
  type Shortcut,
  shortcutKeys,
} from '../../../renderer/commands/shortcut.ts'
import { writesSign, writesText } from '../../../renderer/commands/command.ts'
import { acceleratorOf } from '../../../shared/commands/shortcut.ts'
import { letter, named, press } from './press.ts'

const elsewhere = (pressed: KeyPress, shortcut: Shortcut): boolean => isShortcut(pressed, shortcut, false)
const onApple = (pressed: KeyPress, shortcut: Shortcut): boolean => isShortcut(pressed, shortcut, true)

describe('a shortcut of one letter', () => {
  const p: Shortcut = { key: 'p' }

  it('is that letter, also under Caps Lock', () => {
    expect(elsewhere(letter('p'), p)).toBe(true)
    expect(elsewhere(letter('P'), p)).toBe(true)
  })

  it('is no other letter', () => {
    expect(elsewhere(letter('o'), p)).toBe(false)
  })

  it.each(['ctrlKey', 'metaKey', 'altKey', 'shiftKey'] as const)('is not meant while %s is held', (held) => {
    expect(elsewhere(letter('p', { [held]: true }), p)).toBe(false)
    expect(onApple(letter('p', { [held]: true }), p)).toBe(false)
  })

  it('is the key of that letter when a Korean layout or an input method reports something else', () => {
    expect(elsewhere(press('ㅔ', 'KeyP'), p)).toBe(true)
    expect(elsewhere(press('Process', 'KeyP'), p)).toBe(true)
    expect(elsewhere(press('Unidentified', 'KeyP'), p)).toBe(true)
    expect(elsewhere(press('ㅑ', 'KeyO'), p)).toBe(false)
  })

  it('is what is printed on the key where a Latin layout moves it', () => {
    // AZERTY has A where QWERTY has Q.
    expect(elsewhere(press('a', 'KeyQ'), { key: 'a' })).toBe(true)
    expect(elsewhere(press('a', 'KeyQ'), { key: 'q' })).toBe(false)
  })

  it('is not a sign that stands where others have the letter', () => {
    // Dvorak has the full stop where QWERTY has E.
    expect(elsewhere(press('.', 'KeyE'), { key: 'e' })).toBe(false)
  })
})

describe('a shortcut with the command key', () => {
  const undo: Shortcut = { key: 'z', mod: true }

  it('takes Ctrl, and not the Windows key', () => {
    expect(elsewhere(letter('z', { ctrlKey: true }), undo)).toBe(true)
    expect(elsewhere(letter('z', { metaKey: true }), undo)).toBe(false)
    expect(elsewhere(letter('z'), undo)).toBe(false)
  })

  it('takes Cmd on Apple computers, and not Ctrl', () => {
    expect(onApple(letter('z', { metaKey: true }), undo)).toBe(true)
    expect(onApple(letter('z', { ctrlKey: true }), undo)).toBe(false)
    expect(onApple(letter('z'), undo)).toBe(false)
  })

  it('is not meant with both of them, nor with Alt: AltGr is reported as Ctrl and Alt', () => {
    for (const held of [
      { ctrlKey: true, metaKey: true },
      { ctrlKey: true, altKey: true },
    ]) {
      expect(elsewhere(letter('z', held), undo)).toBe(false)
      expect(onApple(letter('z', held), undo)).toBe(false)
    }
  })

  it('tells Shift from no Shift', () => {
    const redo: Shortcut = { key: 'z', mod: true, shift: true }
    const withShift = letter('Z', { ctrlKey: true, shiftKey: true })
    expect([elsewhere(withShift, redo), elsewhere(withShift, undo)]).toEqual([true, false])
    const withoutShift = letter('z', { ctrlKey: true })
    expect([elsewhere(withoutShift, redo), elsewhere(withoutShift, undo)]).toEqual([false, true])
  })

  it('works in a Korean layout', () => {
    expect(elsewhere(press('ㅋ', 'KeyZ', { ctrlKey: true }), undo)).toBe(true)
    expect(onApple(press('ㅋ', 'KeyZ', { metaKey: true }), undo)).toBe(true)
  })
})

describe('a shortcut with Alt', () => {
  it('is the key, whatever sign or accent Option makes of it', () => {
    expect(onApple(press('˙', 'KeyH', { altKey: true }), { key: 'h', alt: true })).toBe(true)
    expect(onApple(press('Dead', 'KeyN', { altKey: true }), { key: 'n', alt: true })).toBe(true)
    expect(onApple(press('~', 'KeyN', { altKey: true }), { key: 'n', alt: true })).toBe(true)
    expect(onApple(press('¡', 'Digit1', { altKey: true }), { key: '1', alt: true })).toBe(true)
    expect(elsewhere(letter('h', { altKey: true }), { key: 'h', alt: true })).toBe(true)
  })
})

describe('a shortcut of one digit', () => {
  const one: Shortcut = { key: '1' }

  it('is the digit of either row', () => {
    expect(elsewhere(press('1', 'Digit1'), one)).toBe(true)
    expect(elsewhere(press('1', 'Numpad1'), one)).toBe(true)
  })

  it('is the same key where digits need Shift', () => {
    expect(elsewhere(press('&', 'Digit1'), one)).toBe(true)
    expect(elsewhere(press('é', 'Digit2'), { key: '2' })).toBe(true)
  })

  it('is not what the number pad does without Num Lock', () => {
    expect(elsewhere(press('End', 'Numpad1'), one)).toBe(false)
    expect(elsewhere(press('Insert', 'Numpad0'), { key: '0' })).toBe(false)
    expect(elsewhere(press('End', 'Numpad1'), { key: 'End' })).toBe(true)
  })
})

describe('a shortcut of a sign or a named key', () => {
  it('is that key', () => {
    expect(elsewhere(named('Delete'), { key: 'Delete' })).toBe(true)
    expect(elsewhere(press('Delete', 'NumpadDecimal'), { key: 'Delete' })).toBe(true)
    expect(elsewhere(named('Backspace'), { key: 'Delete' })).toBe(false)
  })

  it('is the sign wherever the layout has it', () => {
    const settings: Shortcut = { key: ',', mod: true }
    expect(elsewhere(press(',', 'Comma', { ctrlKey: true }), settings)).toBe(true)
    // AZERTY has the comma where QWERTY has M, Dvorak where it has W.
    expect(elsewhere(press(',', 'KeyM', { ctrlKey: true }), settings)).toBe(true)
    expect(elsewhere(press(',', 'KeyW', { ctrlKey: true }), settings)).toBe(true)
  })
})

describe('a sign alone', () => {
  const help: Shortcut = { key: '?' }

  it('is meant with Shift or without, as the layout has it', () => {
    expect(elsewhere(press('?', 'Slash', { shiftKey: true }), help)).toBe(true)
    // French Canadian keyboards have it on the 6.
    expect(elsewhere(press('?', 'Digit6', { shiftKey: true }), help)).toBe(true)
    expect(elsewhere(press('?', 'KeyW'), help)).toBe(true)
  })

  it('is the key it is printed on where an input method keeps the sign to itself', () => {
    expect(elsewhere(press('Process', 'Slash', { shiftKey: true }), help)).toBe(true)
    expect(elsewhere(press('Process', 'Slash'), help)).toBe(false)
  })

  it('is not the sign without Shift, nor meant with Ctrl or Alt', () => {
    expect(elsewhere(press('/', 'Slash'), help)).toBe(false)
    expect(elsewhere(press('?', 'Slash', { shiftKey: true, ctrlKey: true }), help)).toBe(false)
    expect(elsewhere(press('?', 'Slash', { shiftKey: true, altKey: true }), help)).toBe(false)
  })
})

describe('in a menu of the desktop', () => {
  it.each([
    [{ key: 'k', mod: true }, 'CommandOrControl+K'],
    [{ key: 'z', mod: true, shift: true }, 'CommandOrControl+Shift+Z'],
    [{ key: '1', alt: true }, 'Alt+1'],
    [{ key: ',', mod: true }, 'CommandOrControl+,'],
    [{ key: 'F1' }, 'F1'],
    [{ key: '?' }, null],
  ] as const)('%o is written %s', (shortcut, accelerator) => {
    expect(acceleratorOf(shortcut)).toBe(accelerator)
  })
})

describe('the keys on screen', () => {
  it.each([
    [{ key: 'p' }, ['P'], ['P']],
    [{ key: '7' }, ['7'], ['7']],
    [{ key: 'z', mod: true }, ['Ctrl', 'Z'], ['⌘', 'Z']],
    [{ key: 'z', mod: true, shift: true }, ['Ctrl', 'Shift', 'Z'], ['⌘', '⇧', 'Z']],
    [{ key: 'h', alt: true }, ['Alt', 'H'], ['⌥', 'H']],
    [{ key: ',', mod: true }, ['Ctrl', ','], ['⌘', ',']],
    [{ key: 'Delete' }, ['Del'], ['Del']],
    [{ key: 'ArrowLeft' }, ['←'], ['←']],
    [{ key: 'Home' }, ['Home'], ['Home']],
    [{ key: 'F1' }, ['F1'], ['F1']],
    [{ key: '?' }, ['?'], ['?']],
  ] as const)('of %o', (shortcut, usual, apple) => {
    expect(shortcutKeys(shortcut, false)).toEqual(usual)
    expect(shortcutKeys(shortcut, true)).toEqual(apple)
  })
})

describe('a press puts something into a field', () => {
  it('when it is a letter or a sign, or one with Alt', () => {
    expect(writesText(letter('n'))).toBe(true)
    expect(writesText(press('?', 'Slash', { shiftKey: true }))).toBe(true)
    expect(writesText(letter('n', { altKey: true }))).toBe(true)
  })

  it('not when it is named, or with Ctrl or Cmd', () => {
    expect(writesText(named('F1'))).toBe(false)
    expect(writesText(letter('k', { ctrlKey: true }))).toBe(false)
    expect(writesText(letter('k', { metaKey: true }))).toBe(false)
  })
})

describe('a press writes a sign', () => {
  it('with Alt alone, also together with Shift', () => {
    expect(writesSign(letter('n', { altKey: true }))).toBe(true)
    // Option and N on an American layout.
    expect(writesSign(press('˜', 'KeyN', { altKey: true, shiftKey: true }))).toBe(true)
  })

  it.each([
    {},
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true, ctrlKey: true },
    { altKey: true, metaKey: true },
  ])('not with %j', (held) => {
    expect(writesSign(letter('n', held))).toBe(false)
  })
})
