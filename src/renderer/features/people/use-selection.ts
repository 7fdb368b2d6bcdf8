import { useRef, useState } from 'react'
import type { PersonId } from '#domain/id'
import type { PeopleQuery } from '#data/people-query'
import { useData } from '#data/use-data'
import type { Selection } from '#ui/data-table'

export interface PeopleSelection {
  readonly ids: ReadonlySet<PersonId>
  readonly clear: () => void
  /** For the table: a click or Space ticks one, Shift a range, Ctrl+A everybody the query finds. Ticks outlive a new search. */
  readonly forTable: Selection
}

/** Who is ticked. `count`: how many people the query finds. */
export const useSelection = (query: PeopleQuery, count: number): PeopleSelection => {
  const data = useData()
  const [ids, setIds] = useState<ReadonlySet<PersonId>>(new Set())
  const [inBin, setInBin] = useState(query.removed)
  // Those ticked in the list are not in the bin, and the other way round.
  if (inBin !== query.removed) {
    setInBin(query.removed)
    setIds(new Set())
  }
  const anchor = useRef(0)
  const add = (more: readonly PersonId[]): void => setIds((before) => new Set([...before, ...more]))
  return {
    ids,
    clear: () => setIds(new Set()),
    forTable: {
      has: (key) => ids.has(key as PersonId),
      state: ids.size === 0 ? 'none' : ids.size >= count ? 'all' : 'some',
      toggle: (key, index, range) => {
        const from = anchor.current
        anchor.current = index
        if (range) void data.people.idsBetween(query, from, index).then(add)
        else setIds((before) => toggled(before, key as PersonId))
      },
      toggleAll: () => {
        if (ids.size > 0 && ids.size >= count) setIds(new Set())
        else void data.people.ids(query).then(add)
      },
    },
  }
}

const toggled = (before: ReadonlySet<PersonId>, id: PersonId): ReadonlySet<PersonId> => {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}
