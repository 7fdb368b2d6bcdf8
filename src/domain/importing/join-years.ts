import type { RoleDraft } from '#domain/importing/draft'
import type { RoleKindId } from '#domain/id'
import { monthOf, parsePartialDate, type PartialDate } from '#domain/period'

export interface HeldYear {
  readonly role: RoleKindId
  readonly year: number
  readonly span: 'civil' | 'school'
}

/**
 * Crosses in columns of years, as periods: years that follow each other are one period (2021, 2022, 2024 → 2021–2022 and 2024), so that somebody who stayed is not
 * counted as having left. A school year « 2021-2022 » goes from September to August.
 */
export const joinYears = (held: readonly HeldYear[]): readonly RoleDraft[] => {
  const sorted = [...held].sort((left, right) =>
    left.role + left.span < right.role + right.span ? -1 : left.role + left.span > right.role + right.span ? 1 : left.year - right.year,
  )
  const periods: RoleDraft[] = []
  for (let index = 0; index < sorted.length; index++) {
    const first = sorted[index]
    if (first === undefined) break
    let last = first
    for (
      let next = sorted[index + 1];
      next !== undefined && next.role === first.role && next.span === first.span && next.year - last.year <= 1;
      next = sorted[index + 1]
    ) {
      last = next
      index += 1
    }
    periods.push({ kind: { id: first.role, name: '' }, start: firstMonth(first), end: lastMonth(last), byYear: true })
  }
  return periods
}

const firstMonth = (year: HeldYear): PartialDate | null => (year.span === 'civil' ? parsePartialDate(String(year.year)) : monthOf(year.year, 9))
const lastMonth = (year: HeldYear): PartialDate | null => (year.span === 'civil' ? parsePartialDate(String(year.year)) : monthOf(year.year + 1, 8))
