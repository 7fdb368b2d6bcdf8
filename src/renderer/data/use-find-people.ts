import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import { useData } from '#data/use-data'

/** Somebody found by a few letters of her name, to be chosen. */
export interface PersonFound {
  readonly id: PersonId
  readonly name: string
  /** What tells her from others of that name: town, e-mail. */
  readonly detail: string
}

const mostFound = 8

/** A search of people by name, for a field in which one is chosen; `today`: the window's day. Those in the bin are not found. */
export const useFindPeople = (
  today: Parameters<ReturnType<typeof useData>['people']['list']>[0]['today'],
): ((typed: string) => Promise<readonly PersonFound[]>) => {
  const data = useData()
  return async (typed) => {
    const { rows } = await data.people.list({ search: typed, filter: [], sort: null, removed: false, today }, 0, mostFound)
    return rows.map((row) => ({ id: row.id, name: fullName(row), detail: [row.city, row.email].filter((part) => part !== '').join(' · ') }))
  }
}
