import type { Attendance, AttendanceStatus } from '#domain/attendance'
import { emptyEvent, type AssociationEvent } from '#domain/event'
import type { HoursGiven } from '#domain/hours'
import type { EventId, HoursId, PersonId, RoleKindId, RolePeriodId } from '#domain/id'
import { buildFactColumns, type FactColumns, type FactRecords } from '#domain/indicators/fact-columns'
import { gatherFacts, type Facts, type FactSettings } from '#domain/indicators/facts'
import type { Figure, FigureRef } from '#domain/indicators/figure'
import { peopleBehind } from '#domain/indicators/people-behind'
import { parseIsoDate, parsePartialDate, type IsoDate, type PartialDate } from '#domain/period'
import { emptyPerson, type Person } from '#domain/person'
import { builtInRoleKinds } from '#domain/role'
import { defaultSettings } from '#domain/settings'

/** A hand-counted association: people are known by their first name, which is also their id. */
export interface SmallWorld {
  readonly people: Readonly<Record<string, WorldPerson>>
  readonly events?: readonly WorldEvent[]
  readonly hours?: readonly { readonly who: string; readonly date: string | null; readonly hours: number; readonly task?: string }[]
}
/** `roles`: `volunteer 2021-09-01..2023-06-30`, `board ..` (unknown start, still held), `member 2021..2021`. */
export interface WorldPerson extends Partial<Omit<Person, 'id' | 'roles' | 'birthDate' | 'joinedOn'>> {
  readonly roles?: readonly string[]
  readonly birth?: string
  readonly joined?: string
}
export interface WorldEvent {
  readonly date: string | null
  readonly came?: readonly string[]
  readonly others?: Readonly<Record<string, AttendanceStatus>>
  readonly hours?: Readonly<Record<string, number>>
  readonly removed?: boolean
  readonly name?: string
  readonly kind?: string
}

export const day = (text: string): IsoDate => parseIsoDate(text) ?? wrong(text)
export const partialDate = (text: string): PartialDate => parsePartialDate(text) ?? wrong(text)

export const worldRecords = (world: SmallWorld): FactRecords & { readonly people: readonly Person[] } => {
  const events = (world.events ?? []).map(toEvent)
  return {
    people: Object.entries(world.people).map(([name, about]) => toPerson(name, about)),
    roleKinds: builtInRoleKinds,
    events,
    sheets: (world.events ?? []).map((event, index) => ({ id: events[index]?.id ?? ('' as EventId), entries: toEntries(event) })),
    hours: (world.hours ?? []).map((line, index): HoursGiven => ({
      id: `h${index}` as HoursId,
      personId: line.who as PersonId,
      date: line.date === null ? null : partialDate(line.date),
      hours: line.hours,
      task: line.task ?? '',
      deletedAt: null,
    })),
  }
}
export const worldColumns = (world: SmallWorld): FactColumns => buildFactColumns(worldRecords(world))

/** The facts of a small world on a day; civil years and the usual rule (attendance or hours in twelve months) unless said otherwise. */
export const worldFacts = (world: SmallWorld, asOf: string, settings: Partial<FactSettings> = {}): Facts =>
  gatherFacts(worldColumns(world), { ...defaultSettings, ...settings }, day(asOf))

/** The names behind a figure; throws when they are not as many as its count. */
export const namesBehind = (facts: Facts, figure: Figure): readonly string[] => {
  const names = namesOf(facts, figure.ref)
  if (names.length !== figure.count) throw new Error(`${figure.count} comptés, ${names.length} dans la liste : ${names.join(', ')}`)
  return names
}
export const namesOf = (facts: Facts, ref: FigureRef): readonly string[] => peopleBehind(facts, ref).toSorted()

const toPerson = (name: string, { roles = [], birth, joined, ...rest }: WorldPerson): Person => ({
  ...emptyPerson(name as PersonId),
  firstName: name,
  birthDate: birth === undefined ? null : partialDate(birth),
  joinedOn: joined === undefined ? null : partialDate(joined),
  ...rest,
  roles: Object.fromEntries(roles.map((text, index) => [`r${index}` as RolePeriodId, toRole(text, index)])),
})

const toRole = (text: string, index: number): Person['roles'][RolePeriodId] => {
  const [, kind, start, end] = /^(\w+) ([\d-]*)\.\.([\d-]*)$/.exec(text) ?? wrong(text)
  return {
    id: `r${index}` as RolePeriodId,
    kind: kind as string as RoleKindId,
    start: start === '' || start === undefined ? null : partialDate(start),
    end: end === '' || end === undefined ? null : partialDate(end),
    organisationId: null,
    note: '',
  }
}

const toEvent = (event: WorldEvent, index: number): AssociationEvent => ({
  ...emptyEvent(`e${index}` as EventId),
  name: event.name ?? `Atelier ${index}`,
  kind: event.kind ?? '',
  date: event.date === null ? null : partialDate(event.date),
  deletedAt: event.removed === true ? '2026-01-01T00:00:00.000Z' : null,
})

const toEntries = ({ came = [], others = {}, hours = {} }: WorldEvent): Readonly<Record<PersonId, Attendance>> => {
  const statuses: [string, AttendanceStatus][] = [...came.map((name): [string, AttendanceStatus] => [name, 'present']), ...Object.entries(others)]
  return Object.fromEntries(statuses.map(([name, status]) => [name, { status, hours: hours[name] ?? null }]))
}

const wrong = (text: string): never => {
  throw new Error(`illisible : ${text}`)
}
