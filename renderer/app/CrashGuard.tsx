import { Component, type ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { Message } from '../components/Message.tsx'
import { translatorOfPage } from './language.ts'
import styles from './CrashGuard.module.css'

interface Props {
  readonly children: ReactNode
}

/** A mistake on one screen leaves the rest of the window usable, and says so. */
export class CrashGuard extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    const { t } = translatorOfPage()
    return (
      <main id="content" tabIndex={-1} className={styles['crash']}>
        <h1>{t('screens.failure.title')}</h1>
        <Message
          tone="failure"
          actions={<Button onPress={() => location.reload()}>{t('screens.failure.reload')}</Button>}
        >
          {t('screens.failure.window', { message: error.message })}
        </Message>
      </main>
    )
  }
}
