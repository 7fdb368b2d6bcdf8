import type { OutputCell, OutputColumn } from '#bridge/writing'
import type { Judgement } from '#data/importing-judgement'
import { rowsOf, sheetRows, type ImportSession } from '#data/importing-session'
import { shownText } from '#domain/importing/cell-text'
import type { RawCell } from '#domain/importing/sheet'

const encoder = new TextEncoder()

/** The columns of the file as it had them, plus the one that says what is wrong. All text: nothing is read anew. */
export const rejectedColumns = (session: ImportSession, problemHeader: string): readonly OutputColumn[] => [
  ...session.layout.headers.map((header): OutputColumn => ({ header, kind: 'text', width: null })),
  { header: problemHeader, kind: 'text', width: 60 },
]

/** A page of the rows that the import left aside, with the user's own mends; null at the end. */
export const rejectedRows = (
  session: ImportSession,
  judgement: Judgement,
  from: number,
  count: number,
  words: Readonly<Record<string, string>>,
): Uint8Array | null => {
  const left = judgement.leftAside().slice(from, from + count)
  if (left.length === 0) return null
  const rows = rowsOf(session)
  const width = session.layout.headers.length
  const lines = left.map(({ row, why }): readonly OutputCell[] => [
    ...Array.from({ length: width }, (_, column) => cellOut(rows[row]?.[column] ?? null)),
    [...new Set(why)].map((kind) => words[kind] ?? kind).join(' ; '),
  ])
  return encoder.encode(JSON.stringify(lines))
}

const cellOut = (cell: RawCell): OutputCell => {
  const text = shownText(cell)
  return text === '' ? null : text
}

/** Forgets what was mended in a sheet: the session starts its judging anew. */
export const isMendedRow = (session: ImportSession, row: number): boolean =>
  session.layout.headers.some((_, column) => sheetRows(session, session.sheet).isMended(row, column))
