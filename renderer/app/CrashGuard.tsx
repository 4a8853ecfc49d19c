import { Component, type ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { Message } from '../components/Message.tsx'
import { translatorOfPage } from './language.ts'
import styles from './CrashGuard.module.css'

interface Props {
  /** What is on screen: after a mistake there, the next place is tried anew. */
  readonly place: string
  readonly children: ReactNode
}

interface State {
  readonly place: string
  readonly error: Error | null
}

/** A mistake on one screen leaves the rest of the window usable, and says so. */
export class CrashGuard extends Component<Props, State> {
  override state: State = { place: this.props.place, error: null }

  static getDerivedStateFromError(error: unknown): Pick<State, 'error'> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  static getDerivedStateFromProps({ place }: Props, state: State): State | null {
    return place === state.place ? null : { place, error: null }
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
          actions={
            <>
              <Button onPress={() => this.setState({ error: null })}>{t('screens.failure.retry')}</Button>
              <Button onPress={() => location.reload()}>{t('screens.failure.reload')}</Button>
            </>
          }
        >
          {t('screens.failure.window', { message: error.message })}
        </Message>
      </main>
    )
  }
}
