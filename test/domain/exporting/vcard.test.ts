import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { contactObstacle } from '#domain/exporting/contact-rules'
import { personToVcard } from '#domain/exporting/vcard'
import { date, makeAddress, makePerson, organisationId, tagId } from '#support/builders'

const names = { organisation: () => 'Collège ; Jean-Moulin', tag: () => 'promo, 2021' }
const elodie = makePerson({
  lastName: 'Le Goff; Durand',
  firstName: 'Élodie',
  birthDate: date('1998-05-12'),
  gender: 'female',
  emails: [{ address: 'elodie@exemple.fr', label: 'work' }],
  phones: [
    { number: '+33612345678', label: 'mobile' },
    { number: '06 12', label: 'other' },
  ],
  addresses: [makeAddress({ street: '3, rue de la Paix', postalCode: '01000', city: 'Bourg-en-Bresse' })],
  affiliations: [{ organisationId: organisationId(1), title: '', start: null, end: null }],
  tags: { [tagId(1)]: true },
  note: `Vient à vélo.\nAttention \\ et 🎉 ${'très '.repeat(40)}longue`,
})

test('relue par une autre bibliothèque, la carte dit la même personne', () => {
  const card = ICAL.Component.fromString(personToVcard(elodie, names))
  const value = (name: string): unknown => card.getFirstPropertyValue(name)
  expect(value('version')).toBe('4.0')
  expect(value('fn')).toBe('Élodie Le Goff; Durand')
  expect(value('n')).toEqual(['Le Goff; Durand', 'Élodie', '', '', ''])
  expect(String(value('bday'))).toBe('1998-05-12')
  expect(value('gender')).toBe('F')
  expect(value('adr')).toEqual(['', '', '3, rue de la Paix', 'Bourg-en-Bresse', '', '01000', ''])
  expect(value('note')).toBe(elodie.note)
  expect(value('categories')).toBe('promo, 2021')
  expect(card.getAllProperties('tel').map((property) => String(property.getFirstValue()))).toEqual(['tel:+33612345678', '06 12'])
})

test('aucune ligne ne dépasse 75 octets, et toutes finissent par CRLF', () => {
  const text = personToVcard(elodie, names)
  expect(text.endsWith('END:VCARD\r\n')).toBe(true)
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n', '').includes('\n')).toBe(false)
})

test('une naissance connue en partie reste partielle', () => {
  const bday = (birth: string) => /BDAY:(.*)\r\n/.exec(personToVcard(makePerson({ birthDate: date(birth) }), names))?.[1]
  expect([bday('1998-05-12'), bday('1998-05'), bday('1998')]).toEqual(['19980512', '1998-05', '1998'])
})

test('qui peut être contacté, et par quoi', () => {
  expect(contactObstacle(elodie, 'email', 'news')).toBeNull()
  expect(contactObstacle({ ...elodie, emails: [] }, 'email', 'news')).toBe('no-address')
  expect(contactObstacle({ ...elodie, deceased: true }, 'email', 'news')).toBe('deceased')
  expect(contactObstacle({ ...elodie, doNotContact: true }, 'post', 'news')).toBe('do-not-contact')
  const refused = { ...elodie, consents: { 'email:news': { given: false, on: null, source: '' } } } as const
  expect([contactObstacle(refused, 'email', 'news'), contactObstacle(refused, 'email', 'events'), contactObstacle(refused, 'phone', 'news')]).toEqual(
    ['refused', null, null],
  )
})
