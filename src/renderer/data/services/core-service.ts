import { coreFigures, currentHolders, type CoreFigures } from '#domain/core/core-people'
import { singlePoints, type HeldThing } from '#domain/core/held-things'
import { diffRecord } from '#domain/change'
import type { PersonId, ResponsibilityId } from '#domain/id'
import type { IsoDate, PartialDate } from '#domain/period'
import type { Person } from '#domain/person'
import type { Responsibility } from '#domain/responsibility'
import { ok, type Result } from '#domain/result'
import type { ChangeRow } from '#data/database'
import type { FactsMirror } from '#data/facts-mirror'
import { createHeldDesk, type HeldName } from '#data/held-desk'
import { newId } from '#data/new-id'
import { createSettingsService } from '#data/services/settings-service'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

export type NamedThing = HeldThing & HeldName & { readonly successor: string }
/** Somebody on whom things rest alone, and these things. */
export interface SinglePointLine {
  readonly person: Pick<Person, 'id' | 'firstName' | 'lastName'>
  readonly things: readonly NamedThing[]
}
export interface ResponsibilityRow {
  readonly responsibility: Responsibility
  /** Those of today, by name. */
  readonly holders: readonly { readonly id: PersonId; readonly name: string; readonly since: PartialDate | null }[]
  readonly successor: string
  /** Of everybody it speaks of, past holders too. */
  readonly names: Readonly<Record<PersonId, string>>
}
export type ResponsibilityFields = Omit<Responsibility, 'id' | 'deletedAt'>

/** Noyau dur et relève: who is of the core, what rests on one person, responsibilities kept by hand. */
export interface CoreService {
  readonly figures: (today: IsoDate) => Promise<CoreFigures>
  readonly singlePoints: (today: IsoDate) => Promise<readonly SinglePointLine[]>
  /** By title. */
  readonly responsibilities: (today: IsoDate) => Promise<readonly ResponsibilityRow[]>
  /** Creates (`id` null) or changes: the fields that are given. */
  readonly saveResponsibility: (id: ResponsibilityId | null, fields: Partial<ResponsibilityFields>) => Promise<Result<ChangeRow | null, WriteProblem>>
  readonly removeResponsibility: (id: ResponsibilityId, at: string) => Promise<Result<ChangeRow | null, WriteProblem>>
}

export const createCoreService = (store: Store, facts: Pick<FactsMirror, 'facts'>): CoreService => {
  const { mirror } = store
  const settings = createSettingsService(store)
  const desk = createHeldDesk(store, facts)
  const save = async (id: ResponsibilityId | null, fields: Partial<Responsibility>): Promise<Result<ChangeRow | null, WriteProblem>> => {
    const before = id === null ? null : ((await mirror.read('responsibilities')).get(id) ?? null)
    const edit = diffRecord('responsibilities', before, { ...(before ?? emptyResponsibility(id ?? newId<ResponsibilityId>())), ...fields })
    return edit === null ? ok(null) : store.write({ cause: { kind: 'form' }, edits: [edit] })
  }
  return {
    figures: async (today) => {
      const responsibilities = [...(await mirror.read('responsibilities')).values()]
      return coreFigures(await facts.facts(today, await settings.get()), responsibilities)
    },
    singlePoints: async (today) => {
      const points = singlePoints(await desk.things(today))
      const people = mirror.loaded('people')
      return points.flatMap(({ personId, things }): readonly SinglePointLine[] => {
        const person = people.get(personId)
        if (person === undefined) return []
        const named = things.map((thing) => ({ ...thing, ...desk.nameOf(thing.key, null), successor: desk.personName(thing.successorId) }))
        return [{ person: { id: person.id, firstName: person.firstName, lastName: person.lastName }, things: named }]
      })
    },
    responsibilities: async (today) => {
      await mirror.load('responsibilities', 'people')
      const people = mirror.loaded('people')
      const rows = [...mirror.loaded('responsibilities').values()]
        .filter(({ deletedAt }) => deletedAt === null)
        .map((responsibility): ResponsibilityRow => {
          const holders = currentHolders(responsibility, today)
            .filter((id) => people.get(id)?.deletedAt === null && !people.get(id)?.deceased)
            .map((id) => ({ id, name: desk.personName(id), since: responsibility.holders[id]?.start ?? null }))
          return {
            responsibility,
            holders: holders.toSorted((left, right) => compareNames(left.name, right.name)),
            successor: desk.personName(responsibility.successorId),
            names: Object.fromEntries(
              [...Object.keys(responsibility.holders), responsibility.successorId].flatMap((id) =>
                id === null ? [] : [[id, desk.personName(id as PersonId)]],
              ),
            ),
          }
        })
      return rows.toSorted((left, right) => compareNames(left.responsibility.title, right.responsibility.title))
    },
    saveResponsibility: save,
    removeResponsibility: (id, at) => save(id, { deletedAt: at }),
  }
}

const emptyResponsibility = (id: ResponsibilityId): Responsibility => ({
  id,
  title: '',
  holders: {},
  successorId: null,
  territoryId: null,
  communityId: null,
  organisationId: null,
  eventId: null,
  howTo: '',
  deletedAt: null,
})

const compareNames = (left: string, right: string): number => left.localeCompare(right, 'fr', { sensitivity: 'base', numeric: true })
