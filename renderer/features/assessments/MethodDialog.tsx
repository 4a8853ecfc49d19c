import { Fragment, type ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import { type MethodSection, methodSections } from '../../../shared/text/method-sections.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import styles from './MethodDialog.module.css'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Powers of ten with their exponents set as such: few fonts have every superscript digit. */
function Powers({ text }: { readonly text: string }): ReactNode {
  return text.split(/(10[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/u).map((part, index) => {
    if (index % 2 === 0) return part
    const exponent = part.slice(2).replaceAll(/./gu, (digit) => String(superscripts.indexOf(digit)))
    return (
      <Fragment key={part}>
        10<sup>{exponent}</sup>
      </Fragment>
    )
  })
}

function Section({ section }: { readonly section: MethodSection }): ReactNode {
  const { title, paragraphs, facts } = section
  return (
    <section className={styles['section']}>
      <h3>{title}</h3>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>
          <Powers text={paragraph} />
        </p>
      ))}
      {facts.length > 0 && (
        <dl className={styles['facts']}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Powers text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/**
 * The method in plain words with what went into this very assessment; a page or two to read or to print. The dialog
 * itself scrolls: it has the focus when it opens, so that arrow keys read on at once.
 */
export function MethodDialog({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const translator = useTranslator()
  return (
    <Dialog className={cx(styles['dialog'])}>
      {({ close }) => (
        <>
          <header className={styles['head']}>
            <Heading slot="title">{translator.t('screens.verdict.methodTitle')}</Heading>
            <Button onPress={close}>{translator.t('screens.verdict.close')}</Button>
          </header>
          <div className={styles['text']}>
            {methodSections(translator, assessment).map((section) => (
              <Section key={section.id} section={section} />
            ))}
          </div>
        </>
      )}
    </Dialog>
  )
}
