import { foldWords } from '#domain/fold-text'
import { cellText, isEmptyCell } from '#domain/importing/cell-text'
import { readEventHeader } from '#domain/importing/event-header'
import { fieldOfHeader } from '#domain/importing/header-words'
import { parseDateText } from '#domain/importing/parse-date'
import { parseAttendance } from '#domain/importing/parse-yes-no'
import type { RawCell, RawRow } from '#domain/importing/sheet'
import { isFirstName, isLikeFullName } from '#domain/importing/split-name'

/**
 * An attendance grid that lies on its side, events or days down and a person a column, turned so that a row is a person; null for any other sheet, and
 * whenever it is not certain. Lines above the names stay, those of totals go: they would be events. Nothing else is lost: what stands before the crosses
 * (date, name, place) becomes the header of its event.
 */
export const turnSidewaysGrid = (rows: readonly (RawRow | undefined)[]): readonly RawRow[] | null => {
  const names = findNames(rows)
  if (names === null) return null
  const { row: nameRow, from, people } = names
  const events = rows.slice(nameRow + 1).flatMap((row): readonly RawRow[] => {
    if (row === undefined || row.every(isEmptyCell)) return []
    return totalWord.test(foldWords(row.slice(0, from).map(cellText).join(' '))) ? [] : [row]
  })
  if (events.length === 0 || !areMarks(events, people)) return null
  const titles = (rows[nameRow] ?? []).slice(0, from)
  const headers = events.map((row) => eventHeader(row.slice(0, from), titles))
  // Who came together with whom, a form, a list of people turned by hand: nothing of what this is sure of.
  if (events.some((row) => row.slice(0, from).some(isAboutPeople)) || !areEvents(headers, titles)) return null
  const isSaid = headers.every((header) => readEventHeader(header, '').sure)
  return [
    ...Array.from(rows.slice(0, nameRow), (row) => row ?? []),
    // A row of groups says of « Kermesse » that it is an event.
    ...(isSaid || events.length < 2 ? [] : [['Personne', 'Participations']]),
    ['Nom et prénom', ...headers],
    ...people.map((column) => trimmed([cellText(rows[nameRow]?.[column]), ...events.map((row) => row[column] ?? null)])),
  ]
}

interface Names {
  readonly row: number
  /** The first column of a person. */
  readonly from: number
  readonly people: readonly number[]
}

/** The row of names: at least three, one a column to the end, beside a first column that names no person. */
const findNames = (rows: readonly (RawRow | undefined)[]): Names | null => {
  for (let row = 0; row < Math.min(rows.length - 1, searchedRows); row++) {
    const cells = rows[row] ?? []
    const from = cells.findIndex((cell, column) => column > 0 && isPersonName(cell))
    if (from < 1 || cells.slice(0, from).some(isPersonName)) continue
    const people: number[] = []
    let others = 0
    for (let column = from; column < cells.length; column++) {
      if (isEmptyCell(cells[column])) continue
      if (isPersonName(cells[column])) people.push(column)
      // « Total », « Nombre », at the end: counts of each event, which the application makes itself.
      else if (!totalWord.test(foldWords(cellText(cells[column])))) others += 1
    }
    if (people.length >= 3 && others === 0) return { row, from, people }
  }
  return null
}

const isPersonName = (cell: RawCell | undefined): boolean => {
  if (typeof cell !== 'string') return false
  const text = cellText(cell)
  return fieldOfHeader(text) === null && (isLikeFullName(text) || isFirstName(text) || shortened.test(text))
}

/** Below names stand crosses, words of presence and hours, and hardly anything else. */
const areMarks = (events: readonly RawRow[], people: readonly number[]): boolean => {
  let [filled, marks] = [0, 0]
  for (const row of events) {
    for (const column of people) {
      if (isEmptyCell(row[column])) continue
      filled += 1
      if (parseAttendance(cellText(row[column])) !== null) marks += 1
    }
  }
  return filled > 0 && marks >= filled * mostMarks
}

const isAboutPeople = (cell: RawCell): boolean => isPersonName(cell) || personFields.has(fieldOfHeader(cellText(cell)) ?? '')

/** Every line has its name, and most say by themselves or by the title above them that they are events. */
const areEvents = (headers: readonly string[], titles: RawRow): boolean => {
  if (headers.includes('')) return false
  if (titles.some((title) => eventFields.has(fieldOfHeader(cellText(title)) ?? '') || readEventHeader(cellText(title), '').sure)) return true
  return headers.filter((header) => readEventHeader(header, '').sure).length * 2 > headers.length
}

/** « Atelier CV, salle 2 2024-03-12 »: the texts first, then the date, as headers of events are read; a bare number under « Séance » is « Séance 3 ». */
const eventHeader = (cells: RawRow, titles: RawRow): string => {
  const named = cells.map((cell, column): RawCell => {
    const title = cellText(titles[column])
    return title !== '' && bareNumber.test(cellText(cell)) ? `${title} ${cellText(cell)}` : cell
  })
  const filled = named.filter((cell) => !isEmptyCell(cell))
  const isDate = (cell: RawCell): boolean =>
    (typeof cell === 'object' && cell !== null && 'date' in cell) || (/\d/.test(cellText(cell)) && parseDateText(cellText(cell), 'dmy', 30) !== null)
  const texts = filled.filter((cell) => !isDate(cell)).map(cellText)
  const dates = filled.filter(isDate).map((cell) => cellText(cell).replace(midnight, ''))
  return [texts.join(', '), ...dates].filter((part) => part !== '').join(' ')
}

const trimmed = (row: RawRow): RawRow => row.slice(0, row.findLastIndex((cell) => !isEmptyCell(cell)) + 1)

const searchedRows = 20
const mostMarks = 0.9
const bareNumber = /^(?:n°\s?)?\d{1,3}$/i
const eventFields: ReadonlySet<string> = new Set(['eventName', 'eventDate', 'eventKind', 'hoursDate'])
const midnight = /T00:00(?::00)?$/
/** « Camille D. » */
const shortened = /^\p{Lu}[\p{L}'’-]+ \p{Lu}\.?$/u
const totalWord = /^(?:total|totaux|somme|moyenne|nombre|nb|effectif|effectifs|presents|presences|participants)\b/
const personFields: ReadonlySet<string> = new Set([
  'lastName',
  'firstName',
  'fullName',
  'email',
  'phone',
  'birthDate',
  'memberNumber',
  'street',
  'city',
])
