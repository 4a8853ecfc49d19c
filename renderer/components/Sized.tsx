import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './Sized.module.css'

interface Props {
  /** Draws for a width in pixels. */
  readonly children: (width: number) => ReactNode
}

/** Draws its content for the width there is, and again when that changes. */
export function Sized({ children }: Props): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number | null>(null)
  useEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={frame} className={styles['frame']}>
      {width !== null && width > 0 && children(width)}
    </div>
  )
}
