import type { ImportId } from '#domain/id'
import { dateOrderOfColumn, guessMapping, isDateTarget } from '#domain/importing/guess-mapping'
import { findLayout, layoutWithHeader } from '#domain/importing/find-layout'
import { isEmptyCell, shownText } from '#domain/importing/cell-text'
import type { KnownLists } from '#domain/importing/knowledge'
import type { SheetLayout } from '#domain/importing/layout'
import type { ColumnMapping, ImportField, ImportMapping, ImportSubject } from '#domain/importing/mapping'
import type { FileInfo, RawRow } from '#domain/importing/sheet'
import type { ImportTemplate } from '#domain/import-record'
import { fitTemplate, signatureOf } from '#domain/importing/signature'
import { overviewColumns } from '#data/importing-columns'
import type { ImportOverview } from '#data/importing-contract'
import { createDecisions, type Decisions } from '#data/importing-decisions'
import type { RowsAhead } from '#data/importing-ahead'
import type { Judgement } from '#data/importing-judgement'
import { createSheetRows, type SheetRows } from '#data/importing-rows'

/** One import under way, in the data thread. Mutable on purpose: it is the desk on which the file lies. */
export interface ImportSession {
  readonly id: ImportId
  readonly file: FileInfo
  readonly sheets: Map<number, SheetRows>
  sheet: number
  layout: SheetLayout
  mapping: ImportMapping
  fromTemplate: boolean
  /** null until `judge`, and again after the mapping changed. */
  judgement: Judgement | null
  /** What the user decided, kept when she goes back to the columns. */
  decisions: Decisions
  isCancelled: boolean
  /** What was made of the rows while the others still came; null once it was used, or proved of no use. */
  ahead: RowsAhead | null
}

const emptyLayout: SheetLayout = { headerRow: null, groupRow: null, headers: [], dataRows: [], skipped: [] }
const emptyMapping: ImportMapping = {
  source: null,
  subject: 'people',
  columns: [],
  givenRole: null,
  roleLasts: 'open',
  givenEvent: null,
  twoDigitYearPivot: 30,
}

export const openSession = (id: ImportId, file: FileInfo): ImportSession => ({
  id,
  file,
  sheets: new Map(),
  sheet: 0,
  layout: emptyLayout,
  mapping: emptyMapping,
  fromTemplate: false,
  judgement: null,
  decisions: createDecisions(),
  isCancelled: false,
  ahead: null,
})

/** The rows of a sheet, begun when its first page comes. */
export const sheetRows = (session: ImportSession, sheet: number): SheetRows => {
  const known = session.sheets.get(sheet)
  if (known !== undefined) return known
  const rows = createSheetRows()
  session.sheets.set(sheet, rows)
  return rows
}

/** Rows of the chosen sheet. */
export const rowsOf = (session: ImportSession): readonly RawRow[] => sheetRows(session, session.sheet).all()

/** Finds the table and guesses the columns, or takes up the mapping that was kept for the same headers. */
export const understandSheet = (
  session: ImportSession,
  sheet: number,
  known: KnownLists,
  templates: ReadonlyMap<string, ImportTemplate> | null,
): void => {
  session.sheet = sheet
  useLayout(session, findLayout(rowsOf(session)), known, templates)
}

export const chooseHeader = (
  session: ImportSession,
  headerRow: number | null,
  known: KnownLists,
  templates: ReadonlyMap<string, ImportTemplate>,
): void => {
  useLayout(session, layoutWithHeader(rowsOf(session), headerRow), known, templates)
}

const useLayout = (session: ImportSession, layout: SheetLayout, known: KnownLists, templates: ReadonlyMap<string, ImportTemplate> | null): void => {
  const { mapping, fromTemplate } = proposeMapping(layout, rowsOf(session), known, templates)
  session.layout = layout
  session.mapping = mapping
  session.fromTemplate = fromTemplate
  session.judgement = null
  session.decisions = createDecisions()
}

/** The mapping that was kept for these headers, or the best guess. */
export const proposeMapping = (
  layout: SheetLayout,
  rows: readonly RawRow[],
  known: KnownLists,
  templates: ReadonlyMap<string, ImportTemplate> | null,
): { readonly mapping: ImportMapping; readonly fromTemplate: boolean } => {
  const template = templates?.get(signatureOf(layout.headers)) ?? null
  const fitting = template === null ? null : fitTemplate(template.mapping, layout.headers)
  return fitting === null
    ? { mapping: guessMapping(layout, rows, known), fromTemplate: false }
    : { mapping: withKnownTargets(fitting, known), fromTemplate: true }
}

/** The mapping as the user corrected it, with what follows from it: a column that became dates needs an order, a whole name too. */
export const useMapping = (session: ImportSession, mapping: ImportMapping): void => {
  const rows = rowsOf(session)
  const settle = (column: ColumnMapping): ColumnMapping => {
    const isDate = isDateTarget(column.target)
    const isWholeName = column.target?.kind === 'field' && column.target.field === 'fullName'
    return {
      ...column,
      dateOrder: isDate ? (column.dateOrder ?? dateOrderOfColumn(session.layout, rows, column.index)) : null,
      nameOrder: isWholeName ? (column.nameOrder ?? 'last-first') : null,
    }
  }
  session.mapping = { ...mapping, columns: mapping.columns.map(settle) }
  session.judgement = null
}

export const overviewOf = (session: ImportSession, known: KnownLists): ImportOverview => {
  const { id, file, sheet, layout, mapping, fromTemplate } = session
  return {
    id,
    fileName: file.fileName,
    sheets: file.sheets,
    sheet,
    headerRow: layout.headerRow,
    groupRow: layout.groupRow,
    dataRows: layout.dataRows.length,
    skipped: layout.skipped.slice(0, 200),
    mapping,
    columns: overviewColumns(layout, rowsOf(session), mapping),
    fromTemplate,
    saysWho: saysWho(mapping),
    roleKinds: [...known.roleKinds].sort((left, right) => left.order - right.order),
    customFields: [...known.customFields].sort((left, right) => left.order - right.order),
    tags: known.tags,
  }
}

/** Rows as the file shows them. */
export const peekRows = (session: ImportSession, from: number, count: number): readonly (readonly string[])[] =>
  rowsOf(session)
    .slice(from, from + count)
    .map((row) => row.map((cell) => (isEmptyCell(cell) ? '' : shownText(cell))))

/** What was kept with a template may have been erased since: then it is created again under its name. */
const withKnownTargets = (mapping: ImportMapping, known: KnownLists): ImportMapping => {
  const has = (list: readonly { readonly id: string }[], id: string | null): boolean => id !== null && list.some((record) => record.id === id)
  const columns = mapping.columns.map((column): ColumnMapping => {
    const { target } = column
    switch (target?.kind) {
      case 'custom':
        return has(known.customFields, target.id)
          ? column
          : { ...column, target: { ...target, id: known.customFields.find(({ name }) => name === target.name)?.id ?? null } }
      case 'tag':
        return has(known.tags, target.id)
          ? column
          : { ...column, target: { ...target, id: known.tags.find(({ name }) => name === target.name)?.id ?? null } }
      case 'role':
        return has(known.roleKinds, target.id)
          ? column
          : { ...column, target: { ...target, id: known.roleKinds.find(({ name }) => name === target.name)?.id ?? null } }
      case 'event':
        return has(known.events, target.id) ? column : { ...column, target: { ...target, id: null } }
      default:
        return column
    }
  })
  return { ...mapping, columns }
}

const whoFields: Readonly<Record<ImportSubject, readonly ImportField[]>> = {
  people: ['lastName', 'firstName', 'fullName', 'email', 'phone', 'memberNumber', 'externalId', 'maillageId'],
  hours: ['lastName', 'firstName', 'fullName', 'email', 'phone', 'memberNumber', 'externalId', 'maillageId'],
  events: ['eventName'],
  organisations: ['organisation'],
}
const saysWho = ({ subject, columns }: ImportMapping): boolean =>
  columns.some(({ target }) => target?.kind === 'field' && whoFields[subject].includes(target.field))
