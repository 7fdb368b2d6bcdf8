import type { FoundPlace } from '#data/services/finder-service'
import { whenForgotten } from '#ui/use-kept-state'

/** The records whose pages were seen since the window opened, the latest first; each once. */
let visited: readonly FoundPlace[] = []
whenForgotten(() => {
  visited = []
})

const kindByRoom: Readonly<Record<string, FoundPlace['kind']>> = {
  people: 'person',
  events: 'event',
  organisations: 'organisation',
  communities: 'community',
}
const kept = 20

/** Notes the page of an address, `/people/0190…`, when it is that of a record. */
export const noteVisit = (path: string): void => {
  const [, room = '', id = ''] = path.split('/')
  const kind = kindByRoom[room]
  if (kind === undefined || id.length !== idLength) return
  // An address of such a room is made from an id of its table.
  const place = { kind, id } as FoundPlace
  visited = [place, ...visited.filter((one) => one.id !== id)].slice(0, kept)
}
const idLength = 36

export const lastVisited = (): readonly FoundPlace[] => visited
