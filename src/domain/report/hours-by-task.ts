import { givenHoursIn } from '#domain/indicators/period-totals'
import type { Facts } from '#domain/indicators/facts'
import type { Period } from '#domain/period'

/** Hours given to one task; `task` '' is « non renseigné ». */
export interface TaskHours {
  readonly task: string
  readonly hours: number
  readonly people: number
}

/** Hours given outside events in a period, task by task as they were typed, most hours first, unnamed ones last. */
export const hoursByTask = (facts: Facts, period: Period): readonly TaskHours[] =>
  [...Map.groupBy(givenHoursIn(facts, period), ({ given }) => given.task.trim())]
    .map(([task, lines]) => ({
      task,
      hours: lines.reduce((sum, { given }) => sum + given.hours, 0),
      people: new Set(lines.map(({ person }) => person)).size,
    }))
    .toSorted((left, right) => Number(left.task === '') - Number(right.task === '') || right.hours - left.hours || (left.task < right.task ? -1 : 1))
