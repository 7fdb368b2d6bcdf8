import { readFileSync } from 'node:fs'
import { parseCommunes } from '#domain/commune'
import type { RowDraft } from '#domain/importing/draft'
import type { DraftContext } from '#domain/importing/draft-context'
import { draftRows } from '#domain/importing/draft-rows'
import { findLayout } from '#domain/importing/find-layout'
import { guessMapping } from '#domain/importing/guess-mapping'
import { nothingKnown } from '#domain/importing/knowledge'
import type { SheetLayout } from '#domain/importing/layout'
import type { ImportMapping } from '#domain/importing/mapping'
import type { RawCell, RawRow } from '#domain/importing/sheet'
import { parseQpv } from '#domain/qpv'
import { builtInRoleKinds } from '#domain/role'

const resource = (name: string): string => readFileSync(new URL(`../../../resources/territories/${name}`, import.meta.url), 'utf8')

export const communes = parseCommunes(resource('communes.txt'))
/** A new association, with the built-in roles, the communes and the QPV. */
export const context: DraftContext = { known: { ...nothingKnown, roleKinds: builtInRoleKinds }, communes, qpv: parseQpv(resource('qpv-2024.txt')) }

export interface SheetRead {
  readonly layout: SheetLayout
  readonly mapping: ImportMapping
  readonly drafts: readonly RowDraft[]
}

/** The whole way of a sheet, from rows to drafts, as the application goes it. */
export const readSheet = (
  rows: readonly RawRow[],
  correct: (mapping: ImportMapping) => ImportMapping = (mapping) => mapping,
  where: DraftContext = context,
): SheetRead => {
  const layout = findLayout(rows)
  const mapping = correct(guessMapping(layout, rows, where.known))
  return { layout, mapping, drafts: draftRows(mapping, layout, rows, where) }
}

/** Rows as a test writes them: « Nom | Prénom », one line a row; an empty piece is an empty cell. */
export const table = (text: string): readonly RawRow[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((piece): RawCell => (piece.trim() === '' ? null : piece.trim())))

/** What a draft says of its person; throws when the row says nobody. */
export const personOf = (draft: RowDraft | undefined): NonNullable<RowDraft['person']> => {
  if (draft === undefined || draft.person === null) throw new Error('No person in this row')
  return draft.person
}

/** The meaning of each column, in short: the field, or the kind of target. */
export const meanings = (mapping: ImportMapping): readonly (string | null)[] =>
  mapping.columns.map(({ target }) => (target === null ? null : target.kind === 'field' ? target.field : target.kind))
