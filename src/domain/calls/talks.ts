import type { Campaign } from '#domain/campaign'
import { attentionKinds, talkKinds, type Contact, type ContactKind, type ContactOutcome } from '#domain/contact'
import type { ContactId, PersonId } from '#domain/id'
import type { PartialDate } from '#domain/period'

/** What the journal and the campaigns say of one person, for deciding whether to call. */
export interface Talks {
  /** Every talk and every question of a campaign: what tires. */
  readonly asks: readonly PartialDate[]
  /** The latest talk: a call, a message, a visit, a meeting. */
  readonly last: { readonly id: ContactId; readonly on: PartialDate; readonly outcome: ContactOutcome | null } | null
  /** The latest « pas maintenant ». */
  readonly notNow: PartialDate | null
  /** Asked to be left alone, once and for all (until that line is removed). */
  readonly stopped: boolean
  readonly lastAttention: PartialDate | null
  readonly wasAskedInCampaign: boolean
}

const noTalks: Talks = { asks: [], last: null, notNow: null, stopped: false, lastAttention: null, wasAskedInCampaign: false }

export type TalksByPerson = ReadonlyMap<PersonId, Talks>

export const talksWith = (talks: TalksByPerson, id: PersonId): Talks => talks.get(id) ?? noTalks

/** Gathers journal and campaigns by person, in one pass each; removed lines count for nothing. */
export const talksByPerson = (contacts: Iterable<Contact>, campaigns: Iterable<Campaign>): TalksByPerson => {
  const byPerson = new Map<PersonId, Mutable<Talks>>()
  const of = (id: PersonId): Mutable<Talks> => {
    const known = byPerson.get(id)
    if (known !== undefined) return known
    const made = { ...noTalks, asks: [] }
    byPerson.set(id, made)
    return made
  }
  for (const contact of contacts) {
    const { personId, on, kind, outcome, deletedAt } = contact
    if (personId === null || deletedAt !== null) continue
    const talks = of(personId)
    if (isTalk(kind)) {
      talks.asks.push(on)
      if (talks.last === null || isLater(contact, talks.last)) talks.last = { id: contact.id, on, outcome }
    }
    if (attentionKinds.includes(kind) && isAfter(on, talks.lastAttention)) talks.lastAttention = on
    if (outcome === 'not-now' && isAfter(on, talks.notNow)) talks.notNow = on
    if (outcome === 'stop') talks.stopped = true
  }
  for (const { asked, deletedAt } of campaigns) {
    if (deletedAt !== null) continue
    for (const [id, { on }] of Object.entries(asked)) {
      const talks = of(id as PersonId)
      talks.asks.push(on)
      talks.wasAskedInCampaign = true
    }
  }
  return byPerson
}

export const isTalk = (kind: ContactKind): boolean => talkKinds.includes(kind)

const isAfter = (date: PartialDate, other: PartialDate | null): boolean => other === null || date > other

/** Of two talks of one day, the one noted last: ids follow time. */
const isLater = (left: { readonly on: PartialDate; readonly id: string }, right: { readonly on: PartialDate; readonly id: string }): boolean =>
  left.on === right.on ? left.id > right.id : left.on > right.on

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] extends readonly (infer Item)[] ? Item[] : Value[Key] }
