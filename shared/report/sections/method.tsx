import type { ReactElement } from 'react'
import { type MethodSection, methodSections } from '../../text/method-sections.ts'
import { planChangeTexts } from '../../text/sentences.ts'
import type { ReportContext } from '../context.ts'
import { Exponents } from '../exponents.tsx'
import { partIds } from '../links.tsx'
import { FactTable, Part, Passage } from '../table.tsx'

/** The counts stand on the data page, where they add up. */
function isHere({ id }: MethodSection): boolean {
  return id !== 'inputs'
}

/** What is claimed stands with its figures, and no work is cited on another page than the others. */
function isWhole({ id }: MethodSection): boolean {
  return id === 'claim' || id === 'sources'
}

function Chapter(section: MethodSection): ReactElement {
  const { id, title, paragraphs, facts } = section
  const named = `method-${id}`
  return (
    <Passage id={named} title={title} long={!isWhole(section)}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className={paragraph.startsWith('E(R)') ? 'formula' : undefined}>
          <Exponents text={paragraph} />
        </p>
      ))}
      {facts.length > 0 && <FactTable labelledBy={named} facts={facts} isWide />}
    </Passage>
  )
}

/** How all of it was computed, in plain words with its own figures. */
export function Method({ assessment, translator }: ReportContext): ReactElement {
  return (
    <Part
      id={partIds.method}
      title={translator.t('report.parts.method.title')}
      answer={planChangeTexts(translator, assessment.planChanges).join(' ')}
    >
      {methodSections(translator, assessment)
        .filter(isHere)
        .map((section) => (
          <Chapter key={section.id} {...section} />
        ))}
    </Part>
  )
}
