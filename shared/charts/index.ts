export {
  AttemptsCurves,
  type AttemptsCurvesProps,
  attemptsCurvesReading,
  CurveSample,
} from './attempts-curves.tsx'
export { type AttemptAxis, attemptUseName, knownAxes } from './attempts-curves-layout.ts'
export { CaseProfile, type CaseProfileProps } from './case-profile.tsx'
export { readCaseProfile } from './case-profile-reading.ts'
export { ComputeAxis, type ComputeAxisProps, computeAxisReading } from './compute-axis.tsx'
export { Delivery, type DeliveryProps, deliveryReading } from './delivery.tsx'
export { Difference, type DifferenceProps, readDifference } from './difference.tsx'
export { Forest, type ForestProps } from './forest.tsx'
export { type ForestInput, type ForestRow, rateText, readForest } from './forest-layout.ts'
export { Frontier, type FrontierProps } from './frontier.tsx'
export { type FrontierInput, type FrontierPoint, readFrontier } from './frontier-layout.ts'
export { GapBar, type GapBarProps } from './gap-bar.tsx'
export { readGapBar } from './gap-bar-reading.ts'
export { Odds } from './odds.tsx'
export { RepeatsFan, type RepeatsFanProps } from './repeats-fan.tsx'
export { readRepeatsFan } from './repeats-fan-reading.ts'
export type { Box, ChartColumn, ChartMark, ChartReading, ChartTable } from './reading.ts'
export { CaseMapChart, caseMapLeft, type CaseMapProps } from './case-map-chart.tsx'
export { type CaseMapCell, type CaseMapLayout, cellAt, cornerOf, layOutCaseMap } from './case-map-layout.ts'
export { type CaseMapData, cellText, readCaseMap } from './case-map-reading.ts'
