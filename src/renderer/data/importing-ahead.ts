import { isSameValue } from '#domain/change-fields'
import type { DraftContext } from '#domain/importing/draft-context'
import { createDrafter, type RowDrafter } from '#domain/importing/draft-rows'
import type { RowDraft } from '#domain/importing/draft'
import { findLayout } from '#domain/importing/find-layout'
import { createGrouper, type RowGrouper } from '#domain/importing/group-rows'
import type { KnownLists } from '#domain/importing/knowledge'
import type { ImportMapping } from '#domain/importing/mapping'
import type { RawRow } from '#domain/importing/sheet'
import { noDecisions } from '#domain/importing/verdict'
import type { ImportTemplate } from '#domain/import-record'
import { proposeMapping } from '#data/importing-session'

/**
 * What can be done with rows while the others are still on their way: this thread would only wait. They are drafted and put together under the mapping that
 * the first of them suggest; it all counts only if the whole file says the same (see `takeAhead`), and changes nothing but when the work is done.
 */
export interface RowsAhead {
  readonly sheet: number
  /** The records they were drafted beside. */
  readonly version: string
  readonly mapping: ImportMapping
  readonly drafter: RowDrafter
  /** By row. */
  readonly drafts: (RowDraft | undefined)[]
  readonly grouper: RowGrouper
  /** Those in the grouper, in order. */
  readonly grouped: number[]
  next: number
  isRunning: boolean
}

/** Rows that tell the mapping well enough. */
const tellingRows = 1_000
/** The last rows that came may be notes and sums below the table. */
const heldBack = 60

export interface AheadSurroundings {
  readonly version: string
  readonly context: DraftContext
  readonly known: KnownLists
  readonly templates: ReadonlyMap<string, ImportTemplate>
}

/** Begins when enough rows are there; null before. */
export const beginAhead = (sheet: number, rows: readonly RawRow[], { version, context, known, templates }: AheadSurroundings): RowsAhead | null => {
  if (rows.length < tellingRows) return null
  const layout = findLayout(rows)
  const { mapping } = proposeMapping(layout, rows, known, templates)
  const drafter = createDrafter(mapping, context, false)
  const next = layout.dataRows[0] ?? 0
  return { sheet, version, mapping, drafter, drafts: [], grouper: createGrouper(noDecisions), grouped: [], next, isRunning: false }
}

/** Drafts what has come since, at most so many rows; answers whether there are more. */
export const goAhead = (ahead: RowsAhead, rows: readonly RawRow[], most = Infinity): boolean => {
  const end = Math.min(rows.length - heldBack, ahead.next + most)
  for (; ahead.next < end; ahead.next += 1) {
    const row = rows[ahead.next] ?? []
    if (row.length === 0) continue
    const draft = ahead.drafter(row, ahead.next)
    ahead.drafts[ahead.next] = draft
    ahead.grouper.add(draft)
    ahead.grouped.push(ahead.next)
  }
  return ahead.next < rows.length - heldBack
}

/** What still counts of it under a mapping and beside the records of now; `grouper` only when its rows are the first of the table. */
export const takeAhead = (
  ahead: RowsAhead | null,
  wanted: { readonly sheet: number; readonly version: string; readonly mapping: ImportMapping; readonly dataRows: readonly number[] },
): (Pick<RowsAhead, 'drafter' | 'drafts'> & { readonly grouper: RowGrouper | undefined }) | null => {
  if (ahead === null || ahead.sheet !== wanted.sheet || ahead.version !== wanted.version || !isSameValue(ahead.mapping, wanted.mapping)) return null
  const { drafter, drafts, grouper, grouped } = ahead
  return { drafter, drafts, grouper: grouped.every((row, at) => row === wanted.dataRows[at]) ? grouper : undefined }
}
