import 'react'

declare module 'react' {
  /** Variables that style sheets read. */
  interface CSSProperties {
    readonly '--repeats'?: number
    readonly '--columns'?: string
    readonly '--lines'?: number
    readonly '--longest'?: number
  }
}
