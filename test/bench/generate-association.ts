import type { Attendance, AttendanceSheet, AttendanceStatus } from '#domain/attendance'
import { emptyEvent, type AssociationEvent } from '#domain/event'
import type { EventId, PersonId, RoleKindId, RolePeriodId } from '#domain/id'
import { addDays, isoDateOf, parsePartialDate, type IsoDate } from '#domain/period'
import { emptyPerson, type Person } from '#domain/person'
import type { RolePeriod } from '#domain/role'

/** An invented association of any size, the same at every run for the same seed. */
export interface GeneratedAssociation {
  readonly people: readonly Person[]
  readonly events: readonly AssociationEvent[]
  readonly sheets: readonly AttendanceSheet[]
}

const firstNames = [
  'Camille',
  'Inès',
  'Hugo',
  'Élodie',
  'Mehdi',
  'Chloé',
  'Théo',
  'Aminata',
  'Zoé',
  'Loïc',
  'Fatou',
  'Noé',
  'Jeanne',
  'Yanis',
  'Anaïs',
  'Gaël',
  'Maëlle',
  'Ousmane',
  'Céline',
  'Raphaël',
  'Sarah',
  'Benoît',
  'Nour',
  'Agnès',
  'Joël',
  'Léna',
  'Karim',
  'Hélène',
  'Rémi',
  'Awa',
] as const
const syllables = [
  'ba',
  'bel',
  'ber',
  'cha',
  'du',
  'dra',
  'fa',
  'fon',
  'gar',
  'go',
  'hu',
  'la',
  'le',
  'lin',
  'ma',
  'mor',
  'nel',
  'pe',
  'ran',
  'ri',
  'rou',
  'sau',
  'tel',
  'ti',
  'val',
  'ver',
  'vi',
  'za',
] as const
const communes = [
  ['35000', 'Rennes', '35238'],
  ['59000', 'Lille', '59350'],
  ['69003', 'Lyon', '69123'],
  ['13008', 'Marseille', '13055'],
  ['31000', 'Toulouse', '31555'],
  ['01000', 'Bourg-en-Bresse', '01053'],
  ['93200', 'Saint-Denis', '93066'],
  ['44000', 'Nantes', '44109'],
  ['67000', 'Strasbourg', '67482'],
  ['76600', 'Le Havre', '76351'],
] as const
const roleKinds = ['volunteer', 'mentor', 'mentee', 'member', 'alumni', 'donor'] as const
const eventKinds = ['atelier', 'dîner', 'permanence', 'sortie', 'formation'] as const

/** Chance with a seed (mulberry32): a number from 0 (included) to 1 at each call. */
export const seededChance = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** `attendances` are spread over events of about 250 people, from 2016 to the last day of 2025. */
export const generateAssociation = ({
  people: count,
  attendances,
  seed = 1,
}: {
  readonly people: number
  readonly attendances: number
  readonly seed?: number
}): GeneratedAssociation => {
  const chance = seededChance(seed)
  const people = Array.from({ length: count }, (_, index) => makePerson(index, chance))
  const perEvent = Math.min(250, Math.max(1, Math.floor(count / 2)))
  const eventCount = Math.ceil(attendances / perEvent)
  const events = Array.from({ length: eventCount }, (_, index) => makeEvent(index, eventCount, chance))
  let left = attendances
  const sheets = events.map(({ id }, index): AttendanceSheet => {
    const here = Math.min(perEvent, left)
    left -= here
    return { id, entries: drawEntries(people, here, index / eventCount, chance) }
  })
  return { people, events, sheets }
}

const uuid = (kind: string, index: number): string => `0190${kind}-0000-7000-8000-${index.toString(16).padStart(12, '0')}`
const pick = <Item>(items: readonly Item[], chance: () => number): Item => items[Math.floor(chance() * items.length)] as Item
const dayFrom = (year: number, days: number): IsoDate => addDays(isoDateOf(year, 1, 1) as IsoDate, days)

const makePerson = (index: number, chance: () => number): Person => {
  const firstName = pick(firstNames, chance)
  const lastName = capital(Array.from({ length: 2 + Math.floor(chance() * 2) }, () => pick(syllables, chance)).join(''))
  const [postalCode, city, communeCode] = pick(communes, chance)
  const start = dayFrom(2016, Math.floor(chance() * 3600))
  const role: RolePeriod = {
    id: uuid('aaaa', index) as RolePeriodId,
    kind: pick(roleKinds, chance) as string as RoleKindId,
    start: parsePartialDate(start),
    end: chance() < 0.4 ? parsePartialDate(addDays(start, 200 + Math.floor(chance() * 1200))) : null,
    organisationId: null,
    note: '',
  }
  return {
    ...emptyPerson(uuid('bbbb', index) as PersonId),
    firstName,
    lastName,
    birthDate: chance() < 0.85 ? parsePartialDate(dayFrom(1945, Math.floor(chance() * 23_000))) : null,
    gender: pick(['female', 'male', null] as const, chance),
    emails: [{ address: `${plain(firstName)}.${plain(lastName)}${index}@exemple.fr`, label: 'home' }],
    phones: [{ number: `+336${String(10_000_000 + index).slice(-8)}`, label: 'mobile' }],
    addresses: [{ street: `${1 + (index % 120)} rue des Lilas`, postalCode, city, communeCode, qpvCode: null, country: '', label: 'home' }],
    roles: { [role.id]: role },
    joinedOn: role.start,
    memberNumber: `A${String(index).padStart(6, '0')}`,
  }
}

const makeEvent = (index: number, of: number, chance: () => number): AssociationEvent => {
  const kind = pick(eventKinds, chance)
  return {
    ...emptyEvent(uuid('cccc', index) as EventId),
    name: `${capital(kind)} n° ${index + 1}`,
    date: parsePartialDate(dayFrom(2016, Math.floor((index / of) * 3650))),
    kind,
    place: pick(communes, chance)[1],
  }
}

/** People come in spells: those near a moving centre come often, so that some stay, some leave and some come back. */
const drawEntries = (people: readonly Person[], count: number, moment: number, chance: () => number): AttendanceSheet['entries'] => {
  const entries: Record<PersonId, Attendance> = {}
  const span = Math.max(count * 4, Math.floor(people.length * 0.2))
  const from = Math.floor(moment * Math.max(0, people.length - span))
  for (let noted = 0; noted < count;) {
    const index = chance() < 0.9 ? from + Math.floor(chance() * span) : Math.floor(chance() * people.length)
    const person = people[Math.min(index, people.length - 1)]
    if (person === undefined || entries[person.id] !== undefined) continue
    entries[person.id] = { status: statusOf(chance()), hours: chance() < 0.3 ? 1 + Math.floor(chance() * 6) / 2 : null }
    noted += 1
  }
  return entries
}

const statusOf = (draw: number): AttendanceStatus =>
  draw < 0.7 ? 'present' : draw < 0.78 ? 'online' : draw < 0.88 ? 'absent' : draw < 0.95 ? 'registered' : 'walk-in'
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
