import { type ReactNode, useEffect } from 'react'
import { formatCount } from '../../../shared/text/numbers.ts'
import { useTranslator } from '../../app/language.ts'
import { isApple, takesText } from '../../commands/command.ts'
import { isShortcut } from '../../commands/shortcut.ts'
import { Button, ButtonLink } from '../../components/Button.tsx'
import { Keys } from '../../components/Keys.tsx'
import { addressOf, tabPlace, type TaskPlace } from '../../state/place.ts'
import { goTo, replacePlace } from '../../state/view.ts'
import { isFiltered } from './case-words.ts'
import { listPlace, openedCase } from './go.ts'
import { addressIn, useCaseMap } from './use-cases.ts'
import styles from './OneCase.module.css'

interface Props {
  readonly place: TaskPlace
  readonly configuration: string | null
  readonly label: string
}

/** The cases before and after in the list one came from. */
function useNeighbours({ place, configuration, label }: Props) {
  const map = useCaseMap(addressIn(place, configuration))
  const labels = map.data?.labels ?? []
  const index = labels.indexOf(label)
  return {
    index,
    count: map.data?.matching ?? 0,
    previous: index > 0 ? labels[index - 1] : undefined,
    next: index < 0 ? undefined : labels[index + 1],
  }
}

/** Keys of the open case: to the next and the one before, and back to the list. */
function useCaseKeys(place: TaskPlace, go: (to: 'previous' | 'next') => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || takesText(event.target)) return
      const apple = isApple()
      // In a dialog or a list that is open, keys are its own.
      if (document.querySelector('[role=dialog], [role=listbox], [role=menu]') !== null) return
      if (isShortcut(event, { key: 'j' }, apple)) go('next')
      else if (isShortcut(event, { key: 'k' }, apple)) go('previous')
      else if (isShortcut(event, { key: 'Escape' }, apple)) goTo(listPlace(place))
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}

/** Where one is among the cases listed, and the ways on. */
export function CaseBar(props: Props): ReactNode {
  const { t, language } = useTranslator()
  const { place, label } = props
  const neighbours = useNeighbours(props)
  const go = (to: 'previous' | 'next'): void => {
    const next = neighbours[to]
    // Back leads to the list, not through all the cases looked at.
    if (next !== undefined) replacePlace(openedCase(place, next))
  }
  useCaseKeys(place, go)
  return (
    <nav className={styles['bar']} aria-label={t('screens.cases.one.ways')}>
      <ButtonLink href={addressOf(listPlace(place))} look="quiet">
        ← {t(isFiltered(place.filter) ? 'screens.cases.one.backFiltered' : 'screens.cases.one.back')}
      </ButtonLink>
      {neighbours.index >= 0 && (
        <span className={styles['at']}>
          {t('screens.cases.one.place', {
            place: formatCount(language, neighbours.index + 1),
            number: formatCount(language, neighbours.count),
          })}
        </span>
      )}
      <Button isDisabled={neighbours.previous === undefined} onPress={() => go('previous')}>
        {t('screens.cases.one.previous')} <Keys shortcut={{ key: 'k' }} />
      </Button>
      <Button isDisabled={neighbours.next === undefined} onPress={() => go('next')}>
        {t('screens.cases.one.next')} <Keys shortcut={{ key: 'j' }} />
      </Button>
      <ButtonLink href={addressOf({ ...tabPlace(place, 'log'), case: label })}>
        {t('screens.cases.one.grade')}
      </ButtonLink>
    </nav>
  )
}
