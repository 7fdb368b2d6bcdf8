import type { PersonRow } from '#data/people-row'
import type { PeopleQuery } from '#data/people-query'
import type { PeopleList, PeopleService } from '#data/services/people-service'

/** What is known of a list now: its size and the pages that came. */
export interface ShownList {
  /** null until the first answer. */
  readonly size: Omit<PeopleList, 'rows' | 'from'> | null
  readonly rowAt: (index: number) => PersonRow | undefined
  /** The search that these rows answer: another one may be on its way. */
  readonly search: string
}

/** Brings the pages of a list as they come in sight; the rows shown stay until those of a new query are there. */
export interface PeoplePages {
  readonly ask: (query: PeopleQuery) => void
  /** First and last rows in sight. */
  readonly see: (first: number, last: number) => void
  /** Something was written: asks again for what is in sight. */
  readonly refresh: () => void
  readonly shown: () => ShownList
  readonly subscribe: (listener: () => void) => () => void
}

export const pageLength = 100

export const createPeoplePages = (service: Pick<PeopleService, 'list' | 'whenComplete'>, onError: (error: unknown) => void): PeoplePages => {
  const listeners = new Set<() => void>()
  let query: PeopleQuery | null = null
  let pages = new Map<number, readonly PersonRow[]>()
  let asked = new Set<number>()
  let seen = { first: 0, last: 0 }
  let shown: ShownList = { size: null, rowAt: () => undefined, search: '' }
  /** Rises with each query or refresh: answers of an older one are dropped. */
  let round = 0
  let waitsForRest = false

  const publish = (size: ShownList['size'], search: string): void => {
    const current = pages
    shown = { size, search, rowAt: (index) => current.get(Math.floor(index / pageLength))?.[index % pageLength] }
    for (const listener of listeners) listener()
  }

  const fetchPage = async (page: number, isFirstOfRound: boolean): Promise<void> => {
    if (query === null || asked.has(page)) return
    asked.add(page)
    const mine = round
    const asking = query
    const list = await service.list(asking, page * pageLength, pageLength)
    if (mine !== round) return
    pages = new Map(isFirstOfRound ? [] : pages).set(page, list.rows)
    const { rows: _, from: __, ...size } = list
    publish(size, asking.search)
    if (!list.isComplete) void completeLater()
    // A list that became shorter may end above the page in sight.
    if (isFirstOfRound) see(Math.min(seen.first, Math.max(0, list.count - 1)), Math.min(seen.last, Math.max(0, list.count - 1)))
  }

  const completeLater = async (): Promise<void> => {
    if (waitsForRest) return
    waitsForRest = true
    await service.whenComplete()
    waitsForRest = false
    restart(Math.floor(seen.first / pageLength))
  }

  const restart = (page: number): void => {
    round += 1
    asked = new Set()
    fetchPage(page, true).catch(onError)
  }

  const see = (first: number, last: number): void => {
    seen = { first, last }
    for (let page = Math.floor(first / pageLength); page <= Math.floor(last / pageLength); page += 1) fetchPage(page, false).catch(onError)
  }

  return {
    ask: (next) => {
      if (query !== null && JSON.stringify(query) === JSON.stringify(next)) return
      query = next
      seen = { first: 0, last: 0 }
      restart(0)
    },
    see,
    refresh: () => {
      if (query !== null) restart(Math.floor(seen.first / pageLength))
    },
    shown: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
