/** Height in pixels of the chart beside its words: as high as they are, and on wide screens higher. */
export function leadingChartHeight(width: number, curves: number): number {
  return Math.round(Math.min(400, Math.max(curves > 3 ? 300 : 268, width * 0.32)))
}

/** Height in pixels of the two charts side by side. */
export function pairedChartHeight(width: number): number {
  return Math.round(Math.min(360, Math.max(270, width * 0.36)))
}
