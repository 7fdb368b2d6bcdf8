import { searchCommunes, type CommuneIndex } from '#domain/commune'
import { communityAndInside } from '#domain/communities/community-tree'
import { membersOn } from '#domain/communities/membership'
import type { HoursGiven } from '#domain/hours'
import type { CommunityId, ImportId, OrganisationId, PersonId, RoleKindId, RolePeriodId, TagId, TerritoryId } from '#domain/id'
import { buildMatchIndex } from '#domain/importing/match-index'
import type { FactColumns } from '#domain/indicators/fact-columns'
import type { IsoDate, PartialDate } from '#domain/period'
import { noMesh, type EventsMeant, type FilterFacts, type MeshFacts } from '#domain/people-match'
import type { Person } from '#domain/person'
import type { Qpv, QpvIndex } from '#domain/qpv'
import type { Result } from '#domain/result'
import type { Task } from '#domain/task'
import { indexTerritories, territoryAndInside, territoryOf } from '#domain/territory'
import type { ChangeRow } from '#data/database'
import { newId } from '#data/new-id'
import { actToEdits, type PeopleAct } from '#data/people-acts'
import { findLookAlikes, type LookAlike, type LookAlikeDraft } from '#data/look-alikes'
import type { FactsMirror } from '#data/facts-mirror'
import { attendanceOf, lastActivities, timesCame, type LastActivity, type PersonAttendance } from '#data/people-activity'
import { createPeopleFinder, type PeopleQuery } from '#data/people-query'
import { personToRow, rolesHeldOn, type PersonRow } from '#data/people-row'
import type { Found } from '#data/people-search'
import { createSnapshots, type PeopleSnapshot } from '#data/people-snapshot'
import type { SortFacts } from '#data/people-sort'
import type { Store } from '#data/store'
import { meshTables } from '#data/ties-mirror'
import { readEdits } from '#data/undo'
import type { WriteProblem } from '#data/write'

/** A page of a list of people. */
export interface PeopleList {
  /** People found. */
  readonly count: number
  /** People there are, whatever the filter. */
  readonly total: number
  /** Nothing was found as typed: these differ by a typing error. */
  readonly fuzzy: boolean
  /** Position of the first of `rows`. */
  readonly from: number
  readonly rows: readonly PersonRow[]
  /** False when the last participation was not gathered yet: ask again after `whenComplete`. */
  readonly isComplete: boolean
}

/** What a person's page shows beside her record. */
export interface PersonDetails {
  readonly person: Person
  /** Latest first; undated ones last. */
  readonly attendance: readonly PersonAttendance[]
  readonly hours: readonly HoursGiven[]
  readonly last: LastActivity | null
}

export interface CommuneChoice {
  readonly code: string
  readonly name: string
  readonly postalCodes: readonly string[]
  readonly department: string
}

/** Lists, pages and acts about people. */
export interface PeopleService {
  readonly list: (query: PeopleQuery, from: number, count: number) => Promise<PeopleList>
  /** Everybody a query finds, in its order: for « tout sélectionner » and exports. */
  readonly ids: (query: PeopleQuery) => Promise<readonly PersonId[]>
  /** Those from one position to another, both included, in either order: a range made with Shift. */
  readonly idsBetween: (query: PeopleQuery, from: number, to: number) => Promise<readonly PersonId[]>
  /** Resolves once lists can say the last participation of everybody. */
  readonly whenComplete: () => Promise<void>
  /** Makes ready, in idle time, what the first search will need. */
  readonly warm: () => Promise<void>
  /** The words already used, in alphabetical order: proposed while one types. */
  readonly skillsAndSectors: () => Promise<{ readonly skills: readonly string[]; readonly sectors: readonly string[] }>
  /** Everybody who bears a tag. */
  readonly tagged: (tag: TagId) => Promise<readonly PersonId[]>
  readonly details: (id: PersonId) => Promise<PersonDetails | null>
  readonly act: (ids: readonly PersonId[], act: PeopleAct) => Promise<Result<ChangeRow | null, WriteProblem>>
  readonly communes: (typed: string, limit: number) => Promise<readonly CommuneChoice[]>
  /** The priority neighbourhoods of a commune, by name; those of `code` alone when there is no commune. Empty when there is none. */
  readonly neighbourhoods: (communeCode: string | null, code: string | null) => Promise<readonly Pick<Qpv, 'code' | 'name'>[]>
  /** People who may be the one being written, the likeliest first; never `exceptId`. */
  readonly lookAlikes: (draft: LookAlikeDraft, exceptId: PersonId) => Promise<readonly LookAlike[]>
}

/** `communes` and `qpv` are read once, when somebody types an address; `meshOf` when a filter speaks of ties. */
export const createPeopleService = (
  store: Store,
  facts: Pick<FactsMirror, 'columns'>,
  communes: () => Promise<CommuneIndex>,
  qpv: () => Promise<QpvIndex>,
  meshOf: (today: IsoDate) => Promise<MeshFacts> = () => Promise.resolve(noMesh),
): PeopleService => {
  const { mirror } = store
  const snapshotOf = { there: createSnapshots(), removed: createSnapshots() }
  const tagNames = (): ReadonlyMap<TagId, string> => new Map([...mirror.loaded('tags').values()].map(({ id, name }) => [id, name]))
  const makeSnapshot = (which: 'there' | 'removed') => () =>
    snapshotOf[which](
      [...mirror.loaded('people').values()].filter(({ deletedAt }) => (deletedAt === null) === (which === 'there')),
      tagNames(),
    )
  const there = mirror.derive(['people', 'tags'], makeSnapshot('there'))
  const removed = mirror.derive(['people', 'tags'], makeSnapshot('removed'))
  const activity = createActivity(facts)
  const names = mirror.derive(['roleKinds', 'tags', 'territories', 'organisations'], () => ({
    roleOrder: new Map<RoleKindId, number>([...mirror.loaded('roleKinds').values()].map(({ id, order }) => [id, order])),
    tagNames: tagNames(),
    territories: indexTerritories(mirror.loaded('territories').values()),
    territoryNames: new Map<TerritoryId, string>([...mirror.loaded('territories').values()].map(({ id, name }) => [id, name])),
    organisationNames: new Map<OrganisationId, string>([...mirror.loaded('organisations').values()].map(({ id, name }) => [id, name])),
  }))
  const matchIndex = mirror.derive(['people'], () => buildMatchIndex(mirror.loaded('people').values()))
  const findThere = createPeopleFinder()
  const findRemoved = createPeopleFinder()
  let knowsActivity = false

  const gatherActivity = async (): Promise<ReadonlyMap<PersonId, LastActivity>> => {
    const gathered = await activity()
    knowsActivity = true
    return gathered
  }

  const find = async (query: PeopleQuery): Promise<{ readonly snapshot: PeopleSnapshot; readonly found: Found }> => {
    const snapshot = await (query.removed ? removed() : there())
    const needsActivity = query.sort?.column === 'last' || query.filter.some(({ kind }) => kind === 'took-part' || kind === 'silent')
    const last = needsActivity ? await gatherActivity() : new Map<PersonId, LastActivity>()
    const peopleByImport = new Map<ImportId, ReadonlySet<PersonId>>()
    for (const condition of query.filter)
      if (condition.kind === 'import') peopleByImport.set(condition.importId, await peopleOfImport(store, condition.importId))
    const filtersByCommunity = query.filter.some(({ kind }) => kind === 'community')
    if (filtersByCommunity) await mirror.load('communities', 'communityMembers')
    const asksTies = query.filter.some(({ kind }) => kind === 'tied-to' || kind === 'isolated' || kind === 'ties-at-least')
    const mesh = asksTies ? await meshOf(query.today) : noMesh
    const asksTasks = query.filter.some(({ kind }) => kind === 'open-task')
    const openTasks = asksTasks ? openTasksOf((await mirror.read('tasks')).values()) : noTasks
    const asksTimes = query.filter.some(({ kind }) => kind === 'attended')
    const columns = asksTimes ? await facts.columns() : null
    const timesByMeaning = new Map<EventsMeant, ReadonlyMap<PersonId, number>>()
    const known = await names()
    const told: FilterFacts & SortFacts = {
      ...known,
      today: query.today,
      lastTookPart: (id) => last.get(id)?.on ?? null,
      timesCame: (id, which) => {
        const times = timesByMeaning.get(which) ?? (columns === null ? new Map<PersonId, number>() : timesCame(columns, which))
        timesByMeaning.set(which, times)
        return times.get(id) ?? 0
      },
      hasOpenTask: (id, promises) => openTasks[promises ? 'promises' : 'all'].has(id),
      lastActivity: ({ id }) => last.get(id) ?? null,
      mesh,
      peopleOfImport: (id) => peopleByImport.get(id) ?? new Set(),
      membersOf: (id, day) => membersOfBranch(store, id, day),
      territoryOf: (person) => territoryOf(person, known.territories),
      territoryAndInside: (id) => territoryAndInside(mirror.loaded('territories').values(), id),
      currentRoles: (person) => rolesHeldOn(person, query.today, known.roleOrder),
    }
    const version = (
      [
        'roleKinds',
        'territories',
        'organisations',
        ...(needsActivity ? (['events', 'attendance', 'hours'] as const) : []),
        ...(asksTies ? meshTables : []),
        ...(filtersByCommunity ? (['communities', 'communityMembers'] as const) : []),
        ...(needsActivity || asksTimes ? (['events', 'attendance', 'hours'] as const) : []),
        ...(asksTasks ? (['tasks'] as const) : []),
      ] as const
    )
      .map(mirror.version)
      .join()
    return { snapshot, found: (query.removed ? findRemoved : findThere)(snapshot, query, told, version) }
  }

  const idsAt = async (query: PeopleQuery, from: number, to: number): Promise<readonly PersonId[]> => {
    const { snapshot, found } = await find(query)
    return Array.from(found.positions.subarray(from, to), (position) => snapshot.people[position]?.id).filter((id) => id !== undefined)
  }

  return {
    list: async (query, from, count) => {
      const { snapshot, found } = await find(query)
      const last = knowsActivity ? await activity() : null
      const { roleOrder, territories } = await names()
      const rows = Array.from(found.positions.subarray(from, from + count), (position) => snapshot.people[position])
        .filter((person) => person !== undefined)
        .map((person) =>
          personToRow(
            person,
            territoryOf(person, territories),
            rolesHeldOn(person, query.today, roleOrder),
            last === null ? undefined : (last.get(person.id) ?? null),
          ),
        )
      return { count: found.positions.length, total: snapshot.people.length, fuzzy: found.fuzzy, from, rows, isComplete: last !== null }
    },
    ids: (query) => idsAt(query, 0, Number.POSITIVE_INFINITY),
    idsBetween: (query, from, to) => idsAt(query, Math.min(from, to), Math.max(from, to) + 1),
    whenComplete: async () => {
      await gatherActivity()
    },
    warm: async () => {
      ;(await there()).texts()
      await gatherActivity()
    },
    skillsAndSectors: async () => {
      const skills = new Set<string>()
      const sectors = new Set<string>()
      for (const person of (await mirror.read('people')).values()) {
        for (const skill of person.skills ?? []) skills.add(skill)
        if (person.sector !== undefined && person.sector !== '') sectors.add(person.sector)
      }
      const inOrder = (words: ReadonlySet<string>): readonly string[] => [...words].toSorted((left, right) => left.localeCompare(right, 'fr'))
      return { skills: inOrder(skills), sectors: inOrder(sectors) }
    },
    tagged: async (tag) =>
      [...(await mirror.read('people')).values()].flatMap(({ id, tags, deletedAt }) => (deletedAt === null && tags[tag] === true ? [id] : [])),
    details: async (id) => {
      const columns = await facts.columns()
      const person = (await mirror.some('people', [id])).get(id)
      if (person === undefined) return null
      const hours = [...columns.hours.values()].filter((given) => given.personId === id && given.deletedAt === null).toSorted(byDate)
      return { person, attendance: attendanceOf(columns, id).toSorted(byDate), hours, last: (await activity()).get(id) ?? null }
    },
    act: async (ids, act) => {
      const people = await mirror.read('people')
      const edits = actToEdits(people, ids, act, { now: store.session.now(), newRoleId: () => newId<RolePeriodId>() })
      return store.write({ cause: { kind: 'form' }, edits })
    },
    lookAlikes: async (draft, exceptId) => findLookAlikes(await mirror.read('people'), await matchIndex(), draft, exceptId, 4),
    neighbourhoods: async (communeCode, code) => {
      const { byCode, byCommune } = await qpv()
      const chosen = code === null ? undefined : byCode.get(code)
      const around = communeCode === null ? [] : (byCommune.get(communeCode) ?? [])
      return [...new Set([...around, ...(chosen === undefined ? [] : [chosen])])]
        .map(({ code: qpvCode, name }) => ({ code: qpvCode, name }))
        .toSorted((left, right) => left.name.localeCompare(right.name, 'fr'))
    },
    communes: async (typed, limit) => {
      const index = await communes()
      return searchCommunes(index, typed, limit).map(({ code, name, postalCodes }) => ({
        code,
        name,
        postalCodes,
        department: departmentName(index, code),
      }))
    },
  }
}

/** The last activity of everybody, computed again only after an event, a sheet or hours changed. */
const createActivity = (facts: Pick<FactsMirror, 'columns'>): (() => Promise<ReadonlyMap<PersonId, LastActivity>>) => {
  let kept: { readonly columns: FactColumns; readonly value: ReadonlyMap<PersonId, LastActivity> } | null = null
  return async () => {
    const columns = await facts.columns()
    const isSame = kept?.columns.sheets === columns.sheets && kept.columns.events === columns.events && kept.columns.hours === columns.hours
    if (kept === null || !isSame) kept = { columns, value: lastActivities(columns) }
    return kept.value
  }
}

interface OpenTasks {
  readonly all: ReadonlySet<PersonId>
  readonly promises: ReadonlySet<PersonId>
}
const noTasks: OpenTasks = { all: new Set(), promises: new Set() }

/** Whom something is still to be done about, and to whom something was promised. */
const openTasksOf = (tasks: Iterable<Task>): OpenTasks => {
  const open = { all: new Set<PersonId>(), promises: new Set<PersonId>() }
  for (const { personId, isPromise, doneOn, deletedAt } of tasks) {
    if (personId === null || doneOn !== null || deletedAt !== null) continue
    open.all.add(personId)
    if (isPromise) open.promises.add(personId)
  }
  return open
}

const byDate = (left: { readonly date: PartialDate | null }, right: { readonly date: PartialDate | null }): number =>
  (left.date ?? '') < (right.date ?? '') ? 1 : (left.date ?? '') > (right.date ?? '') ? -1 : 0

/** Members of a community and of those inside it on a day; both tables must be loaded. */
const membersOfBranch = ({ mirror }: Store, id: CommunityId, day: IsoDate): ReadonlySet<PersonId> => {
  const members = mirror.loaded('communityMembers')
  return new Set([...communityAndInside(mirror.loaded('communities'), id)].flatMap((one) => membersOn(members.get(one)?.people ?? {}, day)))
}

/** Everybody an import created or changed, whatever happened to them since. */
const peopleOfImport = async (store: Store, importId: ImportId): Promise<ReadonlySet<PersonId>> => {
  const record = (await store.mirror.read('imports')).get(importId)
  const row = record === undefined ? undefined : await store.database.changes.get(record.changeId)
  if (row === undefined) return new Set()
  const edits = await readEdits(store, row)
  return new Set(edits.filter(({ table }) => table === 'people').map(({ key }) => key as PersonId))
}

const departmentName = (index: CommuneIndex, communeCode: string): string =>
  index.departments.get(communeCode.slice(0, communeCode.startsWith('97') || communeCode.startsWith('98') ? 3 : 2))?.name ?? ''
