import type { Ambassadorship, AmbassadorStage } from '#domain/ambassador'
import { movedToStage, rolesAfterMove } from '#domain/ambassadors/stages'
import { suggestAmbassadors, type SuggestionReason } from '#domain/ambassadors/suggestions'
import { diffRecord } from '#domain/change'
import { attentionKinds, type Contact, type ContactKind } from '#domain/contact'
import type { AmbassadorshipId, PersonId, RolePeriodId } from '#domain/id'
import { firstDay, type IsoDate, type PartialDate } from '#domain/period'
import { fullName, type Person } from '#domain/person'
import { ok, type Result } from '#domain/result'
import type { RoleKind } from '#domain/role'
import type { ChangeRow } from '#data/database'
import type { FactsMirror } from '#data/facts-mirror'
import { newId } from '#data/new-id'
import { createSettingsService } from '#data/services/settings-service'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

export type PersonShown = Pick<Person, 'id' | 'firstName' | 'lastName' | 'deceased' | 'doNotContact' | 'deletedAt'>

/** One card of the board. */
export interface AmbassadorCard {
  readonly ambassadorship: Ambassadorship
  readonly person: PersonShown
  /** Names, '' when there is none. */
  readonly community: string
  readonly successor: string
  readonly approachedBy: string
  readonly firstGathering: { readonly name: string; readonly date: PartialDate | null } | null
  /** The last time the association took care of her. */
  readonly lastAttention: { readonly on: PartialDate; readonly kind: ContactKind; readonly title: string } | null
}
/** Somebody who could be asked, and why. */
export interface SuggestedAmbassador {
  readonly person: PersonShown
  readonly reasons: readonly SuggestionReason[]
}
export interface AmbassadorSuggestions {
  readonly people: readonly SuggestedAmbassador[]
  readonly threshold: number
  /** To say roles in words. */
  readonly roleKinds: readonly RoleKind[]
}
export type AmbassadorshipFields = Omit<Ambassadorship, 'id' | 'personId' | 'stages' | 'stage' | 'deletedAt'>
export interface AmbassadorMove {
  readonly stage: AmbassadorStage
  readonly on: IsoDate
  /** The role « ambassador » follows: begun when active, ended when former, in the same change. */
  readonly withRole: boolean
}

/** Ambassadeurs: the board, who could be asked, moving a card. */
export interface AmbassadorsService {
  /** Cards of people who are there, by name. */
  readonly board: () => Promise<readonly AmbassadorCard[]>
  readonly suggestions: (today: IsoDate) => Promise<AmbassadorSuggestions>
  /** Puts somebody into « identified »; answers the new id, or that of the card she has. */
  readonly propose: (personId: PersonId, whyChosen: string, today: IsoDate) => Promise<Result<AmbassadorshipId, WriteProblem>>
  readonly save: (id: AmbassadorshipId, fields: Partial<AmbassadorshipFields>) => Promise<Result<ChangeRow | null, WriteProblem>>
  readonly move: (id: AmbassadorshipId, move: AmbassadorMove) => Promise<Result<ChangeRow | null, WriteProblem>>
  readonly remove: (id: AmbassadorshipId, at: string) => Promise<Result<ChangeRow | null, WriteProblem>>
}

export const createAmbassadorsService = (store: Store, facts: Pick<FactsMirror, 'facts'>): AmbassadorsService => {
  const { mirror } = store
  const settings = createSettingsService(store)
  const saveFields = async (id: AmbassadorshipId, fields: Partial<Ambassadorship>): Promise<Result<ChangeRow | null, WriteProblem>> => {
    const before = (await mirror.read('ambassadorships')).get(id)
    const edit = before === undefined ? null : diffRecord('ambassadorships', before, { ...before, ...fields })
    return edit === null ? ok(null) : store.write({ cause: { kind: 'form' }, edits: [edit] })
  }
  return {
    board: async () => {
      await mirror.load('ambassadorships', 'people', 'communities', 'contacts', 'events')
      const people = mirror.loaded('people')
      const events = mirror.loaded('events')
      const nameOf = (id: PersonId | null): string => {
        const person = id === null ? undefined : people.get(id)
        return person === undefined ? '' : fullName(person)
      }
      const attentions = lastAttentions(mirror.loaded('contacts').values())
      const cards = [...mirror.loaded('ambassadorships').values()].flatMap((ambassadorship): readonly AmbassadorCard[] => {
        const person = people.get(ambassadorship.personId)
        if (ambassadorship.deletedAt !== null || person?.deletedAt !== null) return []
        const gathering = ambassadorship.firstGatheringId === null ? undefined : events.get(ambassadorship.firstGatheringId)
        return [
          {
            ambassadorship,
            person: shown(person),
            community: (ambassadorship.communityId === null ? undefined : mirror.loaded('communities').get(ambassadorship.communityId))?.name ?? '',
            successor: nameOf(ambassadorship.successorId),
            approachedBy: nameOf(ambassadorship.approachedById),
            firstGathering: gathering === undefined ? null : { name: gathering.name, date: gathering.date },
            lastAttention: attentions.get(person.id) ?? null,
          },
        ]
      })
      return cards.toSorted((left, right) => compareNames(fullName(left.person), fullName(right.person)))
    },
    suggestions: async (today) => {
      await mirror.load('ambassadorships', 'people', 'ties', 'roleKinds')
      const people = mirror.loaded('people')
      const already = new Set(
        [...mirror.loaded('ambassadorships').values()].flatMap(({ personId, deletedAt }) => (deletedAt === null ? [personId] : [])),
      )
      for (const person of people.values()) if (person.lostContact === true) already.add(person.id)
      const found = suggestAmbassadors(await facts.facts(today, await settings.get()), mirror.loaded('ties').values(), already)
      return {
        people: found.people.flatMap(({ personId, reasons }) => {
          const person = people.get(personId)
          return person === undefined ? [] : [{ person: shown(person), reasons }]
        }),
        threshold: found.threshold,
        roleKinds: [...mirror.loaded('roleKinds').values()],
      }
    },
    propose: async (personId, whyChosen, today) => {
      const known = [...(await mirror.read('ambassadorships')).values()].find((one) => one.personId === personId && one.deletedAt === null)
      if (known !== undefined) return ok(known.id)
      const id = newId<AmbassadorshipId>()
      const edit = diffRecord('ambassadorships', null, { ...emptyAmbassadorship(id, personId, today), whyChosen })
      const written = edit === null ? ok(null) : await store.write({ cause: { kind: 'form' }, edits: [edit] })
      return written.ok ? ok(id) : written
    },
    save: saveFields,
    move: async (id, { stage, on, withRole }) => {
      await mirror.load('ambassadorships', 'people')
      const before = mirror.loaded('ambassadorships').get(id)
      if (before === undefined) return ok(null)
      const edits = [diffRecord('ambassadorships', before, movedToStage(before, stage, on))]
      const person = mirror.loaded('people').get(before.personId)
      if (withRole && person !== undefined) {
        const roles = rolesAfterMove(person.roles, { from: before.stage, to: stage, on }, newId<RolePeriodId>)
        edits.push(diffRecord('people', person, { ...person, roles }))
      }
      return store.write({ cause: { kind: 'form' }, edits: edits.filter((edit) => edit !== null) })
    },
    remove: (id, at) => saveFields(id, { deletedAt: at }),
  }
}

const emptyAmbassadorship = (id: AmbassadorshipId, personId: PersonId, today: IsoDate): Ambassadorship => ({
  id,
  personId,
  communityId: null,
  stages: { identified: today },
  stage: 'identified',
  whyChosen: '',
  whatsInIt: '',
  source: '',
  approachedById: null,
  firstGatheringId: null,
  autonomy: null,
  successorId: null,
  note: '',
  deletedAt: null,
})

const shown = ({ id, firstName, lastName, deceased, doNotContact, deletedAt }: Person): PersonShown => ({
  id,
  firstName,
  lastName,
  deceased,
  doNotContact,
  deletedAt,
})

const lastAttentions = (contacts: Iterable<Contact>): ReadonlyMap<PersonId, NonNullable<AmbassadorCard['lastAttention']>> => {
  const last = new Map<PersonId, NonNullable<AmbassadorCard['lastAttention']>>()
  for (const { personId, kind, on, title, deletedAt } of contacts) {
    if (personId === null || deletedAt !== null || !attentionKinds.includes(kind)) continue
    const known = last.get(personId)
    if (known === undefined || firstDay(on) > firstDay(known.on)) last.set(personId, { on, kind, title })
  }
  return last
}

const compareNames = (left: string, right: string): number => left.localeCompare(right, 'fr', { sensitivity: 'base', numeric: true })
