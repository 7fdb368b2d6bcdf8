import { foldWords } from '#domain/fold-text'
import { errorOfCell, isEmptyCell } from '#domain/importing/cell-text'
import { addProblem, newBuilder, type CellReader } from '#domain/importing/draft-builder'
import type { DraftContext } from '#domain/importing/draft-context'
import type { RowDraft } from '#domain/importing/draft'
import { fieldReader } from '#domain/importing/field-readers'
import { addressMaker } from '#domain/importing/finish-address'
import { finishDraft, type DraftFinisher } from '#domain/importing/finish-draft'
import type { SheetLayout } from '#domain/importing/layout'
import type { ImportField, ImportMapping } from '#domain/importing/mapping'
import { dateReader } from '#domain/importing/read-date-cell'
import type { RawRow } from '#domain/importing/sheet'
import { targetReader } from '#domain/importing/target-readers'
import type { ContactLabel } from '#domain/person'

export type RowDrafter = (row: RawRow, position: number) => RowDraft

/** Drafts all data rows of a sheet, in order. */
export const draftRows = (mapping: ImportMapping, layout: SheetLayout, rows: readonly RawRow[], context: DraftContext): readonly RowDraft[] => {
  const draft = createDrafter(mapping, context)
  return layout.dataRows.map((position) => draft(rows[position] ?? [], position))
}

/**
 * Prepares the reading of rows under a mapping, deciding once whatever belongs to a column; the function it answers drafts one row (again, when the user mended a cell).
 * Every cell is either taken, or told as a problem; a bad cell never costs more than itself.
 * @param isNoting false: drafts come without notes, which are half of what fifty thousand of them hold.
 */
export const createDrafter = (mapping: ImportMapping, context: DraftContext, isNoting = true): RowDrafter => {
  const groups = addressGroups(mapping)
  const readers = mapping.columns.flatMap((column): readonly { readonly index: number; readonly read: CellReader }[] => {
    if (column.target === null) return []
    const common = {
      mapping: column,
      source: mapping.source,
      context,
      pivot: mapping.twoDigitYearPivot,
      addressGroup: groups.byColumn.get(column.index) ?? 0,
      readDate: dateReader(
        column.dateOrder ?? 'dmy',
        mapping.twoDigitYearPivot,
        isOldHelloAsso(mapping) && isField(column.target, 'birthDate') ? '1970-01-01' : null,
      ),
    }
    return [
      { index: column.index, read: column.target.kind === 'field' ? fieldReader(column.target.field, common) : targetReader(column.target, common) },
    ]
  })
  const finisher: DraftFinisher = { mapping, context, addressLabels: groups.labels, makeAddress: addressMaker(context) }
  return (row, position) => {
    const builder = newBuilder(position, isNoting)
    for (const { index, read } of readers) {
      const cell = row[index]
      if (cell === null || cell === undefined || isEmptyCell(cell)) continue
      if (typeof cell === 'string' && cell.includes('\u0000')) {
        addProblem(builder, index, 'damaged-text', cell.replaceAll('\u0000', '�'), 'warns')
      }
      const error = errorOfCell(cell)
      if (error === null) read(cell, builder)
      else addProblem(builder, index, 'spreadsheet-error', error, 'leaves-out')
    }
    return finishDraft(builder, finisher)
  }
}

/** Which of the row's addresses each column belongs to: « Rue 2 » and « Ville 2 » are the second one; « Adresse 2 » beside one « Ville » is the second line of the first. */
const addressGroups = (mapping: ImportMapping): { readonly byColumn: ReadonlyMap<number, number>; readonly labels: readonly ContactLabel[] } => {
  const columns = mapping.columns.filter((column) => column.target?.kind === 'field' && addressFields.has(column.target.field))
  const places = new Set(columns.filter((column) => !isField(column.target, 'street')).map((column) => addressKey(column.header)))
  const groupByKey = new Map<string, number>()
  const labels: ContactLabel[] = []
  const byColumn = new Map<number, number>()
  for (const column of columns) {
    const key = addressKey(column.header)
    const used = places.has(key) || places.size === 0 ? key : ([...places][0] ?? key)
    const group = groupByKey.get(used) ?? groupByKey.size
    if (!groupByKey.has(used)) {
      groupByKey.set(used, group)
      labels.push(/^business|\bpro\b|professionnel|\bbureau\b/i.test(column.header) ? 'work' : /^other/i.test(column.header) ? 'other' : 'home')
    }
    byColumn.set(column.index, group)
  }
  return { byColumn, labels }
}

const addressKey = (header: string): string => {
  const words = foldWords(header)
  return (
    /^(?:home|business|other|address \d+)\b/.exec(words)?.[0] ??
    / (domicile|bureau)(?: \d)?$/.exec(words)?.[1] ??
    /\b(?:pro|professionnelle?|parents?)\b/.exec(words)?.[0] ??
    / (\d)$/.exec(words)?.[1] ??
    ''
  )
}

const isField = (target: ImportMapping['columns'][number]['target'], field: ImportField): boolean =>
  target?.kind === 'field' && target.field === field
const isOldHelloAsso = (mapping: ImportMapping): boolean => mapping.source === 'helloasso-memberships-2021'
const addressFields: ReadonlySet<ImportField> = new Set(['street', 'postalCode', 'city', 'communeCode', 'qpvCode', 'country'])
