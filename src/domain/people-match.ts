import type { CommunityId, ImportId, PersonId, RolePeriodId, TerritoryId } from '#domain/id'
import { addMonths, ageRangeAt, firstDay, lastDay, type IsoDate, type PartialDate } from '#domain/period'
import type { ConsentAnswer, CustomTest, Knowable, PeopleCondition, PeopleFilter, RoleMoment, Since } from '#domain/people-filter'
import type { Channel, CustomValue, Person } from '#domain/person'
import { assertNever } from '#domain/result'
import { rolesOf } from '#domain/person'
import type { RolePeriod } from '#domain/role'
import { searchable } from '#domain/searchable'

/** Events of some kinds (none: any) between two days, both included. */
export type EventsMeant = Pick<Extract<PeopleCondition, { readonly kind: 'attended' }>, 'kinds' | 'from' | 'to'>

/** What a filter must know besides the person; lookups are functions, so that only what a filter asks for is ever gathered. */
export interface FilterFacts {
  readonly today: IsoDate
  /** Last day somebody took part in an event or gave hours; null: never, as far as is known. */
  readonly lastTookPart: (id: PersonId) => PartialDate | null
  /** How many of the events that fit she came to. */
  readonly timesCame: (id: PersonId, which: EventsMeant) => number
  /** Whether something is still to be done about her; `promises`: whether something was promised to her. */
  readonly hasOpenTask: (id: PersonId, promises: boolean) => boolean
  /** Ids of everybody an import created or changed. */
  readonly peopleOfImport: (id: ImportId) => ReadonlySet<PersonId>
  /** Who is a member that day of a community or of one inside it. */
  readonly membersOf: (id: CommunityId, day: IsoDate) => ReadonlySet<PersonId>
  /** What is known of the mesh; asked only when a condition speaks of ties. */
  readonly mesh: MeshFacts
  /** The territory of somebody: chosen, or the one that bears the code of her place. */
  readonly territoryOf: (person: Person) => TerritoryId | null
  /** A territory and everything inside it. */
  readonly territoryAndInside: (id: TerritoryId) => ReadonlySet<TerritoryId>
}

/** The living ties of people to members of the community. */
export interface MeshFacts {
  /** Those tied to somebody. */
  readonly tiedTo: (id: PersonId) => ReadonlySet<PersonId>
  readonly isIsolated: (id: PersonId) => boolean
  readonly tieCount: (id: PersonId) => number
}
/** For filters that ask nothing of ties. */
export const noMesh: MeshFacts = { tiedTo: () => new Set(), isIsolated: () => false, tieCount: () => 0 }

/** Turns a filter into a test of one person, preparing once what is the same for everybody. An empty filter keeps all. */
export const filterToPredicate = (filter: PeopleFilter, facts: FilterFacts): ((person: Person) => boolean) => {
  const tests = filter.map((condition) => conditionToPredicate(condition, facts))
  const [first] = tests
  if (first === undefined) return () => true
  return tests.length === 1 ? first : (person) => tests.every((test) => test(person))
}

/** Whether a role was held at a moment; an unknown start is « always so far », no end is « still ». A partial date counts from its first to its last day. */
export const roleHeldAt = (role: Pick<RolePeriod, 'start' | 'end'>, moment: RoleMoment, today: IsoDate): boolean => {
  switch (moment.kind) {
    case 'today':
      return heldOn(role, today)
    case 'on':
      return heldOn(role, moment.date)
    case 'formerly':
      return role.end !== null && lastDay(role.end) < today
    case 'ever':
      return true
    case 'started-since':
      return role.start !== null && firstDay(role.start) >= moment.date
    case 'ended-since':
      return role.end !== null && firstDay(role.end) >= moment.date && lastDay(role.end) < today
    default:
      return assertNever(moment)
  }
}

/** The first day that « since » means. */
export const sinceToDate = (since: Since, today: IsoDate): IsoDate => (since.kind === 'date' ? since.date : addMonths(today, -since.months))

/** Whether somebody may be reached by a channel: has such a contact, refused no use of it, is alive and open to contact. */
export const isContactable = (person: Person, channel: Channel): boolean =>
  !person.doNotContact && !person.deceased && hasContact(person, channel) && !refuses(person, channel)

/** What somebody said for a channel and a use ('' is any): one refusal is a refusal, silence is « never asked ». */
export const consentAnswer = (person: Pick<Person, 'consents'>, channel: Channel, use: string): ConsentAnswer => {
  const said = Object.entries(person.consents).filter(([key]) => (use === '' ? key.startsWith(`${channel}:`) : key === `${channel}:${use}`))
  if (said.length === 0) return 'never-asked'
  return said.some(([, { given }]) => !given) ? 'refused' : 'given'
}

/** Whether nobody made sure of her details since that day; the dead need no confirming. */
export const needsConfirming = ({ confirmedOn, deceased }: Pick<Person, 'confirmedOn' | 'deceased'>, since: IsoDate): boolean =>
  !deceased && (confirmedOn === null || confirmedOn === undefined || lastDay(confirmedOn) < since)

/** Whether something about a person is known. */
export const isKnown = (person: Person, what: Knowable, territoryOf: FilterFacts['territoryOf']): boolean => {
  switch (what) {
    case 'email':
      return person.emails.length > 0
    case 'phone':
      return person.phones.length > 0
    case 'address':
      return person.addresses.some((address) => address.street !== '' || address.city !== '' || address.postalCode !== '')
    case 'commune':
      return person.addresses.some((address) => address.city !== '')
    case 'birth-date':
      return person.birthDate !== null
    case 'gender':
      return person.gender !== null
    case 'role':
      return rolesOf(person).length > 0
    case 'territory':
      return territoryOf(person) !== null
    case 'consent':
      return Object.keys(person.consents).length > 0
    default:
      return assertNever(what)
  }
}

const conditionToPredicate = (condition: PeopleCondition, facts: FilterFacts): ((person: Person) => boolean) => {
  switch (condition.kind) {
    case 'role': {
      const test = roleTest(condition.roles, condition.moment, facts.today)
      return condition.not ? (person) => !test(person) : test
    }
    case 'took-part': {
      const from = sinceToDate(condition.since, facts.today)
      return (person) => {
        const last = facts.lastTookPart(person.id)
        return (last !== null && lastDay(last) >= from) !== condition.not
      }
    }
    case 'tag':
      return (person) => condition.tags.some((tag) => person.tags[tag] === true) !== condition.not
    case 'commune': {
      const wanted = searchable(condition.text)
      return (person) =>
        person.addresses.some((address) => searchable(address.city).includes(wanted) || (wanted !== '' && address.postalCode.startsWith(wanted))) !==
        condition.not
    }
    case 'territory': {
      const wanted = new Set(condition.territories.flatMap((id) => [...facts.territoryAndInside(id)]))
      return (person) => {
        const territory = facts.territoryOf(person)
        return (territory !== null && wanted.has(territory)) !== condition.not
      }
    }
    case 'age':
      return (person) => {
        const age = ageRangeAt(person.birthDate, facts.today)
        return age !== null && (condition.from === null || age.max >= condition.from) && (condition.to === null || age.min <= condition.to)
      }
    case 'gender':
      return (person) => person.gender !== null && condition.genders.includes(person.gender)
    case 'contactable':
      return (person) => isContactable(person, condition.channel) !== condition.not
    case 'known':
      return (person) => isKnown(person, condition.what, facts.territoryOf) !== condition.not
    case 'do-not-contact':
      return (person) => person.doNotContact !== condition.not
    case 'deceased':
      return (person) => person.deceased !== condition.not
    case 'organisation':
      return (person) => person.affiliations.some((affiliation) => condition.organisations.includes(affiliation.organisationId)) !== condition.not
    case 'community': {
      const day = condition.moment.kind === 'on' ? condition.moment.date : facts.today
      const members = new Set(condition.communities.flatMap((id) => [...facts.membersOf(id, day)]))
      return (person) => members.has(person.id) !== condition.not
    }
    case 'import': {
      const people = facts.peopleOfImport(condition.importId)
      return (person) => people.has(person.id)
    }
    case 'tied-to': {
      if (condition.personId === null) return () => true
      const tied = facts.mesh.tiedTo(condition.personId)
      return (person) => tied.has(person.id) !== condition.not
    }
    case 'isolated':
      return (person) => facts.mesh.isIsolated(person.id) !== condition.not
    case 'ties-at-least':
      return (person) => facts.mesh.tieCount(person.id) >= condition.count
    case 'custom': {
      const test = customTest(condition.test)
      return (person) => test(person.custom[condition.field] ?? null)
    }
    case 'attended': {
      const times = Math.max(1, condition.times)
      return (person) => facts.timesCame(person.id, condition) >= times !== condition.not
    }
    case 'silent': {
      const since = addMonths(facts.today, -condition.months)
      return (person) => {
        const last = facts.lastTookPart(person.id)
        return last !== null && lastDay(last) < since
      }
    }
    case 'skill': {
      const wanted = searchable(condition.text)
      return (person) => [...(person.skills ?? []), person.sector ?? ''].some((skill) => searchable(skill).includes(wanted)) !== condition.not
    }
    case 'consent':
      return (person) => consentAnswer(person, condition.channel, condition.use) === condition.answer
    case 'lost-contact':
      return (person) => (person.lostContact === true) !== condition.not
    case 'to-confirm': {
      const since = addMonths(facts.today, -condition.months)
      return (person) => needsConfirming(person, since) !== condition.not
    }
    case 'open-task':
      return (person) => facts.hasOpenTask(person.id, condition.promises) !== condition.not
    case 'people': {
      const ids = new Set(condition.ids)
      return (person) => ids.has(person.id)
    }
    default:
      return assertNever(condition)
  }
}

/** « Formerly » is about the person: a volunteer who left and came back is a volunteer, not a former one. */
const roleTest = (kinds: readonly string[], moment: RoleMoment, today: IsoDate) => {
  const isAsked = (role: RolePeriod): boolean => kinds.length === 0 || kinds.includes(role.kind)
  return ({ roles }: Person): boolean => {
    let found = false
    for (const id in roles) {
      const role = roles[id as RolePeriodId]
      if (role === undefined || !isAsked(role)) continue
      if (moment.kind === 'formerly' && heldOn(role, today)) return false
      found ||= roleHeldAt(role, moment, today)
    }
    return found
  }
}

/**
 * Dates are compared as text, without building days from them, since a filter asks this of every role: « 2021 » comes before all its days (so it is its own first
 * day), and an end reaches the day when it does as far as it is known.
 */
const heldOn = ({ start, end }: Pick<RolePeriod, 'start' | 'end'>, day: IsoDate): boolean =>
  (start === null || start <= day) && (end === null || end >= day.slice(0, end.length))

const hasContact = (person: Person, channel: Channel): boolean => {
  switch (channel) {
    case 'email':
      return person.emails.length > 0
    case 'phone':
    case 'sms':
      return person.phones.length > 0
    case 'post':
      return person.addresses.some((address) => address.street !== '' && address.city !== '')
    default:
      return assertNever(channel)
  }
}

const refuses = (person: Person, channel: Channel): boolean =>
  Object.entries(person.consents).some(([key, consent]) => key.startsWith(`${channel}:`) && !consent.given)

const customTest = (test: CustomTest): ((value: CustomValue) => boolean) => {
  switch (test.kind) {
    case 'known':
      return isGiven
    case 'unknown':
      return (value) => !isGiven(value)
    case 'contains': {
      const wanted = searchable(test.text)
      return (value) => isGiven(value) && searchable(String(value)).includes(wanted)
    }
    case 'one-of':
      return (value) => typeof value === 'string' && test.choices.includes(value)
    case 'is':
      return (value) => value === test.value
    case 'number-between':
      return (value) => typeof value === 'number' && (test.from === null || value >= test.from) && (test.to === null || value <= test.to)
    case 'date-between':
      return (value) => typeof value === 'string' && value !== '' && isDateBetween(value as PartialDate, test.from, test.to)
    default:
      return assertNever(test)
  }
}

const isGiven = (value: CustomValue): boolean => value !== null && value !== ''

const isDateBetween = (date: PartialDate, from: PartialDate | null, to: PartialDate | null): boolean =>
  (from === null || lastDay(date) >= firstDay(from)) && (to === null || firstDay(date) <= lastDay(to))
