import { noDay } from '#domain/indicators/fact-columns'
import { addMonths, dayNumberOf, dayNumberToDate } from '#domain/period'
import type { TieNetwork } from './tie-network.ts'
import { fadedStrength, livingMonths } from './tie-rules.ts'

/** Bits of `TieRow.flags`. */
export const tieFlags = { declared: 1, open: 2, byMembers: 4 } as const

/** The ties of one person, as columns; only the first `count` places mean something, and only until the reader is asked again. */
export interface TieRow {
  count: number
  readonly other: Int32Array
  /** Faded, as of the day of the network. */
  readonly strength: Float64Array
  /** First and last day something passed between the two; `first` is `noDay` when the beginning of their only tie is unknown. */
  readonly first: Int32Array
  readonly last: Int32Array
  /** Events shared. */
  readonly shared: Int32Array
  readonly flags: Uint8Array
}

/**
 * Reads the ties of one person after the other, into buffers made once. The strength of a tie is the sum of what its events and declared ties bring, faded by the
 * months since the last of them; it is the same seen from both sides.
 */
export const createTieReader = (network: TieNetwork): ((person: number) => TieRow) => {
  const { asOf, people, meetings, personOffsets, meetingsOf, declaredOf } = network
  const size = people.length
  const place = new Int32Array(size).fill(-1)
  const row: TieRow = {
    count: 0,
    other: new Int32Array(size),
    strength: new Float64Array(size),
    first: new Int32Array(size),
    last: new Int32Array(size),
    shared: new Int32Array(size),
    flags: new Uint8Array(size),
  }
  const { other, strength, first, last, shared, flags } = row

  const placeOf = (person: number): number => {
    const known = place[person] ?? -1
    if (known !== -1) return known
    const at = row.count
    row.count += 1
    place[person] = at
    other[at] = person
    strength[at] = 0
    first[at] = noDay
    last[at] = noDay
    shared[at] = 0
    flags[at] = 0
    return at
  }

  return (person) => {
    row.count = 0
    for (let slot = personOffsets[person] ?? 0; slot < (personOffsets[person + 1] ?? 0); slot += 1) {
      const meeting = meetingsOf[slot] ?? 0
      const weight = meetings.weight[meeting] ?? 0
      const day = meetings.day[meeting] ?? 0
      const bits = meetings.isByStaff[meeting] === 1 ? 0 : tieFlags.byMembers
      const end = meetings.offsets[meeting + 1] ?? 0
      for (let at = meetings.offsets[meeting] ?? 0; at < end; at += 1) {
        const met = meetings.people[at] ?? 0
        if (met === person) continue
        const to = placeOf(met)
        strength[to] = (strength[to] ?? 0) + weight
        // Meetings come in order of day.
        if (shared[to] === 0) first[to] = day
        last[to] = day
        shared[to] = (shared[to] ?? 0) + 1
        flags[to] = (flags[to] ?? 0) | bits
      }
    }
    for (const tie of declaredOf.get(person) ?? []) {
      if (tie.strength === 0) continue
      const to = placeOf(tie.from === person ? tie.to : tie.from)
      strength[to] = (strength[to] ?? 0) + tie.strength
      if (tie.first !== noDay && (first[to] === noDay || tie.first < (first[to] ?? 0))) first[to] = tie.first
      last[to] = Math.max(last[to] ?? noDay, tie.last)
      flags[to] = (flags[to] ?? 0) | tieFlags.declared | (tie.isOpen ? tieFlags.open : 0) | (tie.madeBy === 'members' ? tieFlags.byMembers : 0)
    }
    for (let at = 0; at < row.count; at += 1) {
      place[other[at] ?? 0] = -1
      strength[at] = fadedStrength(strength[at] ?? 0, asOf - (last[at] ?? asOf))
    }
    return row
  }
}

/** Does the tie at that place live: something happened since that day, or a declared tie has no end. */
export const isLiving = (row: TieRow, at: number, since: number): boolean =>
  (row.last[at] ?? 0) >= since || ((row.flags[at] ?? 0) & tieFlags.open) !== 0

/** The first day of the months that keep a tie alive. */
export const livingSince = ({ asOf }: Pick<TieNetwork, 'asOf'>, months = livingMonths): number =>
  dayNumberOf(addMonths(dayNumberToDate(asOf), -months))

/** The members somebody has a living tie with. */
export const livingTiesOf = (network: TieNetwork, person: number): readonly number[] => {
  const row = createTieReader(network)(person)
  const since = livingSince(network)
  return Array.from(row.other.subarray(0, row.count)).filter((other, at) => network.isMember[other] === 1 && isLiving(row, at, since))
}
