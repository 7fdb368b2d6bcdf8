import type { TieNetwork } from './tie-network.ts'
import { livingSince } from './tie-reader.ts'

/** Somebody whose departure would cut the mesh: how many people would no longer be linked to the largest part of those she linked. */
export interface CutPerson {
  readonly person: number
  readonly cutOff: number
}

/**
 * The articulation points of the living mesh among these people, those who would cut off most first.
 * (R. Tarjan, « Depth-first search and linear graph algorithms », 1972, without recursion.) Pairs are never listed: an event is a node between those who came. Since
 * all of them know each other through it, somebody parts the people of this graph exactly when she parts those of the graph of pairs; time grows with attendances.
 */
export const cutPeople = (network: TieNetwork, members: readonly number[]): readonly CutPerson[] => {
  const graph = meetingGraph(network, members)
  const { size, isPerson, neighbours } = graph
  const order = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const parent = new Int32Array(size).fill(-1)
  const next = new Int32Array(size)
  /** People of the tree below a node, itself included. */
  const below = new Int32Array(size)
  const root = new Int32Array(size)
  /** People of parts that hang on a node and on nothing above it; how many such parts; the largest. */
  const hanging = new Int32Array(size)
  const parts = new Int32Array(size)
  const largest = new Int32Array(size)
  let time = 0
  for (const start of members) {
    if (order[start] !== -1) continue
    const stack = [start]
    order[start] = low[start] = time++
    below[start] = 1
    root[start] = start
    while (stack.length > 0) {
      const node = stack.at(-1) ?? start
      const at = next[node] ?? 0
      const to = neighbours(node, at)
      if (to !== null) {
        next[node] = at + 1
        if (order[to] === -1) {
          order[to] = low[to] = time++
          parent[to] = node
          root[to] = start
          below[to] = isPerson(to) ? 1 : 0
          stack.push(to)
        } else if (to !== parent[node]) low[node] = Math.min(low[node] ?? 0, order[to] ?? 0)
        continue
      }
      stack.pop()
      const above = parent[node] ?? -1
      if (above === -1) continue
      low[above] = Math.min(low[above] ?? 0, low[node] ?? 0)
      const people = below[node] ?? 0
      below[above] = (below[above] ?? 0) + people
      if (people > 0 && (low[node] ?? 0) >= (order[above] ?? 0)) {
        hanging[above] = (hanging[above] ?? 0) + people
        parts[above] = (parts[above] ?? 0) + 1
        largest[above] = Math.max(largest[above] ?? 0, people)
      }
    }
  }
  const found: CutPerson[] = []
  for (const person of members) {
    const others = (below[root[person] ?? 0] ?? 0) - 1
    const rest = others - (hanging[person] ?? 0)
    if ((parts[person] ?? 0) + (rest > 0 ? 1 : 0) > 1) found.push({ person, cutOff: others - Math.max(rest, largest[person] ?? 0) })
  }
  const idOf = (person: number): string => network.people[person]?.id ?? ''
  return found.sort((left, right) => right.cutOff - left.cutOff || (idOf(left.person) < idOf(right.person) ? -1 : 1))
}

/** Whom the departure of somebody would cut off: every part she linked but the largest (of two as large, that of the smallest id stays). */
export const cutOffBy = (network: TieNetwork, members: readonly number[], person: number): readonly number[] => {
  const { size, isPerson, neighbours } = meetingGraph(network, members)
  const seen = new Uint8Array(size)
  seen[person] = 1
  const flood = (start: number): readonly number[] => {
    const reached = [start]
    seen[start] = 1
    for (let done = 0; done < reached.length; done += 1) {
      const node = reached[done] ?? start
      for (let at = 0; ; at += 1) {
        const to = neighbours(node, at)
        if (to === null) break
        if (seen[to] === 1) continue
        seen[to] = 1
        reached.push(to)
      }
    }
    return reached.filter(isPerson)
  }
  const parts: (readonly number[])[] = []
  for (let at = 0; ; at += 1) {
    const to = neighbours(person, at)
    if (to === null) break
    if (seen[to] === 0) parts.push(flood(to))
  }
  const firstId = (part: readonly number[]): string =>
    part.map((index) => network.people[index]?.id ?? '').reduce((left, right) => (left < right ? left : right), '\uffff')
  const [, ...lost] = parts
    .filter(({ length }) => length > 0)
    .sort((left, right) => right.length - left.length || (firstId(left) < firstId(right) ? -1 : 1))
  return lost.flat().sort((left, right) => left - right)
}

/** People, then living meetings of two members or more, as one graph; `neighbours(node, at)` is null after the last. */
interface MeetingGraph {
  readonly size: number
  readonly isPerson: (node: number) => boolean
  readonly neighbours: (node: number, at: number) => number | null
}

const meetingGraph = (network: TieNetwork, members: readonly number[]): MeetingGraph => {
  const { people, meetings } = network
  const since = livingSince(network)
  const counts = new Uint8Array(people.length)
  for (const person of members) counts[person] = 1
  const links = new Map<number, number[]>()
  const join = (left: number, right: number): void => {
    const known = links.get(left)
    if (known === undefined) links.set(left, [right])
    else known.push(right)
  }
  for (let meeting = 0; meeting < meetings.ids.length; meeting += 1) {
    if ((meetings.day[meeting] ?? 0) < since) continue
    const came = [...meetings.people.subarray(meetings.offsets[meeting], meetings.offsets[meeting + 1])].filter((person) => counts[person] === 1)
    if (came.length < 2) continue
    for (const person of came) {
      join(person, people.length + meeting)
      join(people.length + meeting, person)
    }
  }
  for (const { from, to, strength, isOpen, last } of network.declared) {
    if (strength === 0 || counts[from] !== 1 || counts[to] !== 1 || !(isOpen || last >= since)) continue
    join(from, to)
    join(to, from)
  }
  return {
    size: people.length + meetings.ids.length,
    isPerson: (node) => node < people.length,
    neighbours: (node, at) => links.get(node)?.[at] ?? null,
  }
}
