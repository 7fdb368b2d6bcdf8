import { foldWords } from '#domain/fold-text'
import type { EventDraft } from '#domain/importing/draft'
import type { AssociationEvent } from '#domain/event'

/** Finds the event that a file names: by id, else by name and date; grows while an import creates events. */
export interface EventFinder {
  /** The event, or null when none is surely meant: two events of one name need their date. */
  readonly find: (draft: Pick<EventDraft, 'id' | 'name' | 'date'>) => AssociationEvent | null
  readonly add: (event: AssociationEvent) => void
  /** An event that this very import creates: without a date, it is only what the same file names without a date. */
  readonly addNew: (event: AssociationEvent) => void
}

/** « 2024-03 » may be the 12 March 2024. */
const agree = (known: string, date: string): boolean => known.startsWith(date) || date.startsWith(known)

export const createEventFinder = (events: readonly AssociationEvent[]): EventFinder => {
  const byId = new Map<string, AssociationEvent>()
  const byName = new Map<string, AssociationEvent[]>()
  const created = new Set<string>()
  const foundByDraft = new Map<string, AssociationEvent | null>()
  const add = (event: AssociationEvent): void => {
    if (event.deletedAt !== null) return
    byId.set(event.id, event)
    const name = foldWords(event.name)
    const same = (byName.get(name) ?? []).filter((other) => other.id !== event.id)
    byName.set(name, [...same, event])
    foundByDraft.clear()
  }
  for (const event of events) add(event)
  return {
    add,
    addNew: (event) => {
      created.add(event.id)
      add(event)
    },
    find: ({ id, name, date }) => {
      const known = id === null ? undefined : byId.get(id)
      if (known !== undefined) return known
      const key = `${name}|${date ?? ''}`
      const before = foundByDraft.get(key)
      if (before !== undefined) return before
      const same = byName.get(foldWords(name)) ?? []
      const exact = same.find((event) => event.date === date)
      const agreeing = same.filter((event) => date === null || (event.date === null ? !created.has(event.id) : agree(event.date, date)))
      const found = exact ?? (agreeing.length === 1 ? agreeing[0] : undefined) ?? null
      foundByDraft.set(key, found)
      return found
    },
  }
}
