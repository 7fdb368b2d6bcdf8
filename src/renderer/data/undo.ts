import { conflictsOf, invertEdit, rebasedOn, withoutConflicts, type Edit, type EditConflict } from '#domain/change'
import type { ChangeId } from '#domain/id'
import { speakingTables } from '#domain/references'
import { failed, ok, type Result } from '#domain/result'
import { unpackPart } from '#data/change-part'
import type { ChangeRow } from '#data/database'
import type { Store } from '#data/store'
import { usesOf, type Use } from '#data/undo-uses'
import type { WriteProblem } from '#data/write'

/** What to do where later edits stand in the way: ask (nothing is written), leave those fields as they are, or take back everything anyway. */
export type UndoChoice = 'ask' | 'skip' | 'force'
export type UndoProblem =
  | WriteProblem
  /** Later edits stand in the way of `conflicts`; `clean` records can be taken back without touching any. */
  | { readonly kind: 'later-edits'; readonly conflicts: readonly EditConflict[]; readonly clean: number }
  | { readonly kind: 'unknown-change' }
  | { readonly kind: 'already-undone'; readonly by: ChangeId }
  /** Everything is already as it was before that change. */
  | { readonly kind: 'nothing-left' }

/** Writes the inverse of a change, whenever it was made. */
export const undoChange = async (store: Store, changeId: ChangeId, choice: UndoChoice): Promise<Result<ChangeRow, UndoProblem>> => {
  const row = await store.database.changes.get(changeId)
  if (row === undefined) return failed({ kind: 'unknown-change' })
  if (row.undoneBy !== null) return failed({ kind: 'already-undone', by: row.undoneBy })
  const undoId = store.session.newChangeId()
  const inverse = (await readEdits(store, row)).flatMap((edit) => inverseOf(edit, undoId))
  const removes = inverse.some(({ after }) => after === null)
  await store.mirror.load(...new Set(inverse.map(({ table }) => table)), ...(removes ? speakingTables : []))
  const current = ({ table, key }: Edit): object | null => store.mirror.loaded(table).get(key) ?? null

  const uses = removes ? usesOf(store.mirror, inverse) : []
  const used = new Set(uses.flatMap(({ of }) => of))
  const conflicts = inverse.map((edit) => conflictsOf(current(edit), edit) ?? usedConflict(edit, used)).filter((conflict) => conflict !== null)
  if (conflicts.length > 0 && choice === 'ask') return failed({ kind: 'later-edits', conflicts, clean: inverse.length - conflicts.length })
  const edits =
    choice === 'force'
      ? forced(inverse, uses, current)
      : inverse.flatMap((edit) => (isUsed(edit, used) ? [] : (withoutConflicts(current(edit), edit) ?? [])))
  if (edits.length === 0) return failed({ kind: 'nothing-left' })
  const written = await store.write({ id: undoId, cause: { kind: 'undo', changeId }, edits })
  if (!written.ok) return written
  return written.value === null ? failed({ kind: 'nothing-left' }) : ok(written.value)
}

/** The edits of a stored change, in the order of their keys. */
export const readEdits = async (store: Store, row: ChangeRow): Promise<readonly Edit[]> => {
  const parts = await store.database.changeParts.where('sequence').between(row.firstSequence, row.lastSequence, true, true).toArray()
  const unpacked = await Promise.all(parts.map(({ bytes }) => unpackPart(bytes)))
  return unpacked.flatMap(({ edits }) => edits)
}

/** The receipt of an import outlives its undoing, marked as undone; its mapping stays for the next file. */
const inverseOf = (edit: Edit, undoId: ChangeId): readonly Edit[] => {
  if (edit.table === 'importTemplates') return []
  if (edit.table === 'imports' && edit.before === null) return [{ ...edit, before: { undoneBy: null }, after: { undoneBy: undoId } }]
  return [invertEdit(edit)]
}

const isUsed = ({ table, key, after }: Edit, used: ReadonlySet<string>): boolean => after === null && used.has(`${table}/${key}`)

const usedConflict = (edit: Edit, used: ReadonlySet<string>): EditConflict | null =>
  isUsed(edit, used) ? { table: edit.table, key: edit.key, kind: 'used', fields: [] } : null

/** Everything is taken back, and nothing goes on speaking of what is gone. */
const forced = (inverse: readonly Edit[], uses: readonly Use[], current: (edit: Edit) => object | null): readonly Edit[] => {
  const cleaned = new Set(uses.map(({ table, key }) => `${table}/${key}`))
  const others = inverse.filter(({ table, key }) => !cleaned.has(`${table}/${key}`)).flatMap((edit) => rebasedOn(current(edit), edit) ?? [])
  return [...others, ...uses.flatMap((use) => use.cleaned ?? [])]
}
