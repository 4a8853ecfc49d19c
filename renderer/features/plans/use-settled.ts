import { useEffect, useState } from 'react'

/**
 * A text that follows the one given once that has stayed the same for a while: no computation starts over at each step
 * of an arrow key.
 */
export function useSettled(text: string, pauseMs: number): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text, pauseMs])
  return settled
}
