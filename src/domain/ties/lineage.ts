import type { PersonFacts } from '#domain/indicators/fact-columns'
import { noDay } from '#domain/indicators/fact-columns'
import type { DeclaredTie } from './declared-ties.ts'
import type { TieNetwork } from './tie-network.ts'

/** Who helped (mentoring) or brought (co-optation) whom; people by their index. */
export interface Lineage {
  /** Whom a person helped or brought, in order of id. */
  readonly helped: ReadonlyMap<number, readonly number[]>
  readonly helpers: ReadonlyMap<number, readonly number[]>
}

/** One who was helped, then helped others: a link of the chain. */
export interface LineagePerson {
  readonly person: number
  /** Longest chain of help that leads to her. */
  readonly depth: number
  /** Everybody helped by her, by those she helped, and so on, each once. */
  readonly descendants: number
}

export const lineageOf = (network: Pick<TieNetwork, 'declared' | 'people'>): Lineage => {
  const helped = new Map<number, Set<number>>()
  const helpers = new Map<number, Set<number>>()
  for (const tie of network.declared) {
    if (!isHelp(tie)) continue
    helped.set(tie.from, (helped.get(tie.from) ?? new Set()).add(tie.to))
    helpers.set(tie.to, (helpers.get(tie.to) ?? new Set()).add(tie.from))
  }
  const sorted = (map: ReadonlyMap<number, ReadonlySet<number>>): ReadonlyMap<number, readonly number[]> =>
    new Map([...map].map(([person, others]) => [person, byId(network.people, [...others])]))
  return { helped: sorted(helped), helpers: sorted(helpers) }
}

/** Everybody below a person in the lineage, herself left out; a circle (two who helped each other) is gone through once. */
export const descendantsOf = ({ helped }: Pick<Lineage, 'helped'>, person: number): readonly number[] => {
  const found = new Set([person])
  for (const each of found) for (const below of helped.get(each) ?? []) found.add(below)
  found.delete(person)
  return [...found]
}

/** The longest chain of help that leads to a person: 0 when nobody helped her. In a circle nobody is counted twice. */
export const depthOf = ({ helpers }: Pick<Lineage, 'helpers'>, person: number): number => {
  const on = new Set<number>()
  const known = new Map<number, number>()
  const measure = (each: number): number => {
    const found = known.get(each)
    if (found !== undefined) return found
    on.add(each)
    let depth = 0
    for (const above of helpers.get(each) ?? []) if (!on.has(above)) depth = Math.max(depth, 1 + measure(above))
    on.delete(each)
    known.set(each, depth)
    return depth
  }
  return measure(person)
}

/** Those who were helped and then helped, whoever passed most on first. */
export const linksOfTheChain = (lineage: Lineage, people: readonly PersonFacts[]): readonly LineagePerson[] => {
  const idOf = (person: number): string => people[person]?.id ?? ''
  return [...lineage.helped.keys()]
    .filter((person) => lineage.helpers.has(person))
    .map((person) => ({ person, depth: depthOf(lineage, person), descendants: descendantsOf(lineage, person).length }))
    .sort((left, right) => right.descendants - left.descendants || right.depth - left.depth || (idOf(left.person) < idOf(right.person) ? -1 : 1))
}

/** Former mentees, and those of them who became mentors. */
export interface GivingBack {
  readonly former: readonly number[]
  readonly became: readonly number[]
}

/**
 * Former mentee: held the role « mentee », or was helped in a mentoring, that has ended. Became a mentor: holds or held the role « mentor », or helps in a mentoring,
 * begun on or after the day the first of these ended; where a beginning is unknown, it counts (the order is not known to be the other one).
 */
export const givingBack = ({ people, declared, asOf }: Pick<TieNetwork, 'people' | 'declared' | 'asOf'>): GivingBack => {
  const helpedUntil = new Map<number, number>()
  const mentorSince = new Map<number, number>()
  const keep = (map: Map<number, number>, person: number, day: number, choose: (...days: readonly number[]) => number): void => {
    map.set(person, choose(map.get(person) ?? day, day))
  }
  for (const [person, { roles }] of people.entries()) {
    for (const role of roles) {
      if (role.kind === 'mentee' && role.endLatest < asOf) keep(helpedUntil, person, role.endEarliest, Math.min)
      if (role.kind === 'mentor' && role.startEarliest <= asOf) keep(mentorSince, person, mentorStart(role.startEarliest, role.startLatest), Math.max)
    }
  }
  for (const { kind, from, to, first, last, isOpen } of declared) {
    if (kind !== 'mentoring') continue
    if (!isOpen) keep(helpedUntil, to, last, Math.min)
    keep(mentorSince, from, first === noDay ? unknownStart : first, Math.max)
  }
  const former = [...helpedUntil.keys()].filter((person) => people[person]?.isRemoved === false).sort((left, right) => left - right)
  return { former, became: former.filter((person) => (mentorSince.get(person) ?? noDay) >= (helpedUntil.get(person) ?? 0)) }
}

const unknownStart = 2_147_483_647
const mentorStart = (earliest: number, latest: number): number => (earliest === noDay ? unknownStart : latest)

const isHelp = ({ kind }: DeclaredTie): boolean => kind === 'mentoring' || kind === 'co-optation'
const byId = (people: readonly PersonFacts[], indices: readonly number[]): readonly number[] =>
  indices.toSorted((left, right) => ((people[left]?.id ?? '') < (people[right]?.id ?? '') ? -1 : 1))
