import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger, SubmenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { CaseFilter } from '../../../shared/domain/case-filter.ts'
import { outcomes, verifierVerdict } from '../../../shared/domain/trial.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { useTranslator } from '../../app/language.ts'
import { cx } from '../../components/cx.ts'
import { groupOrder, nameOfCause, passesText } from './case-words.ts'
import type { FilterBarProps } from './FilterBar.tsx'
import { changeFilter } from './go.ts'
import menu from '../../components/menu.module.css'
import styles from './FilterMenu.module.css'

interface Value {
  readonly id: string
  readonly name: string
  readonly changes: Partial<CaseFilter>
  readonly isChosen: boolean
  /** How many cases there are of it in the task. */
  readonly cases?: number
}

interface Dimension {
  readonly id: 'group' | 'passes' | 'outcome' | 'cause' | 'verifier' | 'segment'
  readonly values: readonly Value[]
}

/** More planned repeats than these are looked at by the group, or through the address. */
const mostPasses = 20

function useDimensions({ filter, list, causes }: FilterBarProps): readonly Dimension[] {
  const translator = useTranslator()
  const { t } = translator
  const { facets, plannedRepeats } = list
  const passes =
    plannedRepeats > mostPasses ? [] : Array.from({ length: plannedRepeats + 1 }, (_, each) => each)
  const dimensions: readonly Dimension[] = [
    {
      id: 'group',
      values: groupOrder.map((group) => ({
        id: group,
        name: t(`screens.cases.group.${group}`),
        changes: { group },
        isChosen: filter.group === group,
      })),
    },
    {
      id: 'passes',
      values: passes.map((each) => ({
        id: String(each),
        name: passesText(translator, each, plannedRepeats),
        changes: { passes: each },
        isChosen: filter.passes === each,
      })),
    },
    {
      id: 'outcome',
      values: outcomes.map((outcome) => ({
        id: outcome,
        name: t(`screens.cases.outcome.${outcome}`),
        changes: { outcome },
        isChosen: filter.outcome === outcome,
      })),
    },
    {
      id: 'cause',
      values: (facets?.causes ?? []).map(({ cause, cases }) => ({
        id: `cause ${cause ?? ''}`,
        name: nameOfCause(translator, causes, cause),
        changes: { cause: cause ?? '' },
        isChosen: filter.cause === (cause ?? ''),
        cases,
      })),
    },
    {
      id: 'verifier',
      values: verifierVerdict.options.map((verifier) => ({
        id: verifier,
        name: t(`screens.cases.verifier.${verifier}`),
        changes: { verifier },
        isChosen: filter.verifier === verifier,
      })),
    },
    {
      id: 'segment',
      values: (facets?.segments ?? []).map(({ segment, cases }) => ({
        id: `segment ${segment}`,
        name: segment,
        changes: { segment },
        isChosen: filter.segment === segment,
        cases,
      })),
    },
  ]
  return dimensions.filter(({ values }) => values.length > 0)
}

function Values({ dimension }: { readonly dimension: Dimension }): ReactNode {
  const { t, language } = useTranslator()
  return (
    <Menu
      aria-label={t(`screens.cases.filter.${dimension.id}`)}
      className={cx(menu['list'], styles['list'])}
      selectionMode="single"
      selectedKeys={dimension.values.filter(({ isChosen }) => isChosen).map(({ id }) => id)}
    >
      {dimension.values.map(({ id, name, changes, cases }) => (
        <MenuItem
          key={id}
          id={id}
          textValue={name}
          className={cx(menu['item'], styles['item'])}
          onAction={() => changeFilter(changes)}
        >
          <span className={styles['name']}>{name}</span>
          {cases !== undefined && <span className={styles['count']}>{formatCount(language, cases)}</span>}
        </MenuItem>
      ))}
    </Menu>
  )
}

/** Everything cases can be filtered by, each with the values there are. */
export function FilterMenu(props: FilterBarProps): ReactNode {
  const { t } = useTranslator()
  const dimensions = useDimensions(props)
  return (
    <MenuTrigger>
      <AriaButton className={cx(menu['button'])}>
        {t('screens.cases.filter.add')}
        <span className={menu['arrow']} aria-hidden />
      </AriaButton>
      <Popover className={cx(menu['popover'], styles['popover'])} offset={4}>
        <Menu className={cx(menu['list'], styles['list'])} aria-label={t('screens.cases.filter.add')}>
          {dimensions.map((dimension) => (
            <SubmenuTrigger key={dimension.id}>
              <MenuItem
                id={dimension.id}
                textValue={t(`screens.cases.filter.${dimension.id}`)}
                className={cx(menu['item'], styles['item'])}
              >
                <span className={styles['name']}>{t(`screens.cases.filter.${dimension.id}`)}</span>
                <span className={cx(menu['arrow'], styles['more'])} aria-hidden />
              </MenuItem>
              <Popover className={cx(menu['popover'], styles['popover'])} offset={-2}>
                <Values dimension={dimension} />
              </Popover>
            </SubmenuTrigger>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
