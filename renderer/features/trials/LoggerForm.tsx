import { type ReactNode, useState } from 'react'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { TextBox } from '../../components/Field.tsx'
import { useChangeSettings } from '../settings/change.ts'
import { CellForm } from './CellForm.tsx'
import styles from './CellForm.module.css'
import { stopAsking, useLoggerName } from './logger.ts'

/** At most this many are offered; whoever is not among them types. */
const mostNames = 8

/** Who grades from now on: typed, or one of those who have graded in this workspace before. */
export function LoggerForm({
  beside,
  onClose,
}: {
  readonly beside: string
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslator()
  const present = useLoggerName()
  const known = useRead('trial.loggers', {}).data?.names ?? []
  const [name, setName] = useState(present ?? '')
  const change = useChangeSettings()
  const choose = (chosen: string): void => {
    const loggerName = chosen.trim() === '' ? null : chosen.trim()
    if (loggerName !== present) change({ loggerName })
    stopAsking()
    onClose()
  }
  const others = known.filter((each) => each !== present).slice(0, mostNames)
  return (
    <CellForm label={t('screens.log.logger.title')} beside={beside} onClose={onClose}>
      <TextBox
        label={t('screens.log.logger.title')}
        note={t('screens.log.logger.note')}
        value={name}
        onChange={setName}
        onEnter={() => choose(name)}
        autoFocus
      />
      {others.length > 0 && (
        <div role="group" aria-label={t('screens.log.logger.known')} className={styles['names']}>
          {others.map((each) => (
            <Button key={each} onPress={() => choose(each)}>
              {each}
            </Button>
          ))}
        </div>
      )}
      <div className={styles['buttons']}>
        <Button look="primary" onPress={() => choose(name)}>
          {t('screens.log.logger.store')}
        </Button>
      </div>
    </CellForm>
  )
}
