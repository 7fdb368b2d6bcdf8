import { writeFile } from 'node:fs/promises'
import { utils, write, type CellObject } from 'xlsx'

/** What a test writes in a cell: texts stay texts, so that codes keep their zeros. */
export type SheetCell = string | number | boolean | Date | null

/** A workbook of one sheet or more, as a spreadsheet program would save it. */
export const workbookBytes = (sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>): Uint8Array => {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => row.map(toCell))), name)
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

export const saveWorkbook = async (path: string, sheets: Parameters<typeof workbookBytes>[0]): Promise<string> => {
  await writeFile(path, workbookBytes(sheets))
  return path
}

const toCell = (cell: SheetCell): CellObject | null =>
  typeof cell === 'string'
    ? { t: 's', v: cell }
    : typeof cell === 'number'
      ? { t: 'n', v: cell }
      : typeof cell === 'boolean'
        ? { t: 'b', v: cell }
        : cell === null
          ? null
          : { t: 'd', v: cell }
