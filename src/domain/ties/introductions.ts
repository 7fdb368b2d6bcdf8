import type { CommunityId, OfferId, PersonId, TerritoryId } from '#domain/id'
import type { Offer } from '#domain/offer'
import { isContactable } from '#domain/people-match'
import { ageRangeAt, dayNumberOf, type IsoDate } from '#domain/period'
import type { Person } from '#domain/person'
import { searchable } from '#domain/searchable'
import type { TieFigures } from './tie-figures.ts'
import type { TieNetwork } from './tie-network.ts'
import { createTieReader } from './tie-reader.ts'
import { strongTie } from './tie-rules.ts'

/** Why two people are proposed to each other. */
export type IntroductionReason =
  | { readonly kind: 'offer'; readonly offerId: OfferId; readonly needId: OfferId }
  | { readonly kind: 'skill'; readonly skill: string }
  | { readonly kind: 'acquaintance'; readonly personId: PersonId }
  | { readonly kind: 'community'; readonly communityId: CommunityId }
  | { readonly kind: 'territory'; readonly territoryId: TerritoryId }
  | { readonly kind: 'isolated'; readonly personId: PersonId }
  | { readonly kind: 'newcomer'; readonly personId: PersonId }

/** Two people who do not know each other, as far as is known, and what speaks for introducing them, the strongest reason first. */
export interface Introduction {
  readonly people: readonly [PersonId, PersonId]
  readonly reasons: readonly IntroductionReason[]
}

export interface IntroductionFacts {
  readonly network: TieNetwork
  readonly figures: TieFigures
  readonly today: IsoDate
  /** The record of a member; undefined: gone. */
  readonly personOf: (id: PersonId) => Person | undefined
  readonly territoryOf: (person: Person) => TerritoryId | null
  /** Who belongs to which community today. */
  readonly membersByCommunity: ReadonlyMap<CommunityId, readonly PersonId[]>
  readonly offers: readonly Offer[]
  /** By person index, the day by which she was known. */
  readonly knownSince: Int32Array
}

const points: Readonly<Record<IntroductionReason['kind'], number>> = {
  offer: 4,
  acquaintance: 2,
  skill: 2,
  community: 1.5,
  isolated: 1.5,
  territory: 1,
  newcomer: 1,
}
/** Somebody is new during so many days. */
export const newcomerDays = 183
/** How many people are looked at, and how many others for each of them in one group: the others would come after these anyway. */
const mostFocused = 300
const mostOfGroup = 40
const mostMet = 20

/**
 * The introductions to make, the most useful first, nobody twice. At least one thing in common is needed: an offer that answers a need, a skill, somebody both know well,
 * a community, a territory. Isolated people and newcomers come first. Never proposed: two who are tied in any way or were proposed before; anybody deceased, removed, on
 * the payroll, out of reach, a possible minor, « ne pas contacter », or who refused every channel. The order of the records changes nothing.
 */
export const introductionsToMake = (facts: IntroductionFacts, wanted = 3): readonly Introduction[] => {
  const able = new Set(facts.figures.members.filter((person) => mayBeIntroduced(facts, person)))
  const groups = groupsOf(facts, able)
  const newcomers = new Set([...able].filter((person) => isNewcomer(facts, person)))
  const isolated = new Set([...able].filter((person) => (facts.figures.degree[person] ?? 0) === 0))
  const rank = (person: number): number => (isolated.has(person) ? 0 : 2) - (newcomers.has(person) ? 1 : 0)
  const idOf = (person: number): PersonId => facts.network.people[person]?.id ?? ('' as PersonId)
  const focused = [...able]
    .sort(
      (left, right) =>
        rank(left) - rank(right) || (facts.figures.degree[left] ?? 0) - (facts.figures.degree[right] ?? 0) || (idOf(left) < idOf(right) ? -1 : 1),
    )
    .slice(0, mostFocused)
  const known = alreadyProposed(facts)
  const read = createTieReader(facts.network)
  const proposed = new Map<string, Introduction & { readonly score: number }>()
  for (const person of focused) {
    const { tied, friends } = circleOf(facts.network, read, person)
    const common = new Map<number, IntroductionReason[]>()
    const add = (other: number, reason: IntroductionReason): void => {
      if (other === person || tied.has(other) || !able.has(other) || known.has(pairKey(person, other))) return
      common.set(other, [...(common.get(other) ?? []), reason])
    }
    for (const { reason, people } of groups.byPerson.get(person) ?? []) for (const other of people) add(other, reason)
    for (const { other, reason } of groups.answers.get(person) ?? []) add(other, reason)
    for (const friend of friends) {
      const met = circleOf(facts.network, read, friend).friends.slice(0, mostMet)
      for (const other of met) add(other, { kind: 'acquaintance', personId: idOf(friend) })
    }
    for (const [other, reasons] of common) {
      const [left, right] = idOf(person) < idOf(other) ? [person, other] : [other, person]
      const more = [left, right].flatMap((each): readonly IntroductionReason[] => [
        ...(isolated.has(each) ? [{ kind: 'isolated' as const, personId: idOf(each) }] : []),
        ...(newcomers.has(each) ? [{ kind: 'newcomer' as const, personId: idOf(each) }] : []),
      ])
      const all = [...oneOfEach(reasons), ...more]
      const score = all.reduce((sum, { kind }) => sum + points[kind], 0)
      const key = pairKey(left, right)
      if ((proposed.get(key)?.score ?? 0) < score) proposed.set(key, { people: [idOf(left), idOf(right)], reasons: all, score })
    }
  }
  return choose([...proposed.values()], wanted)
}

/** The best ones, nobody twice. */
const choose = (proposed: readonly (Introduction & { readonly score: number })[], wanted: number): readonly Introduction[] => {
  const taken = new Set<PersonId>()
  const chosen: Introduction[] = []
  for (const { people, reasons } of proposed.toSorted(
    (left, right) => right.score - left.score || (left.people.join() < right.people.join() ? -1 : 1),
  )) {
    if (chosen.length === wanted) break
    if (people.some((person) => taken.has(person))) continue
    for (const person of people) taken.add(person)
    chosen.push({ people, reasons })
  }
  return chosen
}

/** One reason of each kind, the first by what it names, in order of what they are worth. */
const oneOfEach = (reasons: readonly IntroductionReason[]): readonly IntroductionReason[] => {
  const byKind = new Map<string, IntroductionReason>()
  for (const reason of reasons.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)))
    if (!byKind.has(reason.kind)) byKind.set(reason.kind, reason)
  return [...byKind.values()].sort((left, right) => points[right.kind] - points[left.kind] || (left.kind < right.kind ? -1 : 1))
}

const mayBeIntroduced = (facts: IntroductionFacts, index: number): boolean => {
  const person = facts.personOf(facts.network.people[index]?.id ?? ('' as PersonId))
  if (person === undefined || person.deletedAt !== null || person.deceased || person.doNotContact || person.lostContact === true) return false
  const age = ageRangeAt(person.birthDate, facts.today)
  if (age !== null && age.min < 18) return false
  const refused = Object.values(person.consents).some(({ given }) => !given)
  return !refused || (['email', 'phone', 'sms', 'post'] as const).some((channel) => isContactable(person, channel))
}

const isNewcomer = (facts: IntroductionFacts, person: number): boolean =>
  (facts.knownSince[person] ?? 0) > dayNumberOf(facts.today) - newcomerDays && (facts.knownSince[person] ?? 0) <= dayNumberOf(facts.today)

/** Everybody somebody has any tie with, and the members among them whose tie is strong, the strongest first. */
const circleOf = (
  { isMember, people }: TieNetwork,
  read: ReturnType<typeof createTieReader>,
  person: number,
): { readonly tied: ReadonlySet<number>; readonly friends: readonly number[] } => {
  const row = read(person)
  const tied = new Set<number>()
  const friends: { readonly other: number; readonly strength: number }[] = []
  for (let at = 0; at < row.count; at += 1) {
    const other = row.other[at] ?? 0
    tied.add(other)
    const strength = row.strength[at] ?? 0
    if (strength >= strongTie && isMember[other] === 1) friends.push({ other, strength })
  }
  const idOf = (index: number): string => people[index]?.id ?? ''
  friends.sort((left, right) => right.strength - left.strength || (idOf(left.other) < idOf(right.other) ? -1 : 1))
  return { tied, friends: friends.map(({ other }) => other) }
}

/** Pairs that were introduced, set aside or are of one family, whatever became of it. */
const alreadyProposed = ({ network }: IntroductionFacts): ReadonlySet<string> => new Set(network.declared.map(({ from, to }) => pairKey(from, to)))

interface Groups {
  readonly byPerson: ReadonlyMap<number, readonly { readonly reason: IntroductionReason; readonly people: readonly number[] }[]>
  readonly answers: ReadonlyMap<number, readonly { readonly other: number; readonly reason: IntroductionReason }[]>
}

const groupsOf = (facts: IntroductionFacts, able: ReadonlySet<number>): Groups => {
  const { network, figures } = facts
  const groups = new Map<string, { readonly reason: IntroductionReason; readonly people: number[] }>()
  const put = (key: string, reason: IntroductionReason, person: number): void => {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { reason, people: [person] })
    else group.people.push(person)
  }
  for (const [communityId, members] of facts.membersByCommunity)
    for (const id of members) {
      const person = network.indexById.get(id)
      if (person !== undefined && able.has(person)) put(`community ${communityId}`, { kind: 'community', communityId }, person)
    }
  const written = writtenSkills(facts, able)
  for (const person of able) {
    const record = facts.personOf(network.people[person]?.id ?? ('' as PersonId))
    if (record === undefined) continue
    const territoryId = facts.territoryOf(record)
    if (territoryId !== null) put(`territory ${territoryId}`, { kind: 'territory', territoryId }, person)
    for (const skill of new Set((record.skills ?? []).map(searchable)))
      if (skill !== '') put(`skill ${skill}`, { kind: 'skill', skill: written.get(skill) ?? skill }, person)
  }
  const idOf = (person: number): string => network.people[person]?.id ?? ''
  const byPerson = new Map<number, { reason: IntroductionReason; people: readonly number[] }[]>()
  for (const { reason, people } of groups.values()) {
    // Somebody isolated is best introduced to somebody who knows many.
    const hosts = people
      .toSorted((left, right) => (figures.degree[right] ?? 0) - (figures.degree[left] ?? 0) || (idOf(left) < idOf(right) ? -1 : 1))
      .slice(0, mostOfGroup)
    for (const person of people) byPerson.set(person, [...(byPerson.get(person) ?? []), { reason, people: hosts }])
  }
  return { byPerson, answers: answersOf(facts, able) }
}

/** How each skill is written, accents and all; of several ways the first in order. */
const writtenSkills = ({ network, personOf }: IntroductionFacts, able: ReadonlySet<number>): ReadonlyMap<string, string> => {
  const written = new Map<string, string>()
  for (const person of able) {
    for (const skill of personOf(network.people[person]?.id ?? ('' as PersonId))?.skills ?? []) {
      const key = searchable(skill)
      const known = written.get(key)
      if (known === undefined || skill < known) written.set(key, skill)
    }
  }
  return written
}

/** Open offers that answer open needs of somebody else: same category, a skill in common where both name some, and not in two known places unless from afar. */
const answersOf = ({ offers, network }: IntroductionFacts, able: ReadonlySet<number>): Groups['answers'] => {
  const answers = new Map<number, { other: number; reason: IntroductionReason }[]>()
  const open = offers.filter(({ state, deletedAt, personId }) => state === 'open' && deletedAt === null && personId !== null)
  const needsByCategory = Map.groupBy(
    open.filter(({ side }) => side === 'need'),
    ({ category }) => category,
  )
  for (const offer of open) {
    if (offer.side !== 'offer') continue
    for (const need of needsByCategory.get(offer.category) ?? []) {
      const giver = network.indexById.get(offer.personId ?? ('' as PersonId))
      const taker = network.indexById.get(need.personId ?? ('' as PersonId))
      if (giver === undefined || taker === undefined || !able.has(giver) || !able.has(taker) || !fits(offer, need)) continue
      const reason: IntroductionReason = { kind: 'offer', offerId: offer.id, needId: need.id }
      answers.set(giver, [...(answers.get(giver) ?? []), { other: taker, reason }])
      answers.set(taker, [...(answers.get(taker) ?? []), { other: giver, reason }])
    }
  }
  return answers
}

const fits = (offer: Offer, need: Offer): boolean => {
  const asked = new Set(need.skills.map(searchable))
  const sharesSkill = asked.size === 0 || offer.skills.length === 0 || offer.skills.some((skill) => asked.has(searchable(skill)))
  const isNear = offer.isRemote || need.isRemote || offer.territoryId === null || need.territoryId === null || offer.territoryId === need.territoryId
  return sharesSkill && isNear
}

const pairKey = (left: number, right: number): string => (left < right ? `${left} ${right}` : `${right} ${left}`)
