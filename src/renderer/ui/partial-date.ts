import type { PartialDate } from '#domain/period'

export type ReadPartialDate = { readonly kind: 'empty' } | { readonly kind: 'date'; readonly date: PartialDate } | { readonly kind: 'wrong' }

/**
 * What somebody typed as a date, day first: `1998`, `05/1998`, `12/05/1998`, also with dots, dashes or spaces, and ISO (`1998-05-12`).
 * Years have four figures here: a form asks rather than guesses a century.
 */
export const readPartialDate = (typed: string): ReadPartialDate => {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  const parts = text.split(/[\s/.-]+/u)
  if (parts.some((part) => !/^\d+$/u.test(part))) return { kind: 'wrong' }
  const [first = '', second = '', third = ''] = first4(parts) ? parts : parts.toReversed()
  if (parts.length > 3 || first.length !== 4 || second.length > 2 || third.length > 2) return { kind: 'wrong' }
  const [year, month, day] = [Number(first), Number(second), Number(third)]
  if (year < 1) return { kind: 'wrong' }
  if (second === '') return partial(first)
  if (month < 1 || month > 12) return { kind: 'wrong' }
  if (third === '') return partial(`${first}-${two(month)}`)
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day >= 1 && day <= lastDay ? partial(`${first}-${two(month)}-${two(day)}`) : { kind: 'wrong' }
}

const first4 = (parts: readonly string[]): boolean => parts[0]?.length === 4
const two = (value: number): string => String(value).padStart(2, '0')
const partial = (date: string): ReadPartialDate => ({ kind: 'date', date: date as PartialDate })
