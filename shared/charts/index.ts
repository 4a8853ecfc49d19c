export { CaseProfile, type CaseProfileProps } from './case-profile.tsx'
export { GapBar, type GapBarProps } from './gap-bar.tsx'
export { Odds } from './odds.tsx'
export { RepeatsFan, type RepeatsFanProps } from './repeats-fan.tsx'
