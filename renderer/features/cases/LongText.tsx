import { type ReactNode, useState } from 'react'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import styles from './OneCase.module.css'

interface Props {
  readonly text: string
  /** A longer text is folded at first. */
  readonly lines: number
}

/** Letters in a line, more or less, of the columns that texts stand in. */
const lettersInLine = 110

function isLong(text: string, lines: number): boolean {
  const needed = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersInLine)), 0)
  return needed > lines
}

/** A text with its line breaks; a long one folds away. */
export function LongText({ text, lines }: Props): ReactNode {
  const { t } = useTranslator()
  const [isWhole, setIsWhole] = useState(false)
  const long = isLong(text, lines)
  return (
    <>
      <div className={cx(styles['text'], long && !isWhole && styles['folded'])} style={{ '--lines': lines }}>
        {text}
      </div>
      {long && (
        <Button look="link" aria-expanded={isWhole} onPress={() => setIsWhole(!isWhole)}>
          {t(isWhole ? 'screens.cases.one.less' : 'screens.cases.one.whole')}
        </Button>
      )}
    </>
  )
}
