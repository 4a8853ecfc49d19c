import type { Language } from '../domain/settings.ts'

/** British order and spelling for English dates; digits and grouping are the same as in American English. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ko: 'ko-KR' }

/** Bounds are bisected to 1e-6, so no percentage carries more than four decimals. */
const mostDecimals = 4

/** A whole number with its grouping: 1,340. */
export function formatCount(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 0 }).format(value)
}

/**
 * A number that is itself an estimate, such as cases still needed: exact below a thousand, from there on with two
 * significant digits: 13, 265, 34,000.
 */
export function formatAbout(language: Language, value: number): string {
  return formatCount(language, value < 1000 ? value : Number(value.toPrecision(2)))
}

/** Names in a row: "a, b and c". */
export function formatList(language: Language, names: readonly string[]): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names)
}

/** A number with at most `decimals` decimals, for example expected attempts: 2.35. */
export function formatNumber(language: Language, value: number, decimals: number): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals }).format(value)
}

function fixedPercent(language: Language, value: number, decimals: number): string {
  return new Intl.NumberFormat(locales[language], {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value)
}

/**
 * A probability as a percentage with `decimals` decimals, and more of them where fewer would print 0% or 100%
 * for a value that is not exactly so; beyond four decimals `<0.0001%` or `>99.9999%`.
 */
export function formatPercent(language: Language, value: number, decimals = 0): string {
  if (value <= 0 || value >= 1) return fixedPercent(language, value, 0)
  for (let digits = decimals; digits <= mostDecimals; digits += 1) {
    const text = fixedPercent(language, value, digits)
    const shown = Number.parseFloat(text)
    if (shown > 0 && shown < 100) return text
  }
  return value < 0.5
    ? `<${fixedPercent(language, 0.000001, mostDecimals)}`
    : `>${fixedPercent(language, 0.999999, mostDecimals)}`
}

/** A required reliability with the digits it was given: 99%, 99.9%, 99.95%. */
export function formatRequired(language: Language, required: number): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 10 }).format(
    required,
  )
}

/** Decimals of a percentage that an interval of this width supports: 0 from 10 points, 1 from 1 point, else 2. */
export function supportedDecimals(lower: number, upper: number): number {
  const points = Math.abs(upper - lower) * 100
  if (points >= 10) return 0
  return points >= 1 ? 1 : 2
}

/**
 * An interval as `27–59%`, with the decimals its own width supports, rounded outwards: what is printed holds what
 * was computed.
 */
export function formatInterval(language: Language, lower: number, upper: number): string {
  const decimals = supportedDecimals(lower, upper)
  const bound = (value: number, roundingMode: 'floor' | 'ceil'): string => {
    // Bisected to 1e-6: digits beyond that are noise, which must not push 27% to 28%.
    const percent = Number((value * 100).toFixed(6))
    const text = new Intl.NumberFormat(locales[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      roundingMode,
    }).format(percent)
    return Number(text) === 0 || Number(text) === 100 ? String(Number(text)) : text
  }
  return `${bound(lower, 'floor')}–${bound(upper, 'ceil')}%`
}

/** A difference of percentages in points, with a true minus and no minus zero. */
function signedPoints(
  language: Language,
  difference: number,
  decimals: number,
  roundingMode: 'floor' | 'ceil' | 'halfExpand',
): string {
  const text = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    roundingMode,
    signDisplay: 'negative',
  }).format(Number((difference * 100).toFixed(4)))
  return text.replace('-', '−')
}

/** A signed difference of two percentages, in points: `12 points`, `−3%p`. */
export function formatPoints(language: Language, difference: number, decimals: number): string {
  const number = signedPoints(language, difference, decimals, 'halfExpand')
  return language === 'ko' ? `${number}%p` : `${number} points`
}

/** An interval of a difference, rounded outwards: `−3 to 21 points`, `−3~21%p`. */
export function formatPointsInterval(language: Language, lower: number, upper: number): string {
  const decimals = supportedDecimals(lower, upper)
  const [low, high] = [
    signedPoints(language, lower, decimals, 'floor'),
    signedPoints(language, upper, decimals, 'ceil'),
  ]
  return language === 'ko' ? `${low}~${high}%p` : `${low} to ${high} points`
}

/** US dollars: two decimals from one dollar, below that three significant digits. `$0.0123` */
export function formatMoney(language: Language, usd: number): string {
  const size = Math.abs(usd)
  const decimals = size === 0 || size >= 1 ? 2 : Math.min(20, Math.max(2, 2 - Math.floor(Math.log10(size))))
  return new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: decimals,
  }).format(usd)
}

const latencyUnits = {
  en: { ms: ' ms', s: ' s', min: ' min', h: ' h' },
  ko: { ms: 'ms', s: '초', min: '분', h: '시간' },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>

/** A duration: `850 ms`, `1.24 s`, `34.5 s`, `2 min 5 s`, `1 h 5 min`. */
export function formatLatency(language: Language, ms: number): string {
  const unit = latencyUnits[language]
  if (Math.round(ms) < 1000) return `${formatCount(language, ms)}${unit.ms}`
  const seconds = ms / 1000
  if (Math.round(seconds * 10) < 600) {
    return `${formatNumber(language, seconds, seconds < 9.995 ? 2 : 1)}${unit.s}`
  }
  const wholeSeconds = Math.round(seconds)
  if (wholeSeconds < 3600) return pair(language, wholeSeconds, 60, unit.min, unit.s)
  return pair(language, Math.round(seconds / 60), 60, unit.h, unit.min)
}

function pair(language: Language, total: number, per: number, large: string, small: string): string {
  const first = `${formatCount(language, Math.floor(total / per))}${large}`
  return total % per === 0 ? first : `${first} ${total % per}${small}`
}

function dates(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' })
}

/** A calendar day in UTC, so that the same data reads the same everywhere: `23 November 2026`. */
export function formatDate(language: Language, iso: string): string {
  return dates(language).format(new Date(iso))
}

/** From the first to the last day in UTC, or the one day that both are: `1 – 5 March 2026`. */
export function formatPeriod(language: Language, firstIso: string, lastIso: string): string {
  return dates(language).formatRange(new Date(firstIso), new Date(lastIso))
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The power of ten that evidence reaches, from ten thousand on; null below, where the odds are written out. */
export function oddsPower(logEvidence: number): number | null {
  const power = Math.floor(logEvidence / Math.LN10 + 1e-9)
  return power >= 4 ? power : null
}

/**
 * Evidence, given as a natural logarithm, as odds: `3.4 : 1`, `1,250 : 1`, from ten thousand on the power of
 * ten it reaches, `10¹¹ : 1`, never broken over a line; below even odds `under 1 : 1` is left to the caller's words.
 */
export function formatOdds(language: Language, logEvidence: number): string {
  const power = oddsPower(logEvidence)
  if (power !== null) {
    const exponent = String(power).replace(/\d/g, (digit) => superscripts.charAt(Number(digit)))
    return `10${exponent}\u00A0:\u00A01`
  }
  const odds = Math.exp(logEvidence)
  return `${formatNumber(language, odds, odds < 10 ? 1 : 0)}\u00A0:\u00A01`
}

/** A natural logarithm with two decimals and a true minus: `−3.40`. */
export function formatLogarithm(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    .format(value)
    .replace('-', '−')
}
