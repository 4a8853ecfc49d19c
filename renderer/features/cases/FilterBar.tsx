import { type ReactNode, useEffect, useState } from 'react'
import type { CaseList } from '../../../shared/domain/case.ts'
import { allCases, type CaseFilter } from '../../../shared/domain/case-filter.ts'
import type { Cause } from '../../../shared/domain/cause.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { TextBox } from '../../components/Field.tsx'
import { type FilterPart, filterParts, isFiltered } from './case-words.ts'
import { FilterMenu } from './FilterMenu.tsx'
import { changeFilter } from './go.ts'
import styles from './FilterBar.module.css'

export interface FilterBarProps {
  readonly filter: CaseFilter
  readonly list: CaseList
  readonly causes: readonly Cause[]
  /** What stands at the end of the bar. */
  readonly children?: ReactNode
}

/** How long after the last letter the cases are searched, ms. */
const settlingMs = 200

export const searchId = 'case-search'

function Search({ search }: { readonly search: string }): ReactNode {
  const { t } = useTranslator()
  /** Null: what the address says. */
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => {
    if (typed === null) return undefined
    const timer = setTimeout(() => {
      changeFilter({ search: typed === '' ? null : typed })
      setTyped(null)
    }, settlingMs)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <div id={searchId} className={styles['search']}>
      <TextBox
        label={t('screens.cases.filter.search')}
        hideLabel
        placeholder={t('screens.cases.filter.search')}
        value={typed ?? search}
        onChange={setTyped}
      />
    </div>
  )
}

function Chip({ part }: { readonly part: FilterPart }): ReactNode {
  const { t } = useTranslator()
  const { key, name, value } = part
  const filter = t('screens.cases.filter.value', { name, value })
  return (
    <li className={styles['chip']}>
      <span className={styles['name']}>{name}</span>
      <span className={styles['value']} title={value}>
        {value}
      </span>
      <Button
        look="quiet"
        aria-label={t('screens.cases.filter.remove', { filter })}
        onPress={() => changeFilter({ [key]: null })}
      >
        ×
      </Button>
    </li>
  )
}

/** What the cases are filtered by, each part to be taken away, and a way to add one. */
export function FilterBar(props: FilterBarProps): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const { filter, list, causes, children } = props
  const parts = filterParts(translator, filter, causes, list.plannedRepeats)
  return (
    <div className={styles['bar']}>
      <Search search={filter.search ?? ''} />
      <FilterMenu {...props} />
      {parts.length > 0 && (
        <ul className={styles['chips']} aria-label={t('screens.cases.filter.chips')}>
          {parts.map((part) => (
            <Chip key={part.key} part={part} />
          ))}
        </ul>
      )}
      {isFiltered(filter) && (
        <Button look="quiet" onPress={() => changeFilter(allCases)}>
          {t('screens.cases.filter.clear')}
        </Button>
      )}
      {children}
    </div>
  )
}
