/** Millimetres. */
export const a4 = { width: 210, height: 297 } as const

/** A sheet of equal labels, centred on A4; lengths in millimetres. */
export interface LabelSheet {
  readonly id: string
  readonly columns: number
  readonly rows: number
  readonly width: number
  readonly height: number
  /** Between two columns; rows touch. */
  readonly gap: number
}

/**
 * Sheets sold everywhere in France, by the references and sizes under which they are sold (Avery L7160, L7163, L7159, L7651; 70 × 37 is every brand's). Margins are
 * not from a maker's drawing: they are what is left on either side of A4, so a test on plain paper comes first, as the guide says.
 */
export const labelSheets = [
  { id: 'L7160', columns: 3, rows: 7, width: 63.5, height: 38.1, gap: 2.5 },
  { id: 'L7163', columns: 2, rows: 7, width: 99.1, height: 38.1, gap: 2.5 },
  { id: 'L7159', columns: 3, rows: 8, width: 63.5, height: 33.9, gap: 2.5 },
  { id: '70x37', columns: 3, rows: 8, width: 70, height: 37, gap: 0 },
  { id: 'L7651', columns: 5, rows: 13, width: 38.1, height: 21.2, gap: 2.5 },
] as const satisfies readonly LabelSheet[]
export type LabelSheetId = (typeof labelSheets)[number]['id']

/** Eight badges to cut out of a sheet; the size of the usual plastic holders (90 × 60). */
export const badgeSheet = { id: 'badges', columns: 2, rows: 4, width: 90, height: 60, gap: 5 } as const satisfies LabelSheet

/** Where one label goes: the sheet of paper (from 0) and its top left corner, in millimetres. */
export interface LabelPlace {
  readonly page: number
  readonly left: number
  readonly top: number
}

export const labelsOnSheet = ({ columns, rows }: LabelSheet): number => columns * rows

/** Places for `count` labels, line by line, the first being the label number `startAt` (from 1) of the first sheet; others before it were used already. */
export const labelPlaces = (sheet: LabelSheet, startAt: number, count: number): readonly LabelPlace[] => {
  const perPage = labelsOnSheet(sheet)
  const skipped = Math.min(Math.max(Math.trunc(startAt), 1), perPage) - 1
  const marginLeft = (a4.width - sheet.columns * sheet.width - (sheet.columns - 1) * sheet.gap) / 2
  const marginTop = (a4.height - sheet.rows * sheet.height) / 2
  return Array.from({ length: count }, (_, index) => {
    const place = (index + skipped) % perPage
    return {
      page: Math.trunc((index + skipped) / perPage),
      left: marginLeft + (place % sheet.columns) * (sheet.width + sheet.gap),
      top: marginTop + Math.trunc(place / sheet.columns) * sheet.height,
    }
  })
}
