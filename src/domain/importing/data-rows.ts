import { foldText, foldWords } from '#domain/fold-text'
import { cellText, isEmptyCell } from '#domain/importing/cell-text'
import type { SkippedRow } from '#domain/importing/layout'
import { roleOfWord } from '#domain/importing/role-words'
import type { RawRow } from '#domain/importing/sheet'

/** The rows below a header that hold data, and those that only look like it: totals, repeated headers, notes at the bottom. Empty rows are left out silently. */
export const findDataRows = (
  rows: readonly RawRow[],
  headerRow: number | null,
  headers: readonly string[],
): { readonly dataRows: readonly number[]; readonly skipped: readonly SkippedRow[] } => {
  const dataRows: number[] = []
  const skipped: SkippedRow[] = []
  const names = headerRow === null ? [] : (rows[headerRow] ?? [])
  const filledByRow = new Map<number, number>()
  for (let position = headerRow === null ? 0 : headerRow + 1; position < rows.length; position++) {
    const row = rows[position] ?? []
    const filled = filledCells(row)
    if (filled === 0) continue
    if (isTotal(row) || isCount(row)) skipped.push({ row: position, why: 'total' })
    else if (headerRow !== null && isRepeatedHeader(row, names)) skipped.push({ row: position, why: 'repeated-header' })
    else {
      dataRows.push(position)
      filledByRow.set(position, filled)
    }
  }
  const headings = headingRows(rows, dataRows, filledByRow)
  if (headings.size > 0) {
    skipped.push(...[...headings].map((row): SkippedRow => ({ row, why: 'heading' })))
    skipped.sort((left, right) => left.row - right.row)
    dataRows.splice(0, dataRows.length, ...dataRows.filter((position) => !headings.has(position)))
  }
  const bottom = bottomRows(rows, dataRows, filledByRow, headers.length)
  return bottom.length === 0
    ? { dataRows, skipped }
    : { dataRows: dataRows.slice(0, dataRows.length - bottom.length), skipped: [...skipped, ...bottom].sort((left, right) => left.row - right.row) }
}

/** « Bénévoles », « Groupe 2 », alone on a line between the people it announces. */
const headingRows = (rows: readonly RawRow[], dataRows: readonly number[], filledByRow: ReadonlyMap<number, number>): ReadonlySet<number> => {
  const found = new Set<number>()
  const fuller = dataRows.filter((position) => (filledByRow.get(position) ?? 0) > 1)
  if (fuller.length === 0 || fuller.length === dataRows.length) return found
  for (const position of dataRows) {
    if (filledByRow.get(position) !== 1) continue
    const text = cellText((rows[position] ?? []).find((cell) => !isEmptyCell(cell)))
    if (roleOfWord(text, []) !== null || headingWord.test(foldWords(text))) found.add(position)
  }
  return found
}

/** Notes and sums without a word that stand below the table, from the last row up. */
const bottomRows = (
  rows: readonly RawRow[],
  dataRows: readonly number[],
  filledByRow: ReadonlyMap<number, number>,
  width: number,
): readonly SkippedRow[] => {
  const found: SkippedRow[] = []
  const usual = usualFilled(dataRows, filledByRow)
  for (let index = dataRows.length - 1; index > 0 && found.length < 20; index--) {
    const position = dataRows[index] ?? 0
    const row = rows[position] ?? []
    const afterGap = position - (dataRows[index - 1] ?? position) > 1
    const why = isNote(row, filledByRow.get(position) ?? 0, usual, afterGap || found.length > 0)
      ? 'note'
      : isSum(row, rows, dataRows, index, width)
        ? 'total'
        : null
    if (why === null) {
      // A note may be several rows long with its gap above: look one block further up only when that block is notes through and through.
      if (!blockIsNotes(rows, dataRows, index, filledByRow, usual)) break
      found.push({ row: position, why: 'note' })
    } else found.push({ row: position, why })
  }
  return found
}

const blockIsNotes = (
  rows: readonly RawRow[],
  dataRows: readonly number[],
  index: number,
  filledByRow: ReadonlyMap<number, number>,
  usual: number,
): boolean => {
  for (let at = index; at > 0; at--) {
    const position = dataRows[at] ?? 0
    if ((filledByRow.get(position) ?? 0) > 1 || usual < 3) return false
    if (position - (dataRows[at - 1] ?? position) > 1) return isNote(rows[position] ?? [], 1, usual, true)
  }
  return false
}

const isNote = (row: RawRow, filled: number, usual: number, apart: boolean): boolean => {
  if (filled !== 1 || usual < 3) return false
  const text = cellText(row.find((cell) => !isEmptyCell(cell)))
  return noteStart.test(foldText(text)) || text.length > 60 || (apart && /\s/.test(text) && text.length > 12)
}

/** A row of figures only, at the very bottom, where every other row has a text first: sums without their word. */
const isSum = (row: RawRow, rows: readonly RawRow[], dataRows: readonly number[], index: number, width: number): boolean => {
  if (width < 3 || index < 3) return false
  const cells = row.filter((cell) => !isEmptyCell(cell))
  if (!cells.every((cell) => typeof cell === 'number' || (typeof cell === 'string' && figures.test(cellText(cell))))) return false
  const firstText = [0, 1, 2].find((column) => typeof (rows[dataRows[0] ?? 0] ?? [])[column] === 'string')
  if (firstText === undefined || !isEmptyCell(row[firstText])) return false
  return dataRows.slice(Math.max(0, index - 50), index).every((position) => !isEmptyCell((rows[position] ?? [])[firstText]))
}

const isTotal = (row: RawRow): boolean => {
  let first = ''
  let others = 0
  for (const cell of row) {
    if (isEmptyCell(cell)) continue
    if (first === '') {
      if (typeof cell !== 'string') return false
      const code = cell.trimStart().charCodeAt(0) | 32
      // t, s, m, n, e, g: the letters that a total begins with; anything else is spared the folding.
      if (code !== 116 && code !== 115 && code !== 109 && code !== 110 && code !== 101 && code !== 103) return false
      first = foldWords(cell)
      if (!totalWord.test(first)) return false
    } else if (typeof cell === 'string' && !figures.test(cellText(cell))) others += 1
  }
  return first !== '' && others === 0
}

/** « Présents | | 12 | 9 »: how many came, under a grid. */
const isCount = (row: RawRow): boolean => {
  let first = ''
  let counts = 0
  for (const cell of row) {
    if (isEmptyCell(cell)) continue
    if (first === '') {
      if (typeof cell !== 'string') return false
      const code = cell.trimStart().charCodeAt(0) | 32
      // p, e, n
      if (code !== 112 && code !== 101 && code !== 110) return false
      first = foldWords(cell)
      if (!countWord.test(first)) return false
    } else if (typeof cell === 'number' || figures.test(cellText(cell))) counts += 1
    else return false
  }
  return counts > 0
}

const isRepeatedHeader = (row: RawRow, names: RawRow): boolean => {
  let same = 0
  for (let column = 0; column < row.length; column++) {
    const cell = row[column]
    if (isEmptyCell(cell)) continue
    if (typeof cell !== 'string' || cell !== names[column]) return false
    same += 1
  }
  return same >= 2
}

const usualFilled = (dataRows: readonly number[], filledByRow: ReadonlyMap<number, number>): number => {
  const counts = dataRows
    .slice(0, 50)
    .map((row) => filledByRow.get(row) ?? 0)
    .sort((left, right) => left - right)
  return counts[Math.floor(counts.length / 2)] ?? 0
}

const filledCells = (row: RawRow): number => {
  let filled = 0
  for (const cell of row) if (!isEmptyCell(cell)) filled += 1
  return filled
}

const totalWord = /^(?:totaux|total|sous total|grand total|somme|moyenne|nombre total|effectif total|nb total|total general)\b/
const countWord = /^(?:(?:nb|nombre|n) (?:de |d )?)?(?:presents?|presences?|participants?|inscrits?|effectifs?|personnes)$/
const headingWord =
  /^(?:groupe|equipe|section|commission|pole|classe|niveau|secteur|antenne|categorie|liste|membres|anciens|autres|adultes|enfants|jeunes|bureau|conseil d administration)(?: |$)/
const noteStart =
  /^(?:\*|nb\s?:|note\s?:|notes\s?:|legende|source\s?:|sources\s?:|mise a jour|mis a jour|derniere mise|x\s?=|exporte|edite le|imprime le|page \d)/
const figures = /^[+-]?[\d\s\u00a0\u202f.,]+\s?[€%]?$/
