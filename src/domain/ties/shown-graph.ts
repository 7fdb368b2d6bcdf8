import { livingSince, createTieReader, tieFlags } from './tie-reader.ts'
import type { TieNetwork } from './tie-network.ts'

/** Which ties are drawn. `months` null: whatever their age. */
export interface ShownTies {
  readonly people: readonly number[]
  readonly minStrength: number
  readonly months: number | null
}

/** A mesh small enough to be drawn: people by their place in `people`, pairs as columns. */
export interface ShownGraph {
  /** Index in the network of each person drawn. */
  readonly people: readonly number[]
  /** People left out: those with the fewest ties, since more could not be read. */
  readonly leftOut: number
  /** By place: ties to people drawn, whether drawn or not. */
  readonly degree: Int32Array
  /** By place: the strongest tie and the place of the other (-1: none). */
  readonly best: Float64Array
  readonly bestWith: Int32Array
  /** Pairs, those to draw when nobody in particular is looked at first: the first `backbone`. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly backbone: number
  readonly strength: Float64Array
  /** Days since the last thing that passed between the two. */
  readonly idle: Int32Array
  /** Every tie between people drawn, for paths. */
  readonly allFrom: Int32Array
  readonly allTo: Int32Array
}

export const mostPeopleShown = 3_000
/** Ties sent to the drawing: the strongest, and the three strongest of each person. */
export const mostTiesShown = 9_000
const tiesOfEach = 3
/** More lines than this are a blot: the others are drawn only around whom one looks at. */
const linesPerPerson = 3

/** The people and the ties to draw; the order of the records changes nothing but the places. */
export const shownGraph = (
  network: TieNetwork,
  { people, minStrength, months }: ShownTies,
  mostPeople = mostPeopleShown,
  mostTies = mostTiesShown,
): ShownGraph => {
  const since = months === null ? Number.NEGATIVE_INFINITY : livingSince(network, months)
  const read = createTieReader(network)
  const idOf = (person: number): string => network.people[person]?.id ?? ''
  const isShown = (row: ReturnType<typeof read>, at: number): boolean =>
    (row.strength[at] ?? 0) >= minStrength && ((row.last[at] ?? 0) >= since || ((row.flags[at] ?? 0) & tieFlags.open) !== 0)

  const kept = people.length <= mostPeople ? people : mostTied(people)
  const place = new Int32Array(network.people.length).fill(-1)
  for (const [at, person] of kept.entries()) place[person] = at
  const degree = new Int32Array(kept.length)
  const best = new Float64Array(kept.length)
  const bestWith = new Int32Array(kept.length).fill(-1)
  const pairs: { readonly from: number; readonly to: number; readonly strength: number; readonly idle: number }[] = []
  const firstOfEach = new Set<number>()
  for (const [at, person] of kept.entries()) {
    const row = read(person)
    const own: { readonly to: number; readonly strength: number }[] = []
    for (let other = 0; other < row.count; other += 1) {
      const to = place[row.other[other] ?? 0] ?? -1
      if (to === -1 || !isShown(row, other)) continue
      const strength = row.strength[other] ?? 0
      own.push({ to, strength })
      if (to > at) pairs.push({ from: at, to, strength, idle: network.asOf - (row.last[other] ?? network.asOf) })
    }
    degree[at] = own.length
    own.sort((left, right) => right.strength - left.strength || (idOf(kept[left.to] ?? 0) < idOf(kept[right.to] ?? 0) ? -1 : 1))
    best[at] = own[0]?.strength ?? 0
    bestWith[at] = own[0]?.to ?? -1
    for (const { to } of own.slice(0, tiesOfEach)) firstOfEach.add(Math.min(at, to) * kept.length + Math.max(at, to))
  }
  const isOfEach = ({ from, to }: (typeof pairs)[number]): boolean => firstOfEach.has(from * kept.length + to)
  const pairId = ({ from, to }: (typeof pairs)[number]): string => [idOf(kept[from] ?? 0), idOf(kept[to] ?? 0)].sort().join()
  const drawn = pairs
    .map((pair) => ({ ...pair, isOfEach: isOfEach(pair), id: pairId(pair) }))
    .sort((left, right) => Number(right.isOfEach) - Number(left.isOfEach) || right.strength - left.strength || (left.id < right.id ? -1 : 1))
    .slice(0, mostTies)
  return {
    people: kept,
    leftOut: people.length - kept.length,
    degree,
    best,
    bestWith,
    from: Int32Array.from(drawn, ({ from }) => from),
    to: Int32Array.from(drawn, ({ to }) => to),
    backbone: Math.min(drawn.length, Math.ceil(kept.length * linesPerPerson)),
    strength: Float64Array.from(drawn, ({ strength }) => strength),
    idle: Int32Array.from(drawn, ({ idle }) => idle),
    allFrom: Int32Array.from(pairs, ({ from }) => from),
    allTo: Int32Array.from(pairs, ({ to }) => to),
  }

  /** Those who were at the most meetings or have declared ties: counting everybody's ties for a drawing would take longer than the drawing. */
  function mostTied(all: readonly number[]): readonly number[] {
    const weight = (person: number): number =>
      (network.personOffsets[person + 1] ?? 0) - (network.personOffsets[person] ?? 0) + 2 * (network.declaredOf.get(person)?.length ?? 0)
    return all
      .map((person) => ({ person, weight: weight(person) }))
      .sort((left, right) => right.weight - left.weight || (idOf(left.person) < idOf(right.person) ? -1 : 1))
      .slice(0, mostPeople)
      .map(({ person }) => person)
      .sort((left, right) => left - right)
  }
}

/**
 * Where people are drawn before the layout moves them: each part of the mesh around its best tied person, along a spiral of even density (sunflower), the same at
 * every run. Units are those of the layout.
 */
export const firstPlaces = ({
  people,
  from,
  to,
  degree,
}: Pick<ShownGraph, 'people' | 'from' | 'to' | 'degree'>): { readonly x: Float32Array; readonly y: Float32Array } => {
  const neighbours: number[][] = people.map(() => [])
  for (let edge = 0; edge < from.length; edge += 1) {
    neighbours[from[edge] ?? 0]?.push(to[edge] ?? 0)
    neighbours[to[edge] ?? 0]?.push(from[edge] ?? 0)
  }
  const x = new Float32Array(people.length)
  const y = new Float32Array(people.length)
  const seen = new Uint8Array(people.length)
  let placed = 0
  for (const start of [...people.keys()].sort((left, right) => (degree[right] ?? 0) - (degree[left] ?? 0) || left - right)) {
    if (seen[start] === 1) continue
    const part = [start]
    seen[start] = 1
    for (const node of part) {
      x[node] = spacing * Math.sqrt(placed) * Math.cos(placed * goldenAngle)
      y[node] = spacing * Math.sqrt(placed) * Math.sin(placed * goldenAngle)
      placed += 1
      for (const next of neighbours[node] ?? []) {
        if (seen[next] === 1) continue
        seen[next] = 1
        part.push(next)
      }
    }
  }
  return { x, y }
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5))
const spacing = 10
