export interface FunderReportOptions {
  /** Crossings hide counts from 1 to below this; null shows them all. */
  readonly maskBelow: number | null
  /** What an hour given is worth, in euros, and who says so; null leaves the valuation out. Never a number of ours: rates change. */
  readonly hourlyRate: { readonly euros: number; readonly source: string } | null
}
