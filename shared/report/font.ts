/** One font file for a report, ready to stand in an `@font-face` rule as a `data:` address. */
export interface ReportFont {
  /** Family name as styles use it, for example `Inter`. */
  readonly family: string
  /** A CSS `font-weight`: one weight (`400`) or, for a variable font, a range (`100 900`). */
  readonly weight: string
  /** The TrueType file, with glyphs for what the report shows. */
  readonly base64: string
}
