import { Fragment, type ReactNode } from 'react'
import { useTranslator } from '../../app/language.ts'
import { shortcutKeys } from '../../commands/shortcut.ts'
import { Keys } from '../../components/Keys.tsx'
import { Modal } from '../../components/Modal.tsx'
import { type HelpGroup, helpGroups, type HelpLine } from './groups.ts'
import styles from './ShortcutsDialog.module.css'

function Ways({ ways, isRange = false }: Pick<HelpLine, 'ways'> & { readonly isRange?: boolean }): ReactNode {
  const { t } = useTranslator()
  // Keys that stand for one movement read as one: ↑ ↓ ← →.
  const isOne = ways.every(({ key, mod, alt }) => key.startsWith('Arrow') && mod !== true && alt !== true)
  return (
    <dd className={styles['ways']}>
      {ways.map((shortcut, index) => (
        <Fragment key={shortcutKeys(shortcut, false).join(' ')}>
          {index > 0 && !isOne && <span>{isRange && index === 1 ? '–' : t('screens.commands.or')}</span>}
          <Keys shortcut={shortcut} />
        </Fragment>
      ))}
    </dd>
  )
}

function Group({ title, lines }: HelpGroup): ReactNode {
  const { t } = useTranslator()
  return (
    <section className={styles['group']}>
      <h3>{t(title)}</h3>
      <dl>
        {lines.map((line) => (
          <div key={line.id} className={styles['line']}>
            <dt>{t(line.label)}</dt>
            <Ways ways={line.ways} isRange={line.isRange ?? false} />
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Every key, by where it works. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslator()
  return (
    <Modal isText label={t('screens.commands.shortcuts')} onClose={onClose} isWide>
      <div className={styles['groups']}>
        {helpGroups.map((group) => (
          <Group key={group.title} {...group} />
        ))}
      </div>
    </Modal>
  )
}
