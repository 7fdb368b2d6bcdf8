import type { TagId } from '#domain/id'
import { fullName, type ContactLabel, type Person } from '#domain/person'
import type { ExportNames } from '#domain/exporting/people-columns'

/** One person as a vCard 4.0 (RFC 6350), lines folded at 75 bytes, CRLF at their ends. Birth dates known in part are written as RFC 6350 has them: `1998`, `1998-05`. */
export const personToVcard = (person: Person, names: Pick<ExportNames, 'organisation' | 'tag'>): string => {
  const affiliation = person.affiliations[0]
  const tags = (Object.keys(person.tags) as TagId[])
    .map(names.tag)
    .filter((name) => name !== '')
    .toSorted()
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:urn:uuid:${person.id}`,
    `FN:${escaped(fullName(person))}`,
    `N:${component(person.lastName)};${component(person.firstName)};;;`,
    ...(person.birthDate === null ? [] : [`BDAY:${person.birthDate.length === 10 ? person.birthDate.replaceAll('-', '') : person.birthDate}`]),
    ...(person.gender === null ? [] : [`GENDER:${{ female: 'F', male: 'M', other: 'O' }[person.gender]}`]),
    ...person.emails.map(({ address, label }) => `EMAIL${typeOf(label, emailTypes)}:${escaped(address)}`),
    ...person.phones.map(({ number, label }) =>
      isE164.test(number) ? `TEL;VALUE=uri${typeOf(label, phoneTypes)}:tel:${number}` : `TEL${typeOf(label, phoneTypes)}:${escaped(number)}`,
    ),
    ...person.addresses.map(
      ({ street, postalCode, city, country, label }) =>
        `ADR${typeOf(label, emailTypes)}:;;${component(street)};${component(city)};;${component(postalCode)};${component(country)}`,
    ),
    ...(affiliation === undefined ? [] : [`ORG:${component(names.organisation(affiliation.organisationId))}`]),
    ...(affiliation === undefined || affiliation.title === '' ? [] : [`TITLE:${escaped(affiliation.title)}`]),
    ...(tags.length === 0 ? [] : [`CATEGORIES:${tags.map(escaped).join(',')}`]),
    ...(person.note === '' ? [] : [`NOTE:${escaped(person.note)}`]),
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const isE164 = /^\+\d{5,15}$/
const emailTypes: Readonly<Record<ContactLabel, string>> = { home: 'home', work: 'work', mobile: 'home', other: '' }
const phoneTypes: Readonly<Record<ContactLabel, string>> = { home: 'home', work: 'work', mobile: 'cell', other: '' }
const typeOf = (label: ContactLabel, types: Readonly<Record<ContactLabel, string>>): string => (types[label] === '' ? '' : `;TYPE=${types[label]}`)

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
/** Only where `;` parts the components (names, addresses, organisations): elsewhere some readers keep the backslash. */
const component = (text: string): string => escaped(text).replaceAll(';', '\\;')

/** Folds between characters, never inside one: a line is at most 75 bytes of UTF-8, the blank that begins the next one included. */
const folded = (line: string): string => {
  let result = ''
  let length = 0
  for (const character of line) {
    const bytes = byteLength(character)
    if (length + bytes > 75) {
      result += '\r\n '
      length = 1
    }
    result += character
    length += bytes
  }
  return result
}

const byteLength = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
