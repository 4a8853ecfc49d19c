import type { ReactNode } from 'react'
import type { Cause } from '../../../shared/domain/cause.ts'
import { causeName } from '../../../shared/text/sentences.ts'
import { useTranslator } from '../../app/language.ts'
import { Keys } from '../../components/Keys.tsx'
import type { Shortcut } from '../../commands/shortcut.ts'
import { useLogging } from '../../state/logging.ts'
import { causeKeys } from './grading.ts'
import styles from './LogKeys.module.css'

function Key({
  shortcut,
  children,
}: {
  readonly shortcut: Shortcut
  readonly children: ReactNode
}): ReactNode {
  return (
    <span className={styles['key']}>
      <Keys shortcut={shortcut} /> {children}
    </span>
  )
}

/** The keys, where they work, and whether everything pressed so far is on the disk. */
export function LogKeys({ causes }: { readonly causes: readonly Cause[] }): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const waiting = useLogging((state) => state.waiting)
  return (
    <footer className={styles['bar']}>
      <div className={styles['keys']}>
        <Key shortcut={{ key: 'p' }}>{t('screens.log.pass')}</Key>
        <Key shortcut={{ key: 'f' }}>{t('screens.log.failThen')}</Key>
        {causeKeys(causes).map(({ key, cause }) => (
          <Key key={key} shortcut={{ key }}>
            {causeName(translator, cause.key, cause.name)}
          </Key>
        ))}
        <Key shortcut={{ key: 'e' }}>{t('screens.log.error')}</Key>
        <Key shortcut={{ key: 'v' }}>{t('screens.log.verifier')}</Key>
        <Key shortcut={{ key: 'Delete' }}>{t('screens.log.remove')}</Key>
        <Key shortcut={{ key: 'z', mod: true }}>{t('screens.log.undo')}</Key>
      </div>
      <span className={styles['saved']}>{t(waiting > 0 ? 'screens.log.saving' : 'screens.app.saved')}</span>
    </footer>
  )
}
