/** Numbers in [0, 1), the same for the same seed on every machine. */
export type Random = () => number

/**
 * A small generator with 32 bits of state for simulations whose seed is shown: mulberry32. Its period of 2³² is far
 * beyond what any simulation here draws.
 * Source: T. Ettinger, mulberry32 (public domain).
 * @param seed any integer
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A standard normal deviate by the polar method of Marsaglia and Bray 1964. */
export function normal(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1
    const v = 2 * random() - 1
    const s = u * u + v * v
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s)
  }
}

/**
 * A gamma deviate of unit scale: Marsaglia and Tsang 2000; shapes below 1 by the usual power of a uniform deviate.
 * @param shape above 0
 */
export function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** A beta deviate in [0, 1]; both parameters above 0. */
export function beta(a: number, b: number, random: Random): number {
  const x = gamma(a, random)
  const y = gamma(b, random)
  // Tiny parameters can make both vanish: then the deviate is at one of its ends.
  return x + y > 0 ? x / (x + y) : Number(random() < a / (a + b))
}
