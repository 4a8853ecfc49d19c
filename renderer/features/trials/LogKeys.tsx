import type { ReactNode } from 'react'
import type { Cause } from '../../../shared/domain/cause.ts'
import { causeName } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { Keys } from '../../components/Keys.tsx'
import { useLogging } from '../../state/logging.ts'
import { causeKeys, commandKeys } from './grading.ts'
import { KeyHint } from './KeyHint.tsx'
import styles from './LogKeys.module.css'
import { openPanel, useLogState } from './log-state.ts'
import { stopAsking, useIsAsking, useLoggerName } from './logger.ts'

/** Id of the button that says who grades: its form stands beside it. */
export const loggerButton = 'log-logger'

const openLogger = (): void => openPanel({ kind: 'logger' })

/** Who grades. Asked for once, here and without taking a key: who does not answer goes on grading. */
function Logger(): ReactNode {
  const { t } = useTranslator()
  const name = useLoggerName()
  const isAsking = useIsAsking()
  return (
    <>
      {isAsking && (
        <span role="status" className={styles['asking']}>
          {t('screens.log.logger.ask')}
        </span>
      )}
      <div className={styles['buttons']}>
        <Button look="quiet" id={loggerButton} onPress={openLogger}>
          {name === null ? t('screens.log.logger.add') : t('screens.log.loggedBy', { name })}
          <Keys shortcut={commandKeys.logger[0]} />
        </Button>
        {isAsking && (
          <Button look="quiet" onPress={stopAsking}>
            {t('screens.log.logger.notNow')}
          </Button>
        )}
      </div>
    </>
  )
}

function Actions(): ReactNode {
  const { t } = useTranslator()
  const isTiming = useLogState((state) => state.isTiming)
  return (
    <div className={styles['keys']}>
      <KeyHint shortcut={{ key: 'p' }}>{t('screens.log.pass')}</KeyHint>
      <KeyHint shortcut={{ key: 'f' }}>{t('screens.log.fail')}</KeyHint>
      <KeyHint shortcut={{ key: 'e' }}>{t('screens.log.error')}</KeyHint>
      <KeyHint shortcut={commandKeys.void[0]}>{t('screens.log.void')}</KeyHint>
      <KeyHint shortcut={{ key: 'v' }}>{t('screens.log.verifier')}</KeyHint>
      <KeyHint shortcut={commandKeys.note[0]}>{t('screens.log.note')}</KeyHint>
      {isTiming && (
        <>
          <KeyHint shortcut={commandKeys.pause[0]}>{t('screens.log.watch.pause')}</KeyHint>
          <KeyHint shortcut={commandKeys.time[0]}>{t('screens.log.watch.turn')}</KeyHint>
        </>
      )}
      <KeyHint shortcut={{ key: 'Delete' }}>{t('screens.log.remove')}</KeyHint>
      <KeyHint shortcut={{ key: 'z', mod: true }}>{t('screens.log.undo')}</KeyHint>
    </div>
  )
}

function Causes({ causes }: { readonly causes: readonly Cause[] }): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  if (causes.length === 0) return null
  const keys = causeKeys(causes)
  const isMore = causes.length > keys.length
  return (
    <div className={cx(styles['keys'], styles['causes'])}>
      <span className={styles['lead']}>{t('screens.log.afterFailure')}</span>
      {keys.map(({ key, cause }) => (
        <KeyHint key={key} shortcut={{ key }}>
          {causeName(translator, cause.key, cause.name)}
        </KeyHint>
      ))}
      <KeyHint shortcut={commandKeys.causes[0]}>
        {t(isMore ? 'screens.log.allCauses' : 'screens.log.findCause')}
      </KeyHint>
    </div>
  )
}

/** The keys, where they work, who grades, and whether everything pressed so far is on the disk. */
export function LogKeys({ causes }: { readonly causes: readonly Cause[] }): ReactNode {
  const { t } = useTranslator()
  const waiting = useLogging((state) => state.waiting)
  return (
    <footer className={styles['bar']}>
      <div className={styles['rows']}>
        <Actions />
        <Causes causes={causes} />
      </div>
      <div className={styles['state']}>
        <Logger />
        <span>{t(waiting > 0 ? 'screens.log.saving' : 'screens.app.saved')}</span>
      </div>
    </footer>
  )
}
