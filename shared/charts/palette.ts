/**
 * The tokens of the look, each with its light value: a page without the token stylesheet, such as the report,
 * draws in the light theme. Attributes of SVG elements take `var()`, so no inline style is needed.
 */
export const palette = {
  panel: 'var(--panel, #ffffff)',
  ink: 'var(--ink, #1d1d1b)',
  secondary: 'var(--secondary, #5d5c57)',
  tertiary: 'var(--tertiary, #6c6b66)',
  line: 'var(--line, #e3e2de)',
  lineStrong: 'var(--line-strong, #8c8b85)',
  passes: 'var(--passes, #0f6fb8)',
  onPasses: 'var(--on-passes, #ffffff)',
  flaky: 'var(--flaky, #e2a33b)',
  onFlaky: 'var(--on-flaky, #1d1d1b)',
  never: 'var(--never, #b9b7b0)',
  neverSoft: 'var(--never-soft, #ebeae6)',
} as const

/** Pixels, rounded so that the same chart is written the same way everywhere. */
export function px(value: number): number {
  return Math.round(value * 100) / 100
}
