import { emailMeant } from '#domain/email-meant'
import { describe, expect, test } from 'vitest'
import type { RoleKindId } from '#domain/id'
import { customFieldId, date, makeAddress, makePerson, makeRole, roleId, rolesById, tagId } from '#support/builders'
import {
  draftToPerson,
  guessPhoneLabel,
  personToDraft,
  problemsOfDraft,
  readCustom,
  readPhone,
} from '../../../src/renderer/features/people/person-draft.ts'

const asked = { on: date('2026-03-12'), source: 'saisie' }
const spoken = (number: string): string => number.replace('+33', '0')

test('ouvrir puis enregistrer sans rien toucher ne change rien', () => {
  const person = makePerson({
    birthDate: date('1998-05'),
    emails: [{ address: 'camille@exemple.fr', label: 'work' }],
    phones: [
      { number: '+33612345678', label: 'mobile' },
      { number: 'poste 12', label: 'work' },
    ],
    addresses: [makeAddress({ street: '3 rue des Lilas', postalCode: '01000', city: 'Bourg-en-Bresse', communeCode: '01053', qpvCode: 'QN00101M' })],
    roles: rolesById(makeRole({ note: 'accueil' })),
    tags: { [tagId(1)]: true },
    custom: { [customFieldId(1)]: 0, [customFieldId(2)]: false },
    consents: { 'email:news': { given: false, on: date('2024'), source: 'HelloAsso' }, 'phone:call': { given: true, on: null, source: '' } },
    externalIds: { helloasso: '42' },
    payer: { lastName: 'Durand', firstName: 'Anne', email: 'anne@exemple.fr' },
  })
  expect(draftToPerson(personToDraft(person, spoken), person, asked)).toEqual(person)
})
test('les lignes laissées vides ne sont pas gardées', () => {
  const draft = {
    ...personToDraft(makePerson(), spoken),
    emails: [{ key: 'a', address: ' ', label: 'home' as const }],
    phones: [{ key: 'b', typed: '', label: 'home' as const }],
    addresses: [{ ...makeAddress(), key: 'c' }],
    custom: { [customFieldId(1)]: '' },
  }
  expect(draftToPerson(draft, makePerson(), asked)).toEqual(makePerson())
})
test('un accord donné garde sa date et sa source ; revenir à « jamais demandé » l’efface', () => {
  const draft = personToDraft(makePerson(), spoken)
  const agreed = draftToPerson({ ...draft, newsConsent: 'yes' }, makePerson(), asked)
  expect(agreed.consents).toEqual({ 'email:news': { given: true, ...asked } })
  expect(draftToPerson({ ...personToDraft(agreed, spoken), newsConsent: 'unknown' }, agreed, asked).consents).toEqual({})
})

describe('ce qui empêche d’enregistrer', () => {
  const draft = personToDraft(makePerson(), spoken)
  test('aucun nom, un e-mail incomplet, une fin avant le début', () => {
    expect(problemsOfDraft({ ...draft, lastName: ' ', firstName: '' })).toEqual([{ field: 'name' }])
    expect(problemsOfDraft({ ...draft, emails: [{ key: 'a', address: 'camille@', label: 'home' }] })).toEqual([{ field: 'email', key: 'a' }])
    expect(problemsOfDraft({ ...draft, roles: [makeRole({ start: date('2024'), end: date('2023') })] })).toEqual([
      { field: 'role-order', id: roleId(1) },
    ])
    expect(problemsOfDraft({ ...draft, roles: [makeRole({ kind: '' as RoleKindId })] })).toEqual([{ field: 'role-kind', id: roleId(1) }])
  })
  test('mais ni un prénom seul, ni un téléphone étrange, ni deux dates qui se touchent', () => {
    const odd = {
      ...draft,
      lastName: '',
      phones: [{ key: 'a', typed: 'poste 12', label: 'work' as const }],
      roles: [makeRole({ start: date('2024-05'), end: date('2024') })],
    }
    expect(problemsOfDraft(odd)).toEqual([])
  })
})

test.each([
  ['06 12 34 56 78', '+33612345678', true],
  ['+32 470 12 34 56', '+32470123456', true],
  ['poste 12', 'poste 12', false],
  ['', '', true],
])('un téléphone « %s » se garde comme %s', (typed, number, isUnderstood) => {
  expect(readPhone(typed)).toEqual({ number, isUnderstood })
})
test('un 06 est un mobile, sauf si l’on a dit autre chose', () => {
  expect(guessPhoneLabel('06 12 34 56 78', 'home')).toBe('mobile')
  expect(guessPhoneLabel('06 12 34 56 78', 'work')).toBe('work')
  expect(guessPhoneLabel('01 42 34 56 78', 'home')).toBe('home')
})
test.each([
  ['camille@gmial.com', 'camille@gmail.com'],
  ['camille@gmail.con', 'camille@gmail.com'],
  ['camille@wanado.fr', 'camille@wanadoo.fr'],
  ['Camille@ornage.fr', 'Camille@orange.fr'],
  ['camille@gmail.com', null],
  ['camille@mairie-lyon.fr', null],
  ['camille', null],
])('« %s » voulait dire %s', (typed, meant) => {
  expect(emailMeant(typed)).toBe(meant)
})
test('un nombre français se lit avec sa virgule, un mot n’en est pas un', () => {
  expect(readCustom('12,5', { kind: 'number' })).toBe(12.5)
  expect(readCustom('1 200', { kind: 'number' })).toBe(1200)
  expect(readCustom('douze', { kind: 'number' })).toBeUndefined()
  expect(readCustom(' ', { kind: 'text' })).toBeNull()
})
