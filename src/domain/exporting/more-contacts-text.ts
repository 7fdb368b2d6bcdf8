import { parsePartialDate, type PartialDate } from '#domain/period'
import type { Address, Person } from '#domain/person'
import { escaped, pieces, unescaped } from './joined-cell.ts'

/** What a row has no column for: the sixth e-mail and the following, by kind. Organisations go by their name. */
export interface MoreContacts {
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly addresses: readonly Omit<Address, 'label'>[]
  readonly affiliations: readonly {
    readonly name: string
    readonly title: string
    readonly start: PartialDate | null
    readonly end: PartialDate | null
  }[]
}

export const noMoreContacts: MoreContacts = { emails: [], phones: [], addresses: [], affiliations: [] }

/** What somebody has beyond the first `columns` of each kind. */
export const contactsBeyond = (
  person: Person,
  columns: number,
  organisationName: (id: Person['affiliations'][number]['organisationId']) => string,
): MoreContacts => ({
  emails: person.emails.slice(columns).map(({ address }) => address),
  phones: person.phones.slice(columns).map(({ number }) => number),
  addresses: person.addresses.slice(columns),
  affiliations: person.affiliations
    .slice(columns)
    .map(({ organisationId, title, start, end }) => ({ name: organisationName(organisationId), title, start, end })),
})

/**
 * « email: a@exemple.fr | phone: +33612345678 | address: 3 rue de la Paix; 35000; Rennes; 35238; ; | organisation: Mairie; élue; 2020; »: one cell that reads well
 * and back exactly, in every language. What has `|`, `;`, a return or `\` in it gets a `\`.
 */
export const moreContactsToText = ({ emails, phones, addresses, affiliations }: MoreContacts): string => {
  const item = (kind: string, fields: readonly (string | null)[]): string => `${kind}: ${fields.map((field) => escaped(field ?? '')).join('; ')}`
  return [
    ...emails.map((email) => item('email', [email])),
    ...phones.map((phone) => item('phone', [phone])),
    ...addresses.map(({ street, postalCode, city, communeCode, qpvCode, country }) =>
      item('address', [street, postalCode, city, communeCode, qpvCode, country]),
    ),
    ...affiliations.map(({ name, title, start, end }) => item('organisation', [name, title, start, end])),
  ].join(' | ')
}

/** Reads what `moreContactsToText` wrote; null for any other text. */
export const parseMoreContacts = (text: string): MoreContacts | null => {
  const emails: string[] = []
  const phones: string[] = []
  const addresses: Omit<Address, 'label'>[] = []
  const affiliations: MoreContacts['affiliations'][number][] = []
  for (const part of pieces(text, '|')) {
    const [, kind, rest = ''] = /^\s*(email|phone|address|organisation):([^]*)$/.exec(part) ?? []
    const fields = pieces(rest, ';').map((field) => unescaped(field.trim()))
    const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = fields
    switch (kind) {
      case 'email':
        emails.push(first)
        break
      case 'phone':
        phones.push(first)
        break
      case 'address':
        addresses.push({ street: first, postalCode: second, city: third, communeCode: fourth || null, qpvCode: fifth || null, country: sixth })
        break
      case 'organisation':
        affiliations.push({ name: first, title: second, start: parsePartialDate(third), end: parsePartialDate(fourth) })
        break
      default:
        return null
    }
  }
  return { emails, phones, addresses, affiliations }
}
