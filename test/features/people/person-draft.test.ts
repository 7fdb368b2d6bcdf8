import { emailMeant } from '#domain/email-meant'
import { describe, expect, test } from 'vitest'
import type { RoleKindId } from '#domain/id'
import { emptyOrganisation } from '#domain/organisation'
import { customFieldId, date, makeAddress, makePerson, makeRole, organisationId, roleId, rolesById, tagId } from '#support/builders'
import { organisationsToSave } from '../../../src/renderer/features/people/named-on-the-spot.ts'
import {
  draftToPerson,
  guessPhoneLabel,
  personToDraft,
  problemsOfDraft,
  readCustom,
  readPhone,
} from '../../../src/renderer/features/people/person-draft.ts'

const asked = { on: date('2026-03-12'), source: 'saisie' }
const school = { ...emptyOrganisation(organisationId(1)), name: 'Lycée Voltaire' }
const nameOf = (): string => school.name
const noOrganisation = (): null => null
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
    affiliations: [{ organisationId: organisationId(1), title: 'élève', start: date('2023-09'), end: null }],
    payer: { lastName: 'Durand', firstName: 'Anne', email: 'anne@exemple.fr' },
  })
  expect(draftToPerson(personToDraft(person, spoken, nameOf), person, asked, noOrganisation)).toEqual(person)
  const forgotten = personToDraft(person, spoken, () => '')
  expect(draftToPerson(forgotten, person, asked, noOrganisation)).toEqual(person)
})
test('les lignes laissées vides ne sont pas gardées', () => {
  const draft = {
    ...personToDraft(makePerson(), spoken, nameOf),
    emails: [{ key: 'a', address: ' ', label: 'home' as const }],
    phones: [{ key: 'b', typed: '', label: 'home' as const }],
    addresses: [{ ...makeAddress(), key: 'c' }],
    custom: { [customFieldId(1)]: '' },
    affiliations: [{ key: 'd', organisationId: null, name: ' ', title: 'élève', start: null, end: null }],
    payer: { lastName: ' ', firstName: '', email: '' },
  }
  expect(draftToPerson(draft, makePerson(), asked, noOrganisation)).toEqual(makePerson())
})
describe('un accord', () => {
  const draft = personToDraft(makePerson(), spoken, nameOf)
  const answered = (key: string, answer: 'yes' | 'no' | 'unknown', from = draft) => ({
    ...from,
    consents: from.consents.map((consent) => (consent.key === key ? { ...consent, answer, on: null, source: '' } : consent)),
  })
  test('se demande pour chaque canal', () => {
    expect(draft.consents.map(({ key, answer }) => [key, answer])).toEqual([
      ['email:news', 'unknown'],
      ['phone:news', 'unknown'],
      ['sms:news', 'unknown'],
      ['post:news', 'unknown'],
    ])
  })
  test('garde sa date et sa source ; revenir à « jamais demandé » l’efface', () => {
    const agreed = draftToPerson(answered('sms:news', 'yes'), makePerson(), asked, noOrganisation)
    expect(agreed.consents).toEqual({ 'sms:news': { given: true, ...asked } })
    const unasked = answered('sms:news', 'unknown', personToDraft(agreed, spoken, nameOf))
    expect(draftToPerson(unasked, agreed, asked, noOrganisation).consents).toEqual({})
  })
  test('dit d’où il vient quand on l’écrit', () => {
    const written = {
      ...draft,
      consents: draft.consents.map((consent) =>
        consent.key === 'post:news' ? { ...consent, answer: 'no' as const, on: date('2025-06'), source: ' courrier ' } : consent,
      ),
    }
    expect(draftToPerson(written, makePerson(), asked, noOrganisation).consents).toEqual({
      'post:news': { given: false, on: '2025-06', source: 'courrier' },
    })
  })
})
describe('une organisation', () => {
  const line = { key: 'a', organisationId: null, title: 'élève', start: null, end: null }
  const draft = personToDraft(makePerson(), spoken, nameOf)
  test('déjà connue se retrouve par son nom, aux accents près', () => {
    const affiliations = [{ ...line, name: 'lycee voltaire ' }]
    const { idOf, created } = organisationsToSave({ affiliations }, [school])
    expect(created).toEqual([])
    expect(draftToPerson({ ...draft, affiliations }, makePerson(), asked, idOf).affiliations).toEqual([
      { organisationId: organisationId(1), title: 'élève', start: null, end: null },
    ])
  })
  test('nouvelle se crée une seule fois', () => {
    const affiliations = [
      { ...line, name: 'Mairie de Lille' },
      { ...line, key: 'b', name: 'mairie de lille' },
    ]
    const { idOf, created } = organisationsToSave({ affiliations }, [school])
    expect(created.map(({ name }) => name)).toEqual(['Mairie de Lille'])
    const ids = draftToPerson({ ...draft, affiliations }, makePerson(), asked, idOf).affiliations.map(({ organisationId: id }) => id)
    expect(ids).toEqual([created[0]?.id, created[0]?.id])
  })
})

describe('ce qui empêche d’enregistrer', () => {
  const draft = personToDraft(makePerson(), spoken, nameOf)
  test('aucun nom, un e-mail incomplet, une fin avant le début', () => {
    expect(problemsOfDraft({ ...draft, lastName: ' ', firstName: '' })).toEqual([{ field: 'name' }])
    expect(problemsOfDraft({ ...draft, emails: [{ key: 'a', address: 'camille@', label: 'home' }] })).toEqual([{ field: 'email', key: 'a' }])
    expect(problemsOfDraft({ ...draft, roles: [makeRole({ start: date('2024'), end: date('2023') })] })).toEqual([
      { field: 'role-order', id: roleId(1) },
    ])
    expect(problemsOfDraft({ ...draft, roles: [makeRole({ kind: '' as RoleKindId })] })).toEqual([{ field: 'role-kind', id: roleId(1) }])
    expect(problemsOfDraft({ ...draft, payer: { lastName: 'Durand', firstName: '', email: 'anne@' } })).toEqual([{ field: 'payer-email' }])
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

test('les compétences et le secteur s’enregistrent, s’effacent, et ne s’inventent pas sur une fiche d’avant', () => {
  const old = makePerson()
  const draft = personToDraft(old, spoken, nameOf)
  expect(draftToPerson(draft, old, asked, noOrganisation)).not.toHaveProperty('skills')
  const skilled = draftToPerson({ ...draft, skills: ['Soudure'], sector: ' Métallurgie ' }, old, asked, noOrganisation)
  expect(skilled).toMatchObject({ skills: ['Soudure'], sector: 'Métallurgie' })
  expect(draftToPerson({ ...personToDraft(skilled, spoken, nameOf), skills: [], sector: '' }, skilled, asked, noOrganisation)).toMatchObject({
    skills: [],
    sector: '',
  })
})
