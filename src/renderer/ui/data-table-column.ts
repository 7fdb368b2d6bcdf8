import type { ReactNode } from 'react'

/** A column of a `DataTable`. */
export interface Column<Row> {
  readonly id: string
  readonly header: string
  /** A number of pixels, or a minimum with a share of what is left. */
  readonly width: number | { readonly min: number; readonly share: number }
  readonly align?: 'left' | 'right'
  /** Figures of one width, for dates and phones under one another; always so at the right. (They would pull hyphenated words apart.) */
  readonly figures?: boolean
  readonly sortable?: boolean
  readonly render: (row: Row) => ReactNode
}
export interface Sort {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}
/** Which rows are chosen; the page keeps it. `index` allows ranges (Shift). */
export interface Selection {
  readonly has: (key: string) => boolean
  readonly state: 'none' | 'some' | 'all'
  readonly toggle: (key: string, index: number, range: boolean) => void
  readonly toggleAll: () => void
}
