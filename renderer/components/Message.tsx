import { type FocusEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useTranslator } from '../app/language.ts'
import { actOn, closeNotice, type Notice, useNotices } from '../state/notices.ts'
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

/** How long a success stays to be read, ms, and one that offers something to do. A failure stays until it is closed. */
const successMs = 7000
const offerMs = 20_000

/** Closes a success after its time; while somebody points at the notices or is among them by keys, not yet. */
function useLeaving({ id, tone, action }: Notice, stack: RefObject<HTMLElement | null>): void {
  const staysMs = action === null ? successMs : offerMs
  useEffect(() => {
    if (tone !== 'done') return undefined
    let timer: ReturnType<typeof setTimeout>
    const wait = (): void => {
      timer = setTimeout(() => {
        if (stack.current?.matches(':hover, :focus-within') === true) wait()
        else closeNotice(id)
      }, staysMs)
    }
    wait()
    return () => clearTimeout(timer)
  }, [id, tone, staysMs, stack])
}

interface LineProps {
  readonly notice: Notice
  readonly stack: RefObject<HTMLElement | null>
  readonly onClose: () => void
  readonly onAct: () => void
}

function NoticeLine({ notice, stack, onClose, onAct }: LineProps): ReactNode {
  const { t } = useTranslator()
  useLeaving(notice, stack)
  return (
    <Message
      tone={notice.tone}
      actions={
        <>
          {notice.action !== null && <Button onPress={onAct}>{notice.action.label}</Button>}
          <Button look="quiet" onPress={onClose}>
            {t('screens.app.close')}
          </Button>
        </>
      }
    >
      {notice.text}
    </Message>
  )
}

/** Tells the page how high the notices stand, so that it can keep clear of them: `--notices`. */
function useHeightTold(stack: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = stack.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => {
      const height = element.offsetHeight
      document.documentElement.style.setProperty('--notices', height === 0 ? '0px' : `${height + 12}px`)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [stack])
}

/**
 * What happened lately, over whatever is on screen, below what is under way. Who closes a line goes on where they were.
 */
export function Notices({ children }: { readonly children?: ReactNode }): ReactNode {
  const shown = useNotices((state) => state.shown)
  const stack = useRef<HTMLDivElement>(null)
  const former = useRef<HTMLElement | null>(null)
  useHeightTold(stack)
  const remember = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
      former.current = relatedTarget
  }
  const goOn = (): void => former.current?.focus({ preventScroll: true })
  const close = (id: number): void => {
    closeNotice(id)
    goOn()
  }
  const act = (notice: Notice): void => {
    goOn()
    actOn(notice)
  }
  return (
    <div ref={stack} className={styles['stack']} onFocus={remember}>
      {children}
      {shown.map((notice) => (
        <NoticeLine
          key={notice.id}
          notice={notice}
          stack={stack}
          onClose={() => close(notice.id)}
          onAct={() => act(notice)}
        />
      ))}
    </div>
  )
}
