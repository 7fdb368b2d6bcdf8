import type { IsoDate } from '#domain/period'
import type { Task } from '#domain/task'

/** `late`: its day is past; `due`: today or within a week; `later`; `undated`; `done`. */
export type TaskState = 'late' | 'due' | 'later' | 'undated' | 'done'

/** Where a task stands on a day; `soon`: the last day that counts as near. */
export const taskState = ({ dueOn, doneOn }: Pick<Task, 'dueOn' | 'doneOn'>, today: IsoDate, soon: IsoDate): TaskState => {
  if (doneOn !== null) return 'done'
  if (dueOn === null) return 'undated'
  return dueOn < today ? 'late' : dueOn <= soon ? 'due' : 'later'
}

/** What became of promises: kept by their day (or undated), kept late, broken (their day is past), still to keep. */
export interface PromiseCounts {
  readonly kept: number
  readonly keptLate: number
  readonly broken: number
  readonly open: number
}

export const countPromises = (tasks: Iterable<Task>, today: IsoDate): PromiseCounts => {
  const counts = { kept: 0, keptLate: 0, broken: 0, open: 0 }
  for (const { isPromise, dueOn, doneOn, deletedAt } of tasks) {
    if (!isPromise || deletedAt !== null) continue
    if (doneOn !== null) counts[dueOn === null || doneOn <= dueOn ? 'kept' : 'keptLate'] += 1
    else counts[dueOn !== null && dueOn < today ? 'broken' : 'open'] += 1
  }
  return counts
}
