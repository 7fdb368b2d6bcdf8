import { attendanceStatuses, cameToEvent } from '#domain/attendance'
import type { EventId, PersonId } from '#domain/id'
import { dayRangeOf, type DayRange, type FactColumns, type PersonFacts } from '#domain/indicators/fact-columns'
import { dayNumberOf, type IsoDate } from '#domain/period'
import type { Responsibility } from '#domain/responsibility'
import type { Tie } from '#domain/tie'
import { declareTies, type DeclaredTie } from './declared-ties.ts'
import { largestMeeting, strengthOfMeeting } from './tie-rules.ts'

/** What ties are made of. */
export interface TieRecords {
  readonly columns: FactColumns
  readonly ties: Iterable<Tie>
  readonly responsibilities: Iterable<Responsibility>
}

/** Events small enough to make ties, in order of day; the people of event `m` are at `offsets[m]` to `offsets[m + 1]`. */
export interface Meetings {
  readonly ids: readonly EventId[]
  readonly offsets: Int32Array
  readonly people: Int32Array
  /** The latest reading of the date, never after the day of the network. */
  readonly day: Int32Array
  readonly weight: Float64Array
  /** 1 when staff came, or held a responsibility for it: the association's employees made the two meet. */
  readonly isByStaff: Uint8Array
}

/**
 * Who met whom, as of a day; people by their index in the columns. Pairs are not listed (50,000 people would have millions): a reader goes through the ties of
 * one person after the other (`createTieReader`), and paths go through the meetings themselves.
 */
export interface TieNetwork {
  readonly asOf: number
  readonly people: readonly PersonFacts[]
  readonly indexById: ReadonlyMap<PersonId, number>
  /** 1 for whoever counts in the community's figures: there, alive, not staff on that day. */
  readonly isMember: Uint8Array
  readonly isStaff: Uint8Array
  readonly meetings: Meetings
  /** Meetings of person `i`, in order: `meetingsOf[i]` at `personOffsets[i]` to `personOffsets[i + 1]`. */
  readonly personOffsets: Int32Array
  readonly meetingsOf: Int32Array
  readonly declared: readonly DeclaredTie[]
  readonly declaredOf: ReadonlyMap<number, readonly DeclaredTie[]>
  /** Dated events left out because more than `largestMeeting` people came. */
  readonly tooLarge: number
}

/** Facts after the day are left out; so are events without a date, since nobody knows how old their ties would be. The order of the records changes nothing. */
export const buildTieNetwork = ({ columns, ties, responsibilities }: TieRecords, on: IsoDate): TieNetwork => {
  const asOf = dayNumberOf(on)
  const { people, indexById } = columns
  const isStaff = Uint8Array.from(people, (person) => (isStaffDuring(person, { first: asOf, last: asOf }) ? 1 : 0))
  const isMember = Uint8Array.from(people, (person, index) => (person.isRemoved || person.isDeceased || isStaff[index] === 1 ? 0 : 1))
  const held = heldEvents(responsibilities, indexById)
  const { gatherings, tooLarge } = gather(columns, asOf)
  const meetings = toMeetings(gatherings, (gathering) =>
    [...gathering.people, ...(held.get(gathering.id) ?? [])].some((person) => {
      const facts = people[person]
      return facts !== undefined && isStaffDuring(facts, gathering.range)
    }),
  )
  const declared = declareTies(ties, indexById, people, asOf)
  const declaredOf = new Map<number, DeclaredTie[]>()
  for (const tie of declared) for (const person of [tie.from, tie.to]) declaredOf.set(person, [...(declaredOf.get(person) ?? []), tie])
  return { asOf, people, indexById, isMember, isStaff, meetings, ...byPerson(meetings, people.length), declared, declaredOf, tooLarge }
}

/** Was somebody (or may she have been) staff in these days. */
export const isStaffDuring = (facts: PersonFacts, range: DayRange): boolean =>
  facts.staff.some(({ from, to }) => from <= range.last && to >= range.first)

interface Gathering {
  readonly id: EventId
  readonly range: DayRange
  readonly people: readonly number[]
}

const cameByCode = attendanceStatuses.map(cameToEvent)

const gather = (columns: FactColumns, asOf: number): { readonly gatherings: readonly Gathering[]; readonly tooLarge: number } => {
  const gatherings: Gathering[] = []
  let tooLarge = 0
  for (const sheet of columns.sheets.values()) {
    const event = columns.events.get(sheet.eventId)
    const range = event === undefined || event.deletedAt !== null ? null : dayRangeOf(event.date)
    if (range === null || range.first > asOf) continue
    const came: number[] = []
    for (let row = 0; row < sheet.people.length; row += 1) {
      const person = sheet.people[row] ?? 0
      if (cameByCode[sheet.status[row] ?? 0] === true && columns.people[person]?.isRemoved === false) came.push(person)
    }
    if (came.length > largestMeeting) tooLarge += 1
    else if (came.length > 1) gatherings.push({ id: sheet.eventId, range, people: came })
  }
  gatherings.sort((left, right) => left.range.first - right.range.first || (left.id < right.id ? -1 : 1))
  return {
    gatherings: gatherings.map(({ id, range, people }) => ({ id, range: { first: range.first, last: Math.min(range.last, asOf) }, people })),
    tooLarge,
  }
}

const toMeetings = (gatherings: readonly Gathering[], isByStaff: (gathering: Gathering) => boolean): Meetings => {
  const offsets = new Int32Array(gatherings.length + 1)
  for (const [index, { people }] of gatherings.entries()) offsets[index + 1] = (offsets[index] ?? 0) + people.length
  const people = new Int32Array(offsets[gatherings.length] ?? 0)
  for (const [index, gathering] of gatherings.entries()) people.set(gathering.people, offsets[index])
  return {
    ids: gatherings.map(({ id }) => id),
    offsets,
    people,
    day: Int32Array.from(gatherings, ({ range }) => range.last),
    weight: Float64Array.from(gatherings, (gathering) => strengthOfMeeting(gathering.people.length)),
    isByStaff: Uint8Array.from(gatherings, (gathering) => (isByStaff(gathering) ? 1 : 0)),
  }
}

const byPerson = (meetings: Meetings, count: number): Pick<TieNetwork, 'personOffsets' | 'meetingsOf'> => {
  const personOffsets = new Int32Array(count + 1)
  for (const person of meetings.people) personOffsets[person + 1] = (personOffsets[person + 1] ?? 0) + 1
  for (let person = 0; person < count; person += 1) personOffsets[person + 1] = (personOffsets[person + 1] ?? 0) + (personOffsets[person] ?? 0)
  const next = personOffsets.slice()
  const meetingsOf = new Int32Array(meetings.people.length)
  for (let meeting = 0; meeting < meetings.ids.length; meeting += 1) {
    for (let at = meetings.offsets[meeting] ?? 0; at < (meetings.offsets[meeting + 1] ?? 0); at += 1) {
      const person = meetings.people[at] ?? 0
      const slot = next[person] ?? 0
      next[person] = slot + 1
      meetingsOf[slot] = meeting
    }
  }
  return { personOffsets, meetingsOf }
}

/** Who holds a responsibility for which event. */
const heldEvents = (
  responsibilities: Iterable<Responsibility>,
  indexById: ReadonlyMap<PersonId, number>,
): ReadonlyMap<EventId, readonly number[]> => {
  const held = new Map<EventId, readonly number[]>()
  for (const { eventId, holders, deletedAt } of responsibilities) {
    if (eventId === null || deletedAt !== null) continue
    const people = Object.keys(holders).flatMap((id) => indexById.get(id as PersonId) ?? [])
    held.set(eventId, [...(held.get(eventId) ?? []), ...people])
  }
  return held
}
