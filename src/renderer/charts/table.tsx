/** The figures of a chart as a table: what a screen reader reads, what is exported, what opens the lists. */
export interface ChartTable {
  /** First header: what the rows are (« Mois », « Année »). */
  readonly rowHeader: string
  readonly columns: readonly ChartTableColumn[]
  readonly rows: readonly ChartTableRow[]
}
export interface ChartTableColumn {
  readonly header: string
  /** `percent`: values are between 0 and 1. */
  readonly kind: 'integer' | 'percent'
}
export interface ChartTableRow {
  readonly label: string
  readonly cells: readonly ChartTableCell[]
}
export interface ChartTableCell {
  /** As shown: already formatted. */
  readonly text: string
  /** As exported: the number itself, null when there is none. */
  readonly value: number | null
  /** Opens the list of the people counted; absent when the figure stands for nobody in particular. */
  readonly onPick?: (() => void) | undefined
}
