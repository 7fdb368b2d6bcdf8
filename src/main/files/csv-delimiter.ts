/** Signs that part columns in files found in the wild, the likeliest in France first. */
const candidates = [';', ',', '\t', '|'] as const

/**
 * The sign that parts the columns: the one that gives the most regular table over the first lines. « ; » when there is but one column.
 * A quoted cell counts as one cell, whatever is in it.
 */
export const guessDelimiter = (text: string): string => {
  const sample = text.slice(0, 200_000)
  const scores = candidates.map((delimiter) => ({ delimiter, score: regularity(sample, delimiter) }))
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score > 0 ? best.delimiter : ';'
}

/** « sep=; » as the first line, which Excel writes and obeys; `length` includes its line end. */
export const separatorLine = (text: string): { readonly delimiter: string; readonly length: number } | null => {
  const found = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(text)
  return found?.[1] === undefined ? null : { delimiter: found[1], length: found[0].length }
}

/** 0 for a single column, else higher with more columns and with fewer lines that differ from the usual width. */
const regularity = (text: string, delimiter: string): number => {
  const widths = recordWidths(text, delimiter, 60)
  const wide = widths.filter((width) => width > 1)
  if (wide.length === 0) return 0
  const countByWidth = new Map<number, number>()
  for (const width of wide) countByWidth.set(width, (countByWidth.get(width) ?? 0) + 1)
  const [usual, times] = [...countByWidth].reduce((one, other) => (other[1] > one[1] || (other[1] === one[1] && other[0] > one[0]) ? other : one))
  // Titles and notes above a table have one column: they speak against a delimiter less than rows of another width do.
  const share = times / (wide.length + (widths.length - wide.length) * 0.5)
  return share * share * Math.log2(1 + usual)
}

const recordWidths = (text: string, delimiter: string, most: number): readonly number[] => {
  const widths: number[] = []
  let [width, quoted, cellStart] = [1, false, true]
  let isEmpty = true
  for (let at = 0; at < text.length && widths.length < most; at++) {
    const sign = text.charAt(at)
    if (quoted) {
      if (sign === '"') {
        if (text.charAt(at + 1) === '"') at++
        else quoted = false
      }
      continue
    }
    if (sign === '\n' || sign === '\r') {
      if (!isEmpty) widths.push(width)
      ;[width, cellStart, isEmpty] = [1, true, true]
      continue
    }
    isEmpty = false
    if (sign === delimiter) [width, cellStart] = [width + 1, true]
    else {
      if (sign === '"' && cellStart) quoted = true
      cellStart = false
    }
  }
  // The last line of a sample may be cut; it counts when it is all there is.
  if (!isEmpty && (widths.length === 0 || text.length < 200_000)) widths.push(width)
  return widths
}
