import { diffRecord } from '#domain/change'
import type { OfferId, OrganisationId, PersonId, ProgrammeId, TerritoryId } from '#domain/id'
import type { Offer, OfferState, Programme } from '#domain/offer'
import { matchesOf, offerStateOn, type OfferMatch, type ShownOfferState } from '#domain/offers/offer-matches'
import { programmeSpending, type ProgrammeSpending } from '#domain/offers/programme-spending'
import type { IsoDate } from '#domain/period'
import { fullName } from '#domain/person'
import { ok, type Result } from '#domain/result'
import type { ChangeRow } from '#data/database'
import { newId } from '#data/new-id'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

/** An offer or a need as a list shows it. */
export interface OfferRow {
  readonly offer: Offer
  readonly state: ShownOfferState
  /** Who offers or needs; '' when not said. */
  readonly who: string
  readonly territory: string
  /** The territory and all that it lies in. */
  readonly places: readonly TerritoryId[]
  /** Deceased, or asked not to be contacted: never proposed. */
  readonly isOutOfReach: boolean
  readonly counterpart: { readonly id: OfferId; readonly title: string; readonly who: string; readonly personId: PersonId | null } | null
}
export interface OfferSuggestion extends OfferMatch {
  readonly row: OfferRow
}
export interface ProgrammeRow {
  readonly programme: Programme
  readonly spending: ProgrammeSpending
}
export type OfferFields = Omit<Offer, 'id' | 'state' | 'matchedWithId' | 'matchedOn' | 'deletedAt'>
export type ProgrammeFields = Omit<Programme, 'id' | 'deletedAt'>
type Written = Promise<Result<ChangeRow | null, WriteProblem>>

/** Offres et besoins: what people give and look for, who could answer whom, what it cost. */
export interface OffersService {
  /** Those there are: open ones first, the first to end before the others. Lines of somebody removed are left out. */
  readonly list: (today: IsoDate) => Promise<readonly OfferRow[]>
  readonly of: (who: PersonId | OrganisationId, today: IsoDate) => Promise<readonly OfferRow[]>
  readonly suggestions: (id: OfferId, today: IsoDate) => Promise<readonly OfferSuggestion[]>
  readonly save: (id: OfferId | null, fields: OfferFields) => Promise<Result<OfferId, WriteProblem>>
  /** Ties an offer and a need in one change. */
  readonly tie: (left: OfferId, right: OfferId, on: IsoDate) => Written
  /** Both are open again. */
  readonly untie: (id: OfferId) => Written
  /** Done goes for both sides of a tie; whoever withdraws sets the other free. */
  readonly setState: (id: OfferId, state: Exclude<OfferState, 'matched'>) => Written
  readonly remove: (id: OfferId, at: string) => Written
  readonly programmes: () => Promise<readonly ProgrammeRow[]>
  readonly saveProgramme: (id: ProgrammeId | null, fields: ProgrammeFields) => Written
  readonly removeProgramme: (id: ProgrammeId, at: string) => Written
}

export const createOffersService = (store: Store): OffersService => {
  const { mirror } = store
  const there = async (): Promise<readonly Offer[]> => {
    await mirror.load('offers', 'people', 'organisations', 'territories')
    return [...mirror.loaded('offers').values()].filter(
      ({ deletedAt, personId }) => deletedAt === null && (personId === null || mirror.loaded('people').get(personId)?.deletedAt === null),
    )
  }
  const whoOf = ({ personId, organisationId }: Offer): string => {
    const person = personId === null ? undefined : mirror.loaded('people').get(personId)
    if (person !== undefined) return fullName(person)
    return (organisationId === null ? undefined : mirror.loaded('organisations').get(organisationId))?.name ?? ''
  }
  const placesAround = (id: TerritoryId): readonly TerritoryId[] => {
    const found: TerritoryId[] = []
    for (let at: TerritoryId | null = id; at !== null && !found.includes(at); at = mirror.loaded('territories').get(at)?.parentId ?? null)
      found.push(at)
    return found
  }
  const rowOf = (offer: Offer, today: IsoDate): OfferRow => {
    const person = offer.personId === null ? undefined : mirror.loaded('people').get(offer.personId)
    const other = offer.matchedWithId === null ? undefined : mirror.loaded('offers').get(offer.matchedWithId)
    return {
      offer,
      state: offerStateOn(offer, today),
      who: whoOf(offer),
      territory: (offer.territoryId === null ? undefined : mirror.loaded('territories').get(offer.territoryId))?.name ?? '',
      places: offer.territoryId === null ? [] : placesAround(offer.territoryId),
      isOutOfReach: person?.deceased === true || person?.doNotContact === true,
      counterpart: other === undefined ? null : { id: other.id, title: other.title, who: whoOf(other), personId: other.personId },
    }
  }
  /** Several lines in one change. */
  const write = async (changes: readonly { readonly before: Offer | null; readonly after: Offer }[]): Written => {
    const edits = changes.map(({ before, after }) => diffRecord('offers', before, after)).filter((edit) => edit !== null)
    return edits.length === 0 ? ok(null) : store.write({ cause: { kind: 'form' }, edits })
  }
  const read = async (id: OfferId): Promise<Offer | undefined> => (await mirror.read('offers')).get(id)
  const counterpartOf = async (offer: Offer): Promise<Offer | undefined> => (offer.matchedWithId === null ? undefined : read(offer.matchedWithId))
  const free = (offer: Offer): Offer => ({ ...offer, state: 'open', matchedWithId: null, matchedOn: null })

  return {
    list: async (today) => (await there()).map((offer) => rowOf(offer, today)).toSorted(compareRows),
    of: async (who, today) =>
      (await there())
        .filter(({ personId, organisationId }) => personId === who || organisationId === who)
        .map((offer) => rowOf(offer, today))
        .toSorted(compareRows),
    suggestions: async (id, today) => {
      const rows = new Map((await there()).map((offer) => [offer.id, rowOf(offer, today)]))
      const own = rows.get(id)
      if (own === undefined || own.isOutOfReach) return []
      const others = [...rows.values()].filter(({ isOutOfReach }) => !isOutOfReach).map(({ offer }) => offer)
      return matchesOf(own.offer, others, placesAround, today).flatMap((match) => {
        const row = rows.get(match.id)
        return row === undefined ? [] : [{ ...match, row }]
      })
    },
    save: async (id, fields) => {
      const before = id === null ? null : ((await read(id)) ?? null)
      const after: Offer = {
        ...(before ?? { id: newId<OfferId>(), state: 'open', matchedWithId: null, matchedOn: null, deletedAt: null }),
        ...fields,
      }
      const written = await write([{ before, after }])
      return written.ok ? ok(after.id) : written
    },
    tie: async (leftId, rightId, on) => {
      const left = await read(leftId)
      const right = await read(rightId)
      if (left === undefined || right === undefined) return ok(null)
      // A programme of one side pays for both: its cap is of the match.
      const programmeId = left.programmeId ?? right.programmeId
      const tied = (offer: Offer, other: Offer): Offer => ({ ...offer, state: 'matched', matchedWithId: other.id, matchedOn: on, programmeId })
      return write([
        { before: left, after: tied(left, right) },
        { before: right, after: tied(right, left) },
      ])
    },
    untie: async (id) => {
      const offer = await read(id)
      if (offer === undefined) return ok(null)
      const other = await counterpartOf(offer)
      return write([{ before: offer, after: free(offer) }, ...(other === undefined ? [] : [{ before: other, after: free(other) }])])
    },
    setState: async (id, state) => {
      const offer = await read(id)
      if (offer === undefined) return ok(null)
      const other = await counterpartOf(offer)
      const after: Offer = state === 'done' ? { ...offer, state } : { ...free(offer), state }
      const otherAfter = other === undefined ? undefined : state === 'done' ? { ...other, state } : free(other)
      return write([{ before: offer, after }, ...(other === undefined || otherAfter === undefined ? [] : [{ before: other, after: otherAfter }])])
    },
    remove: async (id, at) => {
      const offer = await read(id)
      if (offer === undefined) return ok(null)
      const other = await counterpartOf(offer)
      const after: Offer = other === undefined ? { ...offer, deletedAt: at } : { ...free(offer), deletedAt: at }
      return write([{ before: offer, after }, ...(other === undefined ? [] : [{ before: other, after: free(other) }])])
    },
    programmes: async () => {
      await mirror.load('programmes', 'offers')
      const offers = [...mirror.loaded('offers').values()]
      return [...mirror.loaded('programmes').values()]
        .filter(({ deletedAt }) => deletedAt === null)
        .map((programme) => ({ programme, spending: programmeSpending(programme, offers) }))
        .toSorted((left, right) => left.programme.name.localeCompare(right.programme.name, 'fr'))
    },
    saveProgramme: async (id, fields) => {
      const before = id === null ? null : ((await mirror.read('programmes')).get(id) ?? null)
      const edit = diffRecord('programmes', before, { ...(before ?? { id: newId<ProgrammeId>(), deletedAt: null }), ...fields })
      return edit === null ? ok(null) : store.write({ cause: { kind: 'form' }, edits: [edit] })
    },
    removeProgramme: async (id, at) => {
      const before = (await mirror.read('programmes')).get(id)
      const edit = before === undefined ? null : diffRecord('programmes', before, { ...before, deletedAt: at })
      return edit === null ? ok(null) : store.write({ cause: { kind: 'form' }, edits: [edit] })
    },
  }
}

const stateOrder: readonly ShownOfferState[] = ['open', 'matched', 'expired', 'done', 'withdrawn']

const compareRows = (left: OfferRow, right: OfferRow): number => {
  const byState = stateOrder.indexOf(left.state) - stateOrder.indexOf(right.state)
  if (byState !== 0) return byState
  const [leftEnd, rightEnd] = [left.offer.until ?? '9999', right.offer.until ?? '9999']
  return leftEnd < rightEnd ? -1 : leftEnd > rightEnd ? 1 : left.offer.id < right.offer.id ? -1 : 1
}
