import { describe, expect, test } from 'vitest'
import { makeAddress, makeOrganisation } from '#support/builders'
import { draftToOrganisation, organisationProblems, organisationToDraft } from '../../../src/renderer/features/settings/organisation-draft.ts'

const college = makeOrganisation({
  kind: 'collège',
  emails: [
    { address: 'accueil@college.exemple', label: 'work' },
    { address: 'cpe@college.exemple', label: 'other' },
  ],
  phones: [{ number: '+33299000000', label: 'work' }],
  address: makeAddress({ street: '1 rue du Port', postalCode: '35000', city: 'Rennes', communeCode: '35238', label: 'work' }),
  externalIds: { ancien: '12' },
})
const asIs = (number: string): string => number

describe('la fiche d’une organisation', () => {
  test('ouverte puis enregistrée sans rien toucher, elle ne change pas', () => {
    expect(draftToOrganisation(organisationToDraft(college, asIs), college)).toEqual(college)
  })
  test('ce que le formulaire ne montre pas reste : second e-mail, numéros d’ailleurs', () => {
    const changed = draftToOrganisation(
      { ...organisationToDraft(college, asIs), email: ' secretariat@college.exemple ', phone: '02 99 11 22 33' },
      college,
    )
    expect(changed.emails.map(({ address }) => address)).toEqual(['secretariat@college.exemple', 'cpe@college.exemple'])
    expect(changed.phones).toEqual([{ number: '+33299112233', label: 'work' }])
    expect(changed.externalIds).toEqual({ ancien: '12' })
  })
  test('une autre commune n’a plus le code de la première, et une adresse vidée n’en est plus une', () => {
    const draft = organisationToDraft(college, asIs)
    expect(draftToOrganisation({ ...draft, city: 'Fougères' }, college).address?.communeCode).toBeNull()
    expect(draftToOrganisation({ ...draft, street: '', postalCode: '', city: '' }, college).address).toBeNull()
  })
  test('il lui faut un nom qu’aucune autre ne porte, et une adresse e-mail entière', () => {
    const draft = organisationToDraft(college, asIs)
    expect(organisationProblems(draft, new Set())).toEqual({})
    expect(organisationProblems({ ...draft, name: ' ', email: 'accueil@' }, new Set())).toEqual({ name: 'missing', email: 'email' })
    expect(organisationProblems(draft, new Set(['collège jean-moulin']))).toEqual({ name: 'taken' })
  })
})
