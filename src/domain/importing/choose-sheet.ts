import { isEmptyCell } from '#domain/importing/cell-text'
import { findLayout, knownHeaderCount } from '#domain/importing/find-layout'
import type { SheetSample } from '#domain/importing/layout'

/** The sheet that most likely holds the data: seen rather than hidden, with known headers, wide and long. Index in the list; 0 when all are empty. */
export const chooseSheet = (samples: readonly SheetSample[]): number => {
  let best = 0
  let bestScore = -Infinity
  samples.forEach((sample, index) => {
    const score = sheetScore(sample)
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  })
  return best
}

const sheetScore = (sample: SheetSample): number => {
  const filled = sample.rows.reduce((total, row) => total + row.filter((cell) => !isEmptyCell(cell)).length, 0)
  if (filled === 0) return -10_000
  const layout = findLayout(sample.rows)
  const rowsBeyond = Math.max(0, sample.rowCount - sample.rows.length)
  const dataRows = layout.dataRows.length + rowsBeyond
  const width = Math.min(20, layout.headers.filter((header) => !header.startsWith('Colonne ')).length)
  return (
    knownHeaderCount(layout.headers) * 8 +
    width +
    Math.log2(1 + dataRows) * 4 -
    (layout.headerRow === null ? 10 : 0) -
    (dataRows === 0 ? 40 : 0) -
    (sample.hidden ? 1000 : 0)
  )
}
