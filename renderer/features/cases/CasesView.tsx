import type { ReactNode } from 'react'
import type { CaseList } from '../../../shared/domain/case.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import { Button, ButtonLink } from '../../components/Button.tsx'
import { Keys } from '../../components/Keys.tsx'
import { allCases } from '../../../shared/domain/case-filter.ts'
import { addressOf, tabPlace, type TaskPlace } from '../../state/place.ts'
import { goTo } from '../../state/view.ts'
import { ExportMenu } from '../exports/ExportMenu.tsx'
import type { TaskViewProps } from '../tasks/task-view.ts'
import { CaseTable } from './CaseTable.tsx'
import { casesSentence } from './case-words.ts'
import { FilterBar } from './FilterBar.tsx'
import { changeFilter, openedCase } from './go.ts'
import { keptCase } from './kept-list.ts'
import { MapPanel } from './MapPanel.tsx'
import { OneCase } from './OneCase.tsx'
import { addressIn, useCaseList, useCaseMap } from './use-cases.ts'
import { useListKeys } from './use-list-keys.ts'
import styles from './CasesView.module.css'

function Empty({ place }: { readonly place: TaskPlace }): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['empty']}>
      <h2>{t('screens.cases.empty.title')}</h2>
      <p>{t('screens.cases.empty.text')}</p>
      <div className={styles['ways']}>
        <ButtonLink look="primary" href={addressOf(tabPlace(place, 'log'))}>
          {t('screens.cases.empty.log')}
        </ButtonLink>
        <ButtonLink href={addressOf({ screen: 'import', task: place.task })}>
          {t('screens.command.import')}
        </ButtonLink>
      </div>
    </div>
  )
}

function Lead({ list, place }: { readonly list: CaseList; readonly place: TaskPlace }): ReactNode {
  const { lead, rest } = casesSentence(useTranslator(), list, place.filter)
  return (
    <div role="status">
      <h2 className={styles['lead']}>
        {lead}
        {rest !== '' && <span> {rest}</span>}
      </h2>
    </div>
  )
}

function KeyLine(): ReactNode {
  const { t } = useTranslator()
  return (
    <footer className={styles['keys']}>
      <span>
        <Keys shortcut={{ key: 'ArrowUp' }} /> <Keys shortcut={{ key: 'ArrowDown' }} />{' '}
        {t('screens.cases.keys.move')}
      </span>
      <span>
        <Keys shortcut={{ key: 'Enter' }} /> {t('screens.cases.keys.open')}
      </span>
      <span>
        <Keys shortcut={{ key: '/' }} /> {t('screens.cases.keys.search')}
      </span>
    </footer>
  )
}

function NothingFits(): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['nothing']}>
      <p>{t('screens.cases.nothing')}</p>
      <Button onPress={() => changeFilter(allCases)}>{t('screens.cases.filter.clear')}</Button>
    </div>
  )
}

/** All cases that fit: in words, as a picture, and in rows. */
function Listed({ detail, place, configuration }: TaskViewProps): ReactNode {
  const address = addressIn(place, configuration)
  const list = useCaseList(address)
  const map = useCaseMap(address)
  useListKeys()
  const open = (label: string): void => goTo(openedCase(place, label))
  const { causes } = detail.task
  return (
    <>
      <div className={styles['list']}>
        <Await query={list}>
          {(found) => (
            <>
              <Lead list={found} place={place} />
              <FilterBar filter={place.filter} list={found} causes={causes}>
                <ExportMenu place={place} />
              </FilterBar>
              {found.matching === 0 ? (
                <NothingFits />
              ) : (
                <>
                  <MapPanel map={map.data} isGrouped={place.sort.by === 'passes'} onOpen={open} />
                  <CaseTable
                    address={address}
                    place={place}
                    list={found}
                    causes={causes}
                    start={keptCase(addressOf(place), map.data?.labels ?? [])}
                  />
                </>
              )}
            </>
          )}
        </Await>
      </div>
      <KeyLine />
    </>
  )
}

/** The cases of the task, or one of them. */
export function CasesView(props: TaskViewProps): ReactNode {
  const { detail, place } = props
  if (detail.cases === 0) return <Empty place={place} />
  return place.case === null ? <Listed {...props} /> : <OneCase {...props} label={place.case} />
}
