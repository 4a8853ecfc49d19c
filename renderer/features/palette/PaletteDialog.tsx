import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { languages } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import type { WindowContext } from '../../commands/window-commands.ts'
import { Keys } from '../../components/Keys.tsx'
import { BareModal } from '../../components/Modal.tsx'
import { useDialog } from '../../state/dialog.ts'
import { taskOf } from '../../state/place.ts'
import { foundItems, type PaletteItem, paletteItems } from './items.ts'
import { recentItems, rememberItem } from './recent.ts'
import styles from './PaletteDialog.module.css'

interface Props {
  readonly context: WindowContext
  readonly onClose: () => void
}

/** Fewer letters than these fit too many cases to be of help; of those that fit, this many are shown. */
const leastForCases = 2
const mostCases = 6

/** Labels of cases that fit the search. */
function useFoundCases(task: string | null, search: string): readonly string[] {
  const wanted = search.trim()
  const isAsked = task !== null && wanted.length >= leastForCases
  const found = useRead(
    'case.list',
    { task: task ?? '', filter: { search: wanted }, limit: mostCases, facets: false },
    { enabled: isAsked, keepPrevious: true },
  )
  return isAsked ? (found.data?.cases.map((each) => each.case) ?? []) : []
}

function useItems({ context }: Props, search: string): readonly PaletteItem[] {
  const translator = useTranslator()
  const tasks = useRead('task.list', {})
  const task = taskOf(context.place)
  const detail = useRead('task.get', { task: task ?? '' }, { enabled: task !== null })
  const cases = useFoundCases(task, search)
  const others = languages.filter((each) => each !== translator.language).map(translatorFor)
  return paletteItems({
    context,
    translators: [translator, ...others],
    tasks: tasks.data?.map((each) => each.name) ?? [],
    detail: task === null ? null : (detail.data ?? null),
    cases,
  })
}

/** The steps of the keys among `count` items from the one at `at`; undefined for other keys. */
function stepFor(key: string, at: number, count: number): number | undefined {
  const last = count - 1
  if (key === 'ArrowDown') return at >= last ? 0 : at + 1
  if (key === 'ArrowUp') return at <= 0 ? last : at - 1
  if (key === 'PageDown') return Math.min(at + 8, last)
  if (key === 'PageUp') return Math.max(at - 8, 0)
  return undefined
}

function Item(props: {
  readonly id: string
  readonly item: PaletteItem
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}): ReactNode {
  const { t } = useTranslator()
  const { id, item, isActive } = props
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // The field keeps the focus and has the keys; the pointer alone comes here.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles['item']}
      onMouseMove={props.onPoint}
      onClick={props.onChoose}
    >
      <span className={styles['name']}>{item.name}</span>
      {item.kind !== 'command' && (
        <span className={styles['kind']}>{t(`screens.commands.kind.${item.kind}`)}</span>
      )}
      {item.shortcut !== null && <Keys shortcut={item.shortcut} />}
    </div>
  )
}

function Foot(): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['foot']} aria-hidden>
      <span>
        <Keys shortcut={{ key: 'ArrowUp' }} /> <Keys shortcut={{ key: 'ArrowDown' }} />{' '}
        {t('screens.commands.move')}
      </span>
      <span>
        <Keys shortcut={{ key: 'Enter' }} /> {t('screens.commands.choose')}
      </span>
      <span>
        <Keys shortcut={{ key: 'Escape' }} /> {t('screens.commands.leave')}
      </span>
    </div>
  )
}

/** Everything one can do or go to, found by a few letters: the field has the focus, the keys move in the list. */
export function PaletteDialog(props: Props): ReactNode {
  const { t } = useTranslator()
  const { onClose } = props
  const [recent] = useState(recentItems)
  const [search, setSearch] = useState(() => useDialog.getState().typed)
  const items = useItems(props, search)
  const [active, setActive] = useState(0)
  const found = useMemo(() => foundItems(items, search, recent), [items, search, recent])
  const listId = useId()
  const at = Math.min(active, found.length - 1)
  const choose = (item: PaletteItem | undefined): void => {
    if (item === undefined) return
    rememberItem(item.id)
    onClose()
    item.run()
  }
  const press = (event: KeyboardEvent): void => {
    // While Hangul is composed, Enter and the arrows belong to the input method.
    if (event.nativeEvent.isComposing) return
    const next = stepFor(event.key, at, found.length)
    if (next === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (next === undefined) choose(found[at])
    else setActive(next)
  }
  return (
    <BareModal label={t('screens.commands.palette')} onClose={onClose}>
      <input
        className={styles['search']}
        role="combobox"
        aria-label={t('screens.commands.search')}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found.length === 0 ? undefined : `${listId}-${at}`}
        aria-autocomplete="list"
        placeholder={t('screens.commands.search')}
        value={search}
        onChange={({ target }) => {
          setSearch(target.value)
          setActive(0)
        }}
        onKeyDown={press}
        autoFocus
        autoComplete="off"
        spellCheck={false}
      />
      <div id={listId} role="listbox" aria-label={t('screens.commands.found')} className={styles['list']}>
        {found.map((item, index) => (
          <Item
            key={item.id}
            id={`${listId}-${index}`}
            item={item}
            isActive={index === at}
            onPoint={() => setActive(index)}
            onChoose={() => choose(item)}
          />
        ))}
      </div>
      <p role="status" className={found.length === 0 ? styles['nothing'] : undefined}>
        {found.length === 0 && t('screens.commands.nothing')}
      </p>
      <Foot />
    </BareModal>
  )
}
