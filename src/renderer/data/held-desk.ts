import { corePeopleOn } from '#domain/core/core-people'
import { heldThings, type HeldThing } from '#domain/core/held-things'
import { holdingsOf, type Holding } from '#domain/core/holdings'
import type { EventId, PersonId } from '#domain/id'
import type { IsoDate, PartialDate } from '#domain/period'
import { fullName, type Person } from '#domain/person'
import type { RoleKind } from '#domain/role'
import type { TableName } from '#domain/tables'
import { indexTerritories, territoryOf } from '#domain/territory'
import type { FactsMirror } from '#data/facts-mirror'
import { createSettingsService } from '#data/services/settings-service'
import type { Store } from '#data/store'

/** What a held thing is called: its own name, then that of what it is part of; `roleKind`: words are the interface's own. */
export interface HeldName {
  readonly name: string
  readonly within: string
  readonly roleKind: Pick<RoleKind, 'id' | 'name'> | null
  readonly date: PartialDate | null
}

/** What is held today, and its names: shared by the core and by handovers. */
export interface HeldDesk {
  readonly things: (today: IsoDate) => Promise<readonly HeldThing[]>
  readonly holdings: (person: Person, today: IsoDate) => Promise<readonly Holding[]>
  /** The name of what a key stands for, even when she holds it no more; tables must have been loaded by one of the above. */
  readonly nameOf: (key: string, person: Person | null) => HeldName
  readonly personName: (id: PersonId | null) => string
}

export const heldTables = [
  'people',
  'roleKinds',
  'communities',
  'communityMembers',
  'responsibilities',
  'ties',
  'organisations',
  'territories',
  'ambassadorships',
  'tasks',
  'events',
  'attendance',
] as const satisfies readonly TableName[]

export const createHeldDesk = (store: Store, facts: Pick<FactsMirror, 'facts'>): HeldDesk => {
  const { mirror } = store
  const settings = createSettingsService(store)
  const things = async (today: IsoDate): Promise<readonly HeldThing[]> => {
    const known = await facts.facts(today, await settings.get())
    await mirror.load(...heldTables)
    const territories = indexTerritories(mirror.loaded('territories').values())
    const organisations = [...mirror.loaded('organisations').values()].filter(({ deletedAt }) => deletedAt === null)
    const responsibilities = [...mirror.loaded('responsibilities').values()]
    return heldThings(
      {
        people: mirror.loaded('people'),
        roleKinds: [...mirror.loaded('roleKinds').values()],
        communities: [...mirror.loaded('communities').values()],
        members: mirror.loaded('communityMembers').values(),
        responsibilities,
        ties: mirror.loaded('ties').values(),
        organisationIds: new Set(organisations.map(({ id }) => id)),
        territoryOf: (person) => territoryOf(person, territories),
        core: new Set(corePeopleOn(known, responsibilities, today).map(({ personId }) => personId)),
      },
      today,
    )
  }
  const personName = (id: PersonId | null): string => {
    const person = id === null ? undefined : mirror.loaded('people').get(id)
    return person === undefined ? '' : fullName(person)
  }
  return {
    things,
    personName,
    holdings: async (person, today) => {
      const held = await things(today)
      const events = [...mirror.loaded('attendance').values()].flatMap(({ id, entries }) => {
        const status = entries[person.id]?.status
        const event = status === 'registered' || status === 'present' || status === 'online' ? mirror.loaded('events').get(id) : undefined
        return event === undefined ? [] : [event]
      })
      return holdingsOf(
        person,
        {
          things: held,
          ties: mirror.loaded('ties').values(),
          ambassadorships: mirror.loaded('ambassadorships').values(),
          tasks: mirror.loaded('tasks').values(),
          events,
        },
        today,
      )
    },
    nameOf: (key, person) => {
      const [kind = '', id = '', ...rest] = key.split(':')
      const none: HeldName = { name: '', within: '', roleKind: null, date: null }
      const community = (communityId: string): string => mirror.loaded('communities').get(communityId)?.name ?? ''
      if (kind === 'responsibility') return { ...none, name: mirror.loaded('responsibilities').get(id)?.title ?? '' }
      if (kind === 'community') return { ...none, name: community(id) }
      if (kind === 'organisation') return { ...none, name: mirror.loaded('organisations').get(id)?.name ?? '' }
      if (kind === 'territory') return { ...none, name: mirror.loaded('territories').get(id)?.name ?? '' }
      if (kind === 'seat') {
        const [communityId = '', seatId = ''] = id.split('/')
        return { ...none, name: mirror.loaded('communities').get(communityId)?.seats[seatId]?.title ?? '', within: community(communityId) }
      }
      if (kind === 'mentoring') return { ...none, name: personName(mirror.loaded('ties').get(id)?.toId ?? (id as PersonId)) }
      if (kind === 'ambassador') return { ...none, name: community(mirror.loaded('ambassadorships').get(id)?.communityId ?? '') }
      if (kind === 'task') {
        const task = mirror.loaded('tasks').get(id)
        return { ...none, name: task?.title ?? '', within: personName(task?.personId ?? null), date: task?.dueOn ?? null }
      }
      if (kind === 'event') {
        const event = mirror.loaded('events').get(id as EventId)
        return { ...none, name: event?.name ?? '', date: event?.date ?? null }
      }
      // A role: of one person, by the id of its period; of a single holder, by its kind, then a community or a territory.
      const period = Object.values(person?.roles ?? {}).find((role) => role.id === id)
      const role = mirror.loaded('roleKinds').get(period?.kind ?? id)
      const within = rest[0] ?? ''
      const place = mirror.loaded('communities').get(within)?.name ?? mirror.loaded('territories').get(within)?.name ?? ''
      return { ...none, roleKind: role === undefined ? null : { id: role.id, name: role.name }, within: place }
    },
  }
}
