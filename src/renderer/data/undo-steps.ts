import type { ChangeId } from '#domain/id'
import { failed, ok, type Result } from '#domain/result'
import type { ChangeRow } from '#data/database'
import type { Store } from '#data/store'
import { undoChange, type UndoChoice, type UndoProblem } from '#data/undo'

/** Ctrl+Z and its opposite, over the changes of this session. Both answer the act of the user that was taken back or done again, not the change which did so. */
export interface UndoSteps {
  readonly undo: (choice: UndoChoice) => Promise<Result<ChangeRow, UndoProblem>>
  readonly redo: (choice: UndoChoice) => Promise<Result<ChangeRow, UndoProblem>>
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
}

export const createUndoSteps = (store: Store): UndoSteps => {
  const done: ChangeId[] = []
  const undone: ChangeId[] = []
  let isStepping = false

  store.onChange(({ changeId, cause }) => {
    if (isStepping) return
    undone.length = 0
    // What was undone from elsewhere can no longer be taken back by Ctrl+Z; what a restore brought in place makes every step meaningless.
    if (cause?.kind === 'undo') drop(done, cause.changeId)
    else if (changeId === null) done.length = 0
    else if (cause?.kind !== 'setup') done.push(changeId)
  })

  const step = async (from: ChangeId[], to: ChangeId[], choice: UndoChoice): Promise<Result<ChangeRow, UndoProblem>> => {
    const changeId = from.at(-1)
    if (changeId === undefined) return failed({ kind: 'nothing-left' })
    isStepping = true
    const written = await undoChange(store, changeId, choice).finally(() => {
      isStepping = false
    })
    if (written.ok) to.push(written.value.id)
    if (written.ok || isHopeless(written.error)) drop(from, changeId)
    return written.ok ? ok(await actBehind(store, written.value)) : written
  }

  return {
    undo: (choice) => step(done, undone, choice),
    redo: (choice) => step(undone, done, choice),
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
  }
}

const drop = (ids: ChangeId[], id: ChangeId): void => {
  const at = ids.lastIndexOf(id)
  if (at >= 0) ids.splice(at, 1)
}

/** What an undoing, or the undoing of an undoing, is about. */
const actBehind = async (store: Store, row: ChangeRow): Promise<ChangeRow> => {
  const before = row.cause.kind === 'undo' ? await store.database.changes.get(row.cause.changeId) : undefined
  return before === undefined ? row : actBehind(store, before)
}

/** Asking again would change nothing: the step is forgotten. */
const isHopeless = ({ kind }: UndoProblem): boolean => kind === 'unknown-change' || kind === 'already-undone' || kind === 'nothing-left'
