import { parsePartialDate, type PartialDate } from '#domain/period'

/** A role with its dates, as one cell of an export holds it beside others. */
export interface NamedPeriod {
  readonly name: string
  readonly start: PartialDate | null
  readonly end: PartialDate | null
}

/** « bénévole (2020-09-01 → 2023-06-30) | administrateur (2022 →) | mentor »: every role somebody has or had, in one cell, with ISO dates. */
export const rolePeriodsToText = (roles: readonly NamedPeriod[]): string =>
  roles
    .toSorted((left, right) => ((left.start ?? '') < (right.start ?? '') ? -1 : (left.start ?? '') > (right.start ?? '') ? 1 : 0))
    .map(({ name, start, end }) =>
      start === null && end === null ? name : `${name} (${start === null ? '' : `${start} `}→${end === null ? '' : ` ${end}`})`,
    )
    .join(' | ')

/** Reads what `rolePeriodsToText` wrote; null for any other text, also one whose dates do not exist: it is then read as plain names. */
export const parseRolePeriods = (text: string): readonly NamedPeriod[] | null => {
  if (!text.includes('→')) return null
  const periods = text.split(/\s*\|\s*/).map((part): NamedPeriod | null => {
    const [, name, start, end] = /^(.+?) \(([\d-]*) ?→ ?([\d-]*)\)$/.exec(part) ?? []
    if (name === undefined) return part === '' || part.includes('→') ? null : { name: part, start: null, end: null }
    const startDate = start === undefined || start === '' ? null : parsePartialDate(start)
    const endDate = end === undefined || end === '' ? null : parsePartialDate(end)
    if ((startDate === null) !== (start === '') || (endDate === null) !== (end === '')) return null
    return { name, start: startDate, end: endDate }
  })
  const known = periods.filter((period) => period !== null)
  return known.length === periods.length ? known : null
}
