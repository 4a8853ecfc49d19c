import type { ReactElement } from 'react'
import { formatCount } from '../text/numbers.ts'
import { counted } from '../text/words.ts'
import {
  type CaseGroup,
  type CaseProfileInput,
  layOutCaseProfile,
  profileHeight,
  profileLabelSize,
  profileSide,
  profileTop,
  profileWidth,
} from './case-profile-layout.ts'
import { Hatch } from './hatch.tsx'
import { palette, px } from './palette.ts'

export interface CaseProfileProps extends CaseProfileInput {
  /** Of the drawing, in pixels. */
  readonly width: number
  readonly height: number
  /** Makes the ids of this drawing unique on its page. */
  readonly prefix: string
}

function describe({ casesByPasses, repeats, translator }: CaseProfileProps): string {
  const { language } = translator
  return casesByPasses
    .toReversed()
    .map(({ passes, cases }) =>
      counted(translator, 'verdict.charts.profileGroup', cases, {
        passes: formatCount(language, passes),
        repeats: formatCount(language, repeats),
      }),
    )
    .join(', ')
}

function Group(props: {
  readonly group: CaseGroup
  readonly height: number
  readonly hatch: string
}): ReactElement {
  const { group, height, hatch } = props
  const passed = group.share * height
  // A hairline between groups, as long as it leaves something to see.
  const width = px(Math.max(0.5, group.width - (group.width > 4 ? 1.5 : 0)))
  const x = px(group.x)
  const never = group.passes === 0
  return (
    <g>
      <rect
        x={x}
        y={profileTop}
        width={width}
        height={px(height - passed)}
        fill={never ? palette.neverSoft : palette.flaky}
        fillOpacity={never ? 1 : 0.45}
      />
      {never && <rect x={x} y={profileTop} width={width} height={px(height)} fill={`url(#${hatch})`} />}
      <rect
        x={x}
        y={px(profileTop + height - passed)}
        width={width}
        height={px(passed)}
        fill={palette.passes}
      />
      {group.label !== null && (
        <g textAnchor="middle" fontSize={profileLabelSize}>
          <text
            x={px(group.x + group.width / 2)}
            y={profileTop + height + 17}
            fontWeight={600}
            fill={palette.ink}
          >
            {group.label.cases}
          </text>
          <text x={px(group.x + group.width / 2)} y={profileTop + height + 33} fill={palette.secondary}>
            {group.label.passes}
          </text>
        </g>
      )}
    </g>
  )
}

/**
 * Every case side by side, from always to never passed, filled up to the share of its repeats that passed. The
 * blue area is the reliability, the amber one the flaky failures, the hatched one the work never solved: the same
 * three parts as in the gap bar.
 */
export function CaseProfile(props: CaseProfileProps): ReactElement {
  const { translator, prefix, width, height } = props
  const [title, description, hatch] = [`${prefix}-title`, `${prefix}-description`, `${prefix}-hatch`]
  const groups = layOutCaseProfile(props, profileWidth(width))
  if (groups.length === 0) return <p className="chart-empty">{translator.t('verdict.charts.empty')}</p>
  return (
    <svg
      className="case-profile"
      role="img"
      aria-labelledby={`${title} ${description}`}
      viewBox={`${-profileSide} 0 ${px(width)} ${height}`}
      width={px(width)}
      height={height}
    >
      <title id={title}>{translator.t('verdict.charts.profileTitle')}</title>
      <desc id={description}>{describe(props)}</desc>
      <defs>
        <Hatch id={hatch} />
      </defs>
      {groups.map((each) => (
        <Group key={each.passes} group={each} height={profileHeight(height)} hatch={hatch} />
      ))}
    </svg>
  )
}
