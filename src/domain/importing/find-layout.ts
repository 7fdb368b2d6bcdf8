import { foldWords } from '#domain/fold-text'
import { cellText, isEmptyCell } from '#domain/importing/cell-text'
import { fieldOfHeader } from '#domain/importing/header-words'
import type { SheetLayout } from '#domain/importing/layout'
import { findDataRows } from '#domain/importing/data-rows'
import { parseDateText } from '#domain/importing/parse-date'
import { isEmail } from '#domain/importing/parse-email'
import { parseYesNo } from '#domain/importing/parse-yes-no'
import type { RawCell, RawRow } from '#domain/importing/sheet'
import { isLikeFullName } from '#domain/importing/split-name'

/** Finds the header (often below a title, a date and notes; sometimes on two rows; sometimes absent) and the rows that hold data. Reads each row once. */
export const findLayout = (rows: readonly RawRow[]): SheetLayout => {
  const { headerRow, groupRow } = findHeader(rows)
  return layoutAt(rows, headerRow, groupRow)
}

/** The layout when the user says where the header is (0-based; null: there is none). A row of groups above it is still found. */
export const layoutWithHeader = (rows: readonly RawRow[], headerRow: number | null): SheetLayout =>
  layoutAt(
    rows,
    headerRow,
    headerRow !== null && headerRow > 0 && isGroupRow(rows[headerRow - 1] ?? [], rows[headerRow] ?? []) ? headerRow - 1 : null,
  )

const layoutAt = (rows: readonly RawRow[], headerRow: number | null, groupRow: number | null): SheetLayout => {
  const headers = headerNames(rows, headerRow, groupRow)
  return { headerRow, groupRow, headers, ...findDataRows(rows, headerRow, headers) }
}

/** « A », « Z », « AA »: the name that spreadsheets give a column. */
export const columnLetters = (index: number): string =>
  (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** How many of a row's cells are headers that are known: also what tells the sheet that holds the data. */
export const knownHeaderCount = (headers: readonly string[]): number =>
  headers.filter((header) => fieldOfHeader(header.split(' / ').at(-1) ?? header) !== null).length

const findHeader = (rows: readonly RawRow[]): { readonly headerRow: number | null; readonly groupRow: number | null } => {
  let best = -1
  let bestScore = 0
  const last = Math.min(rows.length, searchedRows)
  for (let position = 0; position < last; position++) {
    const score = headerScore(rows, position)
    if (score > bestScore) {
      best = position
      bestScore = score
    }
  }
  if (best === -1) return { headerRow: null, groupRow: null }
  if (isContinued(rows[best] ?? [], rows[best + 1] ?? [])) return { headerRow: best + 1, groupRow: best }
  return { headerRow: best, groupRow: best > 0 && isGroupRow(rows[best - 1] ?? [], rows[best] ?? []) ? best - 1 : null }
}

/** How much a row looks like the names of the columns below it; 0 or less: not at all. */
const headerScore = (rows: readonly RawRow[], position: number): number => {
  const row = rows[position] ?? []
  let named = 0
  let known = 0
  let dataLike = 0
  let dated = 0
  const seen = new Set<string>()
  for (const cell of row) {
    const text = cellText(cell)
    if (text === '') continue
    named += 1
    seen.add(text)
    if (fieldOfHeader(text) !== null) known += 1
    else if (isDateText(text) || dayNumber.test(text)) dated += 1
    else if (isDataLike(cell, text)) dataLike += 1
  }
  // Dates beside known names are the days of an attendance grid; alone they are data.
  if (known === 0) dataLike += dated
  if (named === 0 || dataLike > named * 0.7 || (dataLike > 0 && known === 0 && dataLike * 3 >= named)) return 0
  if (known === 0 && isNameAmongNames(rows, position)) return 0
  const below = widthBelow(rows, position)
  if (below.rows === 0) return known >= 2 ? known : 0
  // A title stands alone above a wide table; a header is about as wide as what it heads.
  if (named === 1 && below.width > 1 && known === 0) return 0
  if (named * 3 < below.width && known < 2) return 0
  const coverage = Math.min(1, named / Math.max(1, below.width))
  const distinct = seen.size / named
  // A first row of plain texts without any known word may be a header or already data: being first and unlike the rows below makes it a header.
  const unlike = known === 0 ? unlikeBelow(rows, position) : 1
  return (known * 3 + named) * coverage * distinct * unlike - dataLike * 2 - position * 0.15
}

/** A bare list of people, one a line: its first line is somebody too. */
const isNameAmongNames = (rows: readonly RawRow[], position: number): boolean =>
  (rows[position] ?? []).some((cell, column) => {
    if (!isLikeFullName(cellText(cell))) return false
    const below = rows
      .slice(position + 1, position + 8)
      .map((row) => cellText(row[column]))
      .filter((text) => text !== '')
    return below.length > 0 && below.filter(isLikeFullName).length * 2 > below.length
  })

/** Share of the columns whose cell here is of another kind than the cells below. */
const unlikeBelow = (rows: readonly RawRow[], position: number): number => {
  const row = rows[position] ?? []
  let compared = 0
  let unlike = 0
  row.forEach((cell, column) => {
    const text = cellText(cell)
    if (text === '') return
    const below = rows
      .slice(position + 1, position + 8)
      .map((other) => other[column])
      .filter((other) => !isEmptyCell(other))
    if (below.length === 0) return
    compared += 1
    if (below.every((other) => isDataLike(other, cellText(other))) && !isDataLike(cell, text)) unlike += 1
  })
  return compared === 0 ? 0.5 : 0.4 + 0.6 * (unlike / compared)
}

const isDataLike = (cell: RawCell | undefined, text: string): boolean => {
  if (typeof cell === 'boolean') return true
  if (typeof cell === 'number') return !isYearNumber(cell)
  if (text.length > 90 || isEmail(text)) return true
  if (typeof cell === 'object' && cell !== null && 'date' in cell) return false
  if (yearText.test(text)) return false
  return (startsWithDigit.test(text) && (numeric.test(text) || isDateText(text))) || (text.length <= 1 && parseYesNo(text) !== null)
}

const isDateText = (text: string): boolean => startsWithDigit.test(text) && !yearText.test(text) && parseDateText(text, 'dmy', 30) !== null

const widthBelow = (rows: readonly RawRow[], position: number): { readonly width: number; readonly rows: number } => {
  let width = 0
  let seen = 0
  for (let below = position + 1; below < rows.length && seen < 12; below++) {
    const filled = (rows[below] ?? []).filter((cell) => !isEmptyCell(cell)).length
    if (filled === 0) continue
    width = Math.max(width, filled)
    seen += 1
  }
  return { width, rows: seen }
}

/** Two header rows, the upper one chosen: the row below only names columns that stand under a wide group, never under a name of its own. */
const isContinued = (upper: RawRow, lower: RawRow): boolean => {
  let under = 0
  for (let column = 0; column < lower.length; column++) {
    const text = cellText(lower[column])
    if (text === '') continue
    if (isDataLike(lower[column], text)) return false
    const alone = !isEmptyCell(upper[column]) && !isEmptyCell(upper[column + 1])
    if (alone || (column > 0 && isEmptyCell(upper[column]) && column >= upper.length + 40)) return false
    if (!isEmptyCell(upper[column]) && isEmptyCell(lower[column + 1])) return false
    under += 1
  }
  const firstNamed = upper.findIndex((cell) => !isEmptyCell(cell))
  return under >= 2 && isEmptyCell(lower[firstNamed])
}

/** Groups above the names: several texts, fewer than the names, each over a named column. */
const isGroupRow = (upper: RawRow, names: RawRow): boolean => {
  let groups = 0
  for (let column = 0; column < upper.length; column++) {
    const text = cellText(upper[column])
    if (text === '') continue
    if (isDataLike(upper[column], text) || text.length > 60) return false
    groups += 1
  }
  const named = names.filter((cell) => !isEmptyCell(cell)).length
  return groups >= 2 && groups < named
}

const headerNames = (rows: readonly RawRow[], headerRow: number | null, groupRow: number | null): readonly string[] => {
  const width = rows.reduce((widest, row) => (row.length <= widest ? widest : Math.max(widest, filledWidth(row))), 0)
  const names = headerRow === null ? [] : (rows[headerRow] ?? [])
  const groups = groupRow === null ? [] : (rows[groupRow] ?? [])
  const headers: string[] = []
  const countByName = new Map<string, number>()
  let group = ''
  for (let column = 0; column < width; column++) {
    const ownGroup = oneLine(cellText(groups[column]))
    if (ownGroup !== '') group = ownGroup
    const name = oneLine(cellText(names[column]))
    const full =
      name === ''
        ? ownGroup === ''
          ? `Colonne ${columnLetters(column)}`
          : ownGroup
        : group === '' || foldWords(group) === foldWords(name)
          ? name
          : `${group} / ${name}`
    const count = (countByName.get(full) ?? 0) + 1
    countByName.set(full, count)
    headers.push(count === 1 ? full : `${full} (${String(count)})`)
  }
  return headers
}

const filledWidth = (row: RawRow): number => row.findLastIndex((cell) => !isEmptyCell(cell)) + 1
const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
const isYearNumber = (number: number): boolean => Number.isInteger(number) && number >= 1900 && number <= 2100

const searchedRows = 60
const startsWithDigit = /^[+\d('-]/
/** The days of a month, under its name. */
const dayNumber = /^(?:[1-9]|[12]\d|3[01])$/
const numeric = /^[+-]?\(?[\d\s.,/€%()-]+$/
const yearText = /^(?:19|20)\d\d(?:\s?[-/]\s?(?:19|20)?\d\d)?$/
