import i18next from 'i18next'
import { describe, expect, test } from 'vitest'
import type { PeopleCondition } from '#domain/people-filter'
import type { IsoDate } from '#domain/period'
import type { RoleKindId } from '#domain/id'
import { formatterFor } from '#i18n/format'
import { communityId, customFieldId, date, makeCustomField, makeTag, tagId } from '#support/builders'
import { conditionToWords, joinOr } from '../../../src/renderer/features/people/condition-words.ts'
import { isComplete } from '../../../src/renderer/features/people/condition-choices.ts'
import { stateToView, viewToState, defaultColumns } from '../../../src/renderer/features/people/list-state.ts'
import { typedNameToNames } from '../../../src/renderer/features/people/typed-name.ts'
import { people } from '../../../src/renderer/i18n/fr/people.ts'
import { people as peopleEn } from '../../../src/renderer/i18n/en/people.ts'

const words = async (language: 'fr' | 'en') => {
  const instance = i18next.createInstance()
  await instance.init({ lng: language, resources: { fr: { people }, en: { people: peopleEn } }, interpolation: { escapeValue: false } })
  const t = instance.getFixedT(language, 'people')
  const lists = {
    roleKinds: [],
    tags: [makeTag()],
    customFields: [makeCustomField()],
    territories: [],
    organisations: [],
    communities: [],
    imports: [],
  }
  const names = {
    role: (id: RoleKindId) => id,
    roles: (id: RoleKindId) => t(`words.rolesPlural.${id as 'volunteer'}`),
    tag: () => 'promo 2021',
    territory: () => 'Rennes',
    community: () => 'Anciens du Nord',
    organisation: () => 'Collège Jean-Moulin',
    customField: () => 'Filière',
  }
  return (condition: PeopleCondition): string => conditionToWords(condition, { t, format: formatterFor(language), names, lists })
}
const day = '2024-03-12' as IsoDate
const roles = ['volunteer', 'mentor'] as readonly string[] as readonly RoleKindId[]

describe('un filtre se lit', () => {
  test.each<[PeopleCondition, string]>([
    [{ kind: 'role', roles, moment: { kind: 'today' }, not: false }, 'bénévoles ou mentors aujourd’hui'],
    [{ kind: 'role', roles, moment: { kind: 'on', date: day }, not: true }, 'pas bénévoles ou mentors au 12 mars 2024'],
    [{ kind: 'role', roles: [], moment: { kind: 'formerly' }, not: false }, 'autrefois titulaires d’un rôle'],
    [{ kind: 'took-part', since: { kind: 'months', months: 6 }, not: true }, 'pas venues depuis 6 mois'],
    [{ kind: 'took-part', since: { kind: 'date', date: day }, not: false }, 'venues depuis le 12 mars 2024'],
    [{ kind: 'tag', tags: [tagId(1)], not: false }, 'étiquetées promo 2021'],
    [{ kind: 'commune', text: ' Lille ', not: false }, 'à Lille'],
    [{ kind: 'age', from: null, to: 17 }, 'de 17 ans et moins'],
    [{ kind: 'known', what: 'email', not: true }, 'sans e-mail'],
    [{ kind: 'contactable', channel: 'post', not: false }, 'joignables par courrier'],
    [{ kind: 'custom', field: customFieldId(1), test: { kind: 'number-between', from: 1200, to: null } }, 'Filière à partir de 1 200'],
    [
      { kind: 'custom', field: customFieldId(1), test: { kind: 'date-between', from: date('2024'), to: date('2025-06') } },
      'Filière de 2024 à 06/2025',
    ],
    [{ kind: 'community', communities: [communityId(1)], moment: { kind: 'today' }, not: false }, 'membres de « Anciens du Nord »'],
    [
      { kind: 'community', communities: [communityId(1)], moment: { kind: 'on', date: day }, not: true },
      'pas membres de « Anciens du Nord » au 12 mars 2024',
    ],
    [{ kind: 'people', ids: [], title: 'À relancer' }, 'À relancer'],
  ])('%o', async (condition, expected) => {
    expect((await words('fr'))(condition).replace(/[\u00a0\u202f]/g, ' ')).toBe(expected)
  })
  test('aussi en anglais', async () => {
    expect((await words('en'))({ kind: 'role', roles, moment: { kind: 'today' }, not: false })).toBe('volunteers or mentors today')
  })
  test('un filtre à peine posé dit ce qui lui manque, et ne retient encore personne', async () => {
    const empty: PeopleCondition = { kind: 'commune', text: '', not: false }
    expect((await words('fr'))(empty)).toContain('à préciser')
    expect(isComplete(empty)).toBe(false)
    expect(isComplete({ ...empty, text: 'Lille' })).toBe(true)
  })
  test('« A, B ou C »', () => {
    expect([joinOr([], 'ou'), joinOr(['A'], 'ou'), joinOr(['A', 'B'], 'ou'), joinOr(['A', 'B', 'C'], 'ou')]).toEqual(['', 'A', 'A ou B', 'A, B ou C'])
  })
})

describe('une vue enregistrée', () => {
  const state = {
    search: 'dur',
    filter: [{ kind: 'known', what: 'email', not: true } as const],
    sort: null,
    columns: defaultColumns,
    removed: false,
    view: null,
  }
  test('se retrouve telle quelle, sans la recherche du moment', () => {
    const { search: _, view: __, ...kept } = state
    expect(viewToState(stateToView(state))).toEqual(kept)
  })
  test.each(['', 'rien', '{"filter":[{"kind":"inconnu"}],"sort":null,"columns":["name"],"removed":false}', '[]'])(
    'illisible (%s), elle n’ouvre rien',
    (text) => {
      expect(viewToState(text)).toBeNull()
    },
  )
})

test.each([
  ['camille durand', 'Camille', 'Durand'],
  ['DURAND Camille', 'Camille', 'DURAND'],
  ['jean-pierre le goff', 'Jean-Pierre', 'Le Goff'],
  ['durand', '', 'Durand'],
  ['', '', ''],
])('« %s » cherché devient un nom proposé', (typed, firstName, lastName) => {
  expect(typedNameToNames(typed)).toEqual({ firstName, lastName })
})
