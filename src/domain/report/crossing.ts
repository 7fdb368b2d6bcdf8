import type { Facts } from '#domain/indicators/facts'
import type { FigureRef, GroupBy } from '#domain/indicators/figure'
import { groupsOfPerson, peopleByGroup } from '#domain/indicators/people-groups'
import type { Period } from '#domain/period'

/** People counted by two groupings at once, « non renseigné » included on both sides. */
export interface Crossing {
  readonly rows: GroupBy
  readonly columns: GroupBy
  readonly rowKeys: readonly (string | null)[]
  readonly columnKeys: readonly (string | null)[]
  /** By row, then column. */
  readonly cells: readonly (readonly CrossingCell[])[]
}
/** `count` null: hidden, since so few people could be recognised. */
export interface CrossingCell {
  readonly count: number | null
  readonly ref: FigureRef
}

/** Counts `people` by two groupings; with `maskBelow`, counts from 1 to below it are hidden, and as many more as it takes for totals not to give them away. */
export const crossPeople = (
  facts: Facts,
  people: readonly number[],
  base: FigureRef,
  period: Period,
  by: { readonly rows: GroupBy; readonly columns: GroupBy },
  maskBelow: number | null,
): Crossing => {
  const rowKeys = peopleByGroup(facts, people, base, period, by.rows).map(({ key }) => key)
  const columnKeys = peopleByGroup(facts, people, base, period, by.columns).map(({ key }) => key)
  const counts = rowKeys.map(() => columnKeys.map(() => 0))
  const rowsOf = groupsOfPerson(facts, period, by.rows)
  const columnsOf = groupsOfPerson(facts, period, by.columns)
  for (const index of people) {
    const person = facts.columns.people[index]
    if (person === undefined) continue
    for (const rowKey of rowsOf(person)) {
      const row = counts[rowKeys.indexOf(rowKey)]
      for (const columnKey of columnsOf(person)) {
        const column = columnKeys.indexOf(columnKey)
        if (row !== undefined) row[column] = (row[column] ?? 0) + 1
      }
    }
  }
  const hidden = maskBelow === null ? counts.map((row) => row.map(() => false)) : maskSmall(counts, maskBelow)
  return {
    ...by,
    rowKeys,
    columnKeys,
    cells: counts.map((row, rowIndex) =>
      row.map((count, columnIndex): CrossingCell => ({
        count: hidden[rowIndex]?.[columnIndex] === true ? null : count,
        ref: {
          kind: 'group',
          base: { kind: 'group', base, period, by: by.rows, key: rowKeys[rowIndex] ?? null },
          period,
          by: by.columns,
          key: columnKeys[columnIndex] ?? null,
        },
      })),
    ),
  }
}

/**
 * Which cells of a table to hide: those from 1 to below the threshold, then, as long as a row or a column hides just one (its total would give it away),
 * the smallest other count of that row or column. Zeros are shown: they name nobody; they are hidden only where nothing else is left.
 */
export const maskSmall = (counts: readonly (readonly number[])[], threshold: number): readonly (readonly boolean[])[] => {
  const hidden = counts.map((row) => row.map((count) => count > 0 && count < threshold))
  const width = counts[0]?.length ?? 0
  const lines: readonly (readonly Place[])[] = [
    ...counts.map((row, y) => row.map((_, x) => ({ x, y }))),
    ...Array.from({ length: width }, (_, x) => counts.map((_row, y) => ({ x, y }))),
  ]
  for (let isStable = false; !isStable;) {
    isStable = true
    for (const line of lines) {
      if (line.filter(({ x, y }) => hidden[y]?.[x] === true).length !== 1) continue
      const shown = line.filter(({ x, y }) => hidden[y]?.[x] === false)
      const smallest = shown.toSorted((left, right) => weight(counts, left) - weight(counts, right))[0]
      const row = smallest === undefined ? undefined : hidden[smallest.y]
      if (smallest === undefined || row === undefined) continue
      row[smallest.x] = true
      isStable = false
    }
  }
  return hidden
}

interface Place {
  readonly x: number
  readonly y: number
}
const weight = (counts: readonly (readonly number[])[], { x, y }: Place): number => {
  const count = counts[y]?.[x] ?? 0
  return count === 0 ? Number.MAX_SAFE_INTEGER : count
}
