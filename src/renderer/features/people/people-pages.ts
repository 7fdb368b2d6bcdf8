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
  /** These rows are those of the bin. */
  readonly removed: boolean
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
/** Pages on their way at once: a list that is scrolled fast asks for what is in sight, not for all it flew over. */
const mostInFlight = 2

export const createPeoplePages = (service: Pick<PeopleService, 'list' | 'whenComplete'>, onError: (error: unknown) => void): PeoplePages => {
  const listeners = new Set<() => void>()
  let query: PeopleQuery | null = null
  let pages = new Map<number, readonly PersonRow[]>()
  let asked = new Set<number>()
  let seen = { first: 0, last: 0 }
  let shown: ShownList = { size: null, rowAt: () => undefined, search: '', removed: false }
  /** Rises with each query or refresh: answers of an older one are dropped. */
  let round = 0
  let inFlight = 0
  let waitsForRest = false

  const publish = (size: ShownList['size'], { search, removed }: PeopleQuery): void => {
    const current = pages
    shown = { size, search, removed, rowAt: (index) => current.get(Math.floor(index / pageLength))?.[index % pageLength] }
    for (const listener of listeners) listener()
  }

  const fetchPage = async (page: number, isFirstOfRound: boolean): Promise<void> => {
    if (query === null || asked.has(page)) return
    asked.add(page)
    inFlight += 1
    const mine = round
    const asking = query
    const list = await service.list(asking, page * pageLength, pageLength)
    if (mine !== round) return
    inFlight -= 1
    if (isFirstOfRound) pages = new Map()
    pages.set(page, list.rows)
    const { rows: _, from: __, ...size } = list
    // A page fetched ahead is found by whoever scrolls to it: drawing the list again for it would only delay what was typed.
    if (isFirstOfRound || isInSight(page)) publish(size, asking)
    if (!list.isComplete) void completeLater()
    // A list that became shorter may end above the page in sight.
    if (isFirstOfRound) seen = { first: Math.min(seen.first, Math.max(0, list.count - 1)), last: Math.min(seen.last, Math.max(0, list.count - 1)) }
    fetchWanted(list.count)
  }

  const isInSight = (page: number): boolean => page >= Math.floor(seen.first / pageLength) && page <= Math.floor(seen.last / pageLength)

  /** What is in sight first, then the pages that scrolling comes to next. */
  const fetchWanted = (count: number): void => {
    const first = Math.floor(seen.first / pageLength)
    const last = Math.floor(seen.last / pageLength)
    const inSight = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    for (const page of [...inSight, last + 1, first - 1]) {
      if (inFlight >= mostInFlight) return
      if (page >= 0 && page * pageLength < count) fetchPage(page, false).catch(onError)
    }
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
    inFlight = 0
    fetchPage(page, true).catch(onError)
  }

  const see = (first: number, last: number): void => {
    seen = { first, last }
    if (shown.size !== null) fetchWanted(shown.size.count)
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
