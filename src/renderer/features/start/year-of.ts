import type { Settings } from '#domain/settings'

/** How years are counted that start on the first day of `month` (1–12). */
export const yearOf = (month: number): Pick<Settings, 'yearKind' | 'yearStartMonth'> => ({
  yearKind: month === 1 ? 'civil' : month === 9 ? 'school' : 'association',
  yearStartMonth: month,
})
