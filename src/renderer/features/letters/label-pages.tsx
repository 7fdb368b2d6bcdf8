import type { CSSProperties, ReactNode } from 'react'
import { a4, labelPlaces, type LabelSheet } from '#domain/letters/label-sheets'
import classes from './letters.module.css'

export interface LabelPagesProps<Item> {
  readonly sheet: LabelSheet
  readonly startAt: number
  readonly items: readonly Item[]
  readonly children: (item: Item) => ReactNode
  /** Only the first page, for looking at; all of them on paper. */
  readonly firstOnly?: boolean
  /** Lines to cut along. */
  readonly outlined?: boolean
}

/** Sheets of A4 with their labels where the sheet has them, in millimetres. */
export const LabelPages = <Item,>({ sheet, startAt, items, children, firstOnly = false, outlined = false }: LabelPagesProps<Item>) => {
  const places = labelPlaces(sheet, startAt, items.length)
  const pages = Map.groupBy(
    places.map((place, index) => ({ ...place, index })),
    ({ page }) => page,
  )
  return [...pages]
    .filter(([page]) => !firstOnly || page === 0)
    .map(([page, labels]) => (
      <div key={page} className={classes['sheet']} style={{ width: `${a4.width}mm` }}>
        {labels.map(({ left, top, index }) => {
          const item = items[index]
          const style: CSSProperties = { left: `${left}mm`, top: `${top}mm`, width: `${sheet.width}mm`, height: `${sheet.height}mm` }
          return (
            <div key={index} className={classes['label']} data-outlined={outlined || firstOnly || undefined} style={style}>
              {item !== undefined && children(item)}
            </div>
          )
        })}
      </div>
    ))
}

/** The size of letters, in millimetres, at which lines fit a label: eleven points where there is room. Capitals are wider. */
export const fittingSize = (lines: readonly string[], { width, height }: Pick<LabelSheet, 'width' | 'height'>): number => {
  const widest = Math.max(1, ...lines.map((line) => line.length * (line === line.toUpperCase() ? 0.7 : 0.58)))
  return Math.min(3.9, (height - 3) / (lines.length * 1.25), (width - 5) / widest)
}
