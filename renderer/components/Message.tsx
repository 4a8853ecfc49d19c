import type { ReactNode } from 'react'
import { useTranslator } from '../app/language.ts'
import { closeNotice, useNotices } from '../state/notices.ts'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import styles from './Message.module.css'

interface MessageProps {
  readonly tone: 'failure' | 'done'
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** A calm line about something that happened, with what one can do about it. */
export function Message({ tone, children, actions }: MessageProps): ReactNode {
  return (
    <div
      role={tone === 'failure' ? 'alert' : 'status'}
      className={cx(styles['message'], tone === 'failure' && styles['failure'])}
    >
      <div className={styles['text']}>{children}</div>
      {actions}
    </div>
  )
}

/** What happened lately, over whatever is on screen, until it is closed. */
export function Notices(): ReactNode {
  const { t } = useTranslator()
  const shown = useNotices((state) => state.shown)
  return (
    <div className={styles['stack']}>
      {shown.map((notice) => (
        <Message
          key={notice.id}
          tone={notice.tone}
          actions={
            <Button look="quiet" onPress={() => closeNotice(notice.id)}>
              {t('screens.app.close')}
            </Button>
          }
        >
          {notice.text}
        </Message>
      ))}
    </div>
  )
}
