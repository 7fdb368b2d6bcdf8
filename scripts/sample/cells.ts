import * as XLSX from 'xlsx'

/** A cell to write: text, number, a real date, or nothing. */
export type SampleCell = string | number | { readonly date: string } | null

/** A sheet as an association keeps it: title rows and all. `merged` rows are titles over the whole width. */
export interface SampleSheet {
  readonly name: string
  readonly rows: readonly (readonly SampleCell[])[]
  readonly widths: readonly number[]
  readonly titles: number
}

/** The bytes of a workbook; the same ones at each run. */
export const workbook = (sheets: readonly SampleSheet[], bookType: 'xlsx' | 'ods'): Uint8Array => {
  const book = XLSX.utils.book_new()
  book.Props = { Author: 'Nadia', CreatedDate: new Date('2026-10-12T09:00:00Z'), Application: 'LibreOffice' }
  for (const sheet of sheets) XLSX.utils.book_append_sheet(book, toSheet(sheet, bookType), sheet.name)
  const bytes: unknown = XLSX.write(book, { type: 'buffer', bookType, compression: true })
  if (!(bytes instanceof Uint8Array)) throw new Error('SheetJS wrote no bytes')
  return bytes
}

const toSheet = ({ rows, widths, titles }: SampleSheet, bookType: 'xlsx' | 'ods'): XLSX.WorkSheet => {
  const cells = rows.map((row) =>
    row.map((cell) => {
      if (cell === null) return null
      if (typeof cell === 'object')
        return bookType === 'ods'
          ? { t: 'd', v: new Date(`${cell.date}T00:00:00Z`), z: 'dd/mm/yyyy' }
          : { t: 'n', v: excelDay(cell.date), z: 'dd/mm/yyyy' }
      return typeof cell === 'number' ? { t: 'n', v: cell } : { t: 's', v: cell }
    }),
  )
  const sheet = XLSX.utils.aoa_to_sheet(cells)
  sheet['!cols'] = widths.map((wch) => ({ wch }))
  sheet['!merges'] = Array.from({ length: titles }, (_, row) => ({ s: { r: row, c: 0 }, e: { r: row, c: Math.max(1, widths.length - 1) } }))
  return sheet
}

const excelDay = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569

/** A text file: semicolons, cells quoted where they must be. */
export const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map(quoted).join(';')).join('\r\n') + '\r\n'

const quoted = (cell: string): string => (/[;"\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Windows-1252, as an old Excel saves it: the typographic apostrophe has a code of its own there. */
export const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => (letter === '’' ? 0x92 : letter === 'œ' ? 0x9c : letter.charCodeAt(0)))
