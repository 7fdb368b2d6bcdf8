import type { OrganisationId, PersonId } from '#domain/id'
import type { Organisation } from '#domain/organisation'
import { firstDay, lastDay, type IsoDate, type PartialDate } from '#domain/period'
import { rolesOf, sortName, type Person } from '#domain/person'
import type { Store } from '#data/store'

/** Somebody of an organisation: what she does there, from when to when. */
export interface PersonOfOrganisation {
  readonly id: PersonId
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly phone: string
  readonly title: string
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  /** There today: begun, or of unknown beginning, and not over. */
  readonly isCurrent: boolean
  readonly doNotContact: boolean
  readonly deceased: boolean
}
export interface OrganisationDetails {
  readonly organisation: Organisation
  /** Those who are there today first, then by name; once for each of her stays. */
  readonly people: readonly PersonOfOrganisation[]
}

/** One organisation with its people. */
export interface OrganisationsService {
  readonly details: (id: OrganisationId, today: IsoDate) => Promise<OrganisationDetails | null>
}

export const createOrganisationsService = ({ mirror }: Store): OrganisationsService => ({
  details: async (id, today) => {
    const organisation = (await mirror.read('organisations')).get(id)
    if (organisation === undefined) return null
    const people: PersonOfOrganisation[] = []
    for (const person of (await mirror.read('people')).values()) {
      if (person.deletedAt !== null) continue
      for (const stay of staysAt(person, id)) people.push(toLine(person, stay, today))
    }
    return {
      organisation,
      people: people.toSorted((left, right) => Number(right.isCurrent) - Number(left.isCurrent) || compareNames(sortName(left), sortName(right))),
    }
  },
})

interface Stay {
  readonly title: string
  readonly start: PartialDate | null
  readonly end: PartialDate | null
}

/** Affiliations; whoever only holds a role for the organisation is one of its people too. */
const staysAt = (person: Person, id: OrganisationId): readonly Stay[] => {
  const stays = person.affiliations.filter(({ organisationId }) => organisationId === id)
  if (stays.length > 0) return stays
  return rolesOf(person)
    .filter(({ organisationId }) => organisationId === id)
    .slice(0, 1)
    .map(({ start, end }) => ({ title: '', start, end }))
}

const toLine = (person: Person, { title, start, end }: Stay, today: IsoDate): PersonOfOrganisation => ({
  id: person.id,
  firstName: person.firstName,
  lastName: person.lastName,
  email: person.emails[0]?.address ?? '',
  phone: person.phones[0]?.number ?? '',
  title,
  start,
  end,
  isCurrent: (start === null || firstDay(start) <= today) && (end === null || lastDay(end) >= today),
  doNotContact: person.doNotContact,
  deceased: person.deceased,
})

const compareNames = (left: string, right: string): number => left.localeCompare(right, 'fr', { sensitivity: 'base' })
