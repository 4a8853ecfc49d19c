import type { ReactElement } from 'react'
import { methodParagraphs } from '../../text/method.ts'
import { planChangeTexts } from '../../text/sentences.ts'
import type { ReportContext } from '../context.ts'
import { Section } from '../table.tsx'

/** How all of it was computed, with the inputs filled in. */
export function Method({ assessment, translator }: ReportContext): ReactElement {
  return (
    <Section id="method" title={translator.t('report.method.title')}>
      {planChangeTexts(translator, assessment.planChanges).map((text) => (
        <p key={text}>
          <strong>{text}</strong>
        </p>
      ))}
      {methodParagraphs(translator, assessment).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Section>
  )
}
