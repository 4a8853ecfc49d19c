/** A rectangle of a drawing, in pixels from its top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A place of a drawing where an exact value can be read, by pointing at it or by the arrow keys. */
export interface ChartMark {
  readonly id: string
  /** In pixels of the drawing, from its top left corner. */
  readonly x: number
  readonly y: number
  /** What the mark fills when it is more than a point, such as a bar: pointing anywhere inside reads it. */
  readonly box?: Box
  /** What is there, in words, with its interval: "k = 3: 66% (48–81%)". */
  readonly text: string
}

export interface ChartColumn {
  readonly title: string
  /** Figures stand at the right. */
  readonly isFigure: boolean
}

/** The drawing as a table: the same values, none left out. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** Everything a chart shows, for those who point, who use keys, who listen, and who copy numbers. */
export interface ChartReading {
  /** In the order in which arrow keys visit them. */
  readonly marks: readonly ChartMark[]
  readonly table: ChartTable
}
