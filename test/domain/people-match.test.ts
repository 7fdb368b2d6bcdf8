import { describe, expect, test } from 'vitest'
import type { CustomFieldId, PersonId, RoleKindId, TagId, TerritoryId } from '#domain/id'
import type { IsoDate, PartialDate } from '#domain/period'
import { filterToPredicate, isContactable, noMesh, type FilterFacts } from '#domain/people-match'
import type { PeopleCondition, RoleMoment } from '#domain/people-filter'
import type { Consent, Person } from '#domain/person'
import { date, makeAddress, makePerson, makeRole, roleId, rolesById } from '#support/builders'

const day = (text: string): IsoDate => text as IsoDate
const facts: FilterFacts = {
  today: day('2026-03-12'),
  lastTookPart: () => null,
  timesCame: () => 0,
  hasOpenTask: () => false,
  peopleOfImport: () => new Set(),
  mesh: noMesh,
  membersOf: () => new Set(),
  territoryOf: ({ territoryId }) => territoryId,
  territoryAndInside: (id) => new Set([id]),
}
const keeps = (condition: PeopleCondition, person: Person, more: Partial<FilterFacts> = {}): boolean =>
  filterToPredicate([condition], { ...facts, ...more })(person)
const volunteer = 'volunteer' as RoleKindId
const period = (start: string | null, end: string | null, number = 1) =>
  makeRole({ id: roleId(number), start: start === null ? null : date(start), end: end === null ? null : date(end) })
const role = (moment: RoleMoment, not = false): PeopleCondition => ({ kind: 'role', roles: [volunteer], moment, not })

describe('les rôles dans le temps', () => {
  const came = makePerson({ roles: rolesById(period('2021', '2023-06')) })
  const back = makePerson({ roles: rolesById(period('2021', '2023-06', 1), period('2025-09-01', null, 2)) })

  test('une bénévole dont la période est finie n’est plus bénévole aujourd’hui, mais l’était à une date', () => {
    expect(keeps(role({ kind: 'today' }), came)).toBe(false)
    expect(keeps(role({ kind: 'on', date: day('2022-05-01') }), came)).toBe(true)
    expect(keeps(role({ kind: 'on', date: day('2023-06-30') }), came)).toBe(true)
    expect(keeps(role({ kind: 'on', date: day('2023-07-01') }), came)).toBe(false)
  })
  test('qui est revenue n’est pas une ancienne', () => {
    expect(keeps(role({ kind: 'formerly' }), came)).toBe(true)
    expect(keeps(role({ kind: 'formerly' }), back)).toBe(false)
    expect(keeps(role({ kind: 'today' }), back)).toBe(true)
  })
  test('un début inconnu n’empêche pas d’être en cours', () => {
    expect(keeps(role({ kind: 'today' }), makePerson({ roles: rolesById(period(null, null)) }))).toBe(true)
  })
  test('« depuis » regarde le début et la fin de la période', () => {
    expect(keeps(role({ kind: 'started-since', date: day('2025-09-01') }), back)).toBe(true)
    expect(keeps(role({ kind: 'started-since', date: day('2025-09-02') }), back)).toBe(false)
    expect(keeps(role({ kind: 'ended-since', date: day('2023-06-01') }), came)).toBe(true)
  })
  test('« ne sont pas » est l’exact contraire', () => {
    for (const person of [came, back, makePerson()])
      expect(keeps(role({ kind: 'today' }, true), person)).toBe(!keeps(role({ kind: 'today' }), person))
  })
  test('sans rôle nommé, n’importe quel rôle compte', () => {
    const anyRole: PeopleCondition = { kind: 'role', roles: [], moment: { kind: 'today' }, not: false }
    expect(keeps(anyRole, back)).toBe(true)
    expect(keeps(anyRole, makePerson())).toBe(false)
  })
})

describe('qui l’on peut joindre', () => {
  const refusal: Consent = { given: false, on: null, source: 'HelloAsso' }
  const reachable = makePerson({ emails: [{ address: 'camille@exemple.fr', label: 'home' }], phones: [{ number: '+33612345678', label: 'mobile' }] })

  test('un refus sur un canal n’en ferme pas un autre', () => {
    const person = makePerson({ ...reachable, consents: { 'email:news': refusal } })
    expect(isContactable(person, 'email')).toBe(false)
    expect(isContactable(person, 'phone')).toBe(true)
  })
  test('ni les défunts ni ceux qui ont demandé à ne pas l’être', () => {
    expect(isContactable(reachable, 'email')).toBe(true)
    expect(isContactable({ ...reachable, deceased: true }, 'email')).toBe(false)
    expect(isContactable({ ...reachable, doNotContact: true }, 'phone')).toBe(false)
  })
  test('sans adresse complète, pas de courrier', () => {
    expect(isContactable(makePerson({ addresses: [makeAddress({ city: 'Lyon' })] }), 'post')).toBe(false)
    expect(isContactable(makePerson({ addresses: [makeAddress({ city: 'Lyon', street: '3 rue des Lilas' })] }), 'post')).toBe(true)
  })
})

describe('les autres morceaux de la phrase', () => {
  test('la participation se compte depuis une date ou en mois', () => {
    const cameInAugust = { lastTookPart: () => '2025-08' as PartialDate }
    expect(keeps({ kind: 'took-part', since: { kind: 'months', months: 12 }, not: false }, makePerson(), cameInAugust)).toBe(true)
    expect(keeps({ kind: 'took-part', since: { kind: 'date', date: day('2025-09-01') }, not: false }, makePerson(), cameInAugust)).toBe(false)
    expect(keeps({ kind: 'took-part', since: { kind: 'months', months: 3 }, not: true }, makePerson())).toBe(true)
  })
  test('la commune se cherche sans accent ni tiret, ou par son code postal', () => {
    const person = makePerson({ addresses: [makeAddress({ city: 'Saint-Étienne', postalCode: '42000' })] })
    expect(keeps({ kind: 'commune', text: 'saint etienne', not: false }, person)).toBe(true)
    expect(keeps({ kind: 'commune', text: '42', not: false }, person)).toBe(true)
    expect(keeps({ kind: 'commune', text: '69', not: false }, person)).toBe(false)
  })
  test('un territoire contient ceux qui sont dedans', () => {
    const person = makePerson({ territoryId: 'quartier' as TerritoryId })
    const inside = { territoryAndInside: () => new Set(['ville', 'quartier'] as TerritoryId[]) }
    expect(keeps({ kind: 'territory', territories: ['ville' as TerritoryId], not: false }, person, inside)).toBe(true)
    expect(keeps({ kind: 'territory', territories: ['ville' as TerritoryId], not: false }, person)).toBe(false)
  })
  test('un âge incertain reste dans la tranche qu’il peut atteindre ; un âge inconnu dans aucune', () => {
    const born2008 = makePerson({ birthDate: '2008' as PartialDate })
    expect(keeps({ kind: 'age', from: null, to: 17 }, born2008)).toBe(true)
    expect(keeps({ kind: 'age', from: 18, to: 25 }, born2008)).toBe(true)
    expect(keeps({ kind: 'age', from: 19, to: 25 }, born2008)).toBe(false)
    expect(keeps({ kind: 'age', from: null, to: null }, makePerson())).toBe(false)
  })
  test('une étiquette parmi plusieurs suffit', () => {
    const person = makePerson({ tags: { music: true } as Person['tags'] })
    expect(keeps({ kind: 'tag', tags: ['sport', 'music'] as TagId[], not: false }, person)).toBe(true)
    expect(keeps({ kind: 'tag', tags: ['sport'] as TagId[], not: true }, person)).toBe(true)
  })
  test('un champ de l’association se compare selon sa nature', () => {
    const field = 'taille' as CustomFieldId
    const person = (value: string | number | boolean | null): Person => makePerson({ custom: { [field]: value } })
    expect(keeps({ kind: 'custom', field, test: { kind: 'number-between', from: 10, to: 20 } }, person(20))).toBe(true)
    expect(keeps({ kind: 'custom', field, test: { kind: 'contains', text: 'EPEE' } }, person('épée'))).toBe(true)
    expect(keeps({ kind: 'custom', field, test: { kind: 'is', value: false } }, person(false))).toBe(true)
    expect(keeps({ kind: 'custom', field, test: { kind: 'unknown' } }, person(''))).toBe(true)
    expect(keeps({ kind: 'custom', field, test: { kind: 'date-between', from: day('2026-02-01'), to: null } }, person('2026'))).toBe(true)
  })
  test('toutes les conditions doivent tenir', () => {
    const filter: readonly PeopleCondition[] = [role({ kind: 'today' }), { kind: 'known', what: 'email', not: true }]
    const test = filterToPredicate(filter, facts)
    const held = rolesById(period('2024', null))
    expect(test(makePerson({ roles: held }))).toBe(true)
    expect(test(makePerson({ roles: held, emails: [{ address: 'a@b.fr', label: 'home' }] }))).toBe(false)
    expect(test(makePerson())).toBe(false)
  })
  test('la liste d’un chiffre est exactement la sienne', () => {
    const person = makePerson()
    expect(keeps({ kind: 'people', ids: [person.id], title: '' }, person)).toBe(true)
    expect(keeps({ kind: 'people', ids: ['autre' as PersonId], title: '' }, person)).toBe(false)
  })
})

test('les filtres de liens : lié à quelqu’un, isolé, au moins tant de liens', () => {
  const [aicha, bruno] = [makePerson({ id: 'a' as PersonId }), makePerson({ id: 'b' as PersonId })]
  const mesh = {
    tiedTo: () => new Set([bruno.id]),
    isIsolated: (id: PersonId) => id === aicha.id,
    tieCount: (id: PersonId) => (id === bruno.id ? 3 : 0),
  }
  const kept = (condition: PeopleCondition) => [aicha, bruno].filter((person) => keeps(condition, person, { mesh })).map(({ id }) => id)
  expect(kept({ kind: 'tied-to', personId: 'c' as PersonId, name: 'Chloé', not: false })).toEqual(['b'])
  expect(kept({ kind: 'tied-to', personId: 'c' as PersonId, name: 'Chloé', not: true })).toEqual(['a'])
  expect(kept({ kind: 'tied-to', personId: null, name: '', not: false })).toEqual(['a', 'b'])
  expect(kept({ kind: 'isolated', not: false })).toEqual(['a'])
  expect(kept({ kind: 'ties-at-least', count: 3 })).toEqual(['b'])
  expect(kept({ kind: 'ties-at-least', count: 4 })).toEqual([])
})

describe('ce que les personnes ont fait, dit et savent faire', () => {
  const attended = (times: number, not = false): PeopleCondition => ({ kind: 'attended', kinds: [], from: null, to: null, times, not })
  const came = (times: number): Partial<FilterFacts> => ({ timesCame: () => times })
  const last = (text: string | null): Partial<FilterFacts> => ({ lastTookPart: () => (text === null ? null : date(text)) })
  const consents = (given: Readonly<Record<string, boolean>>): Person =>
    makePerson({ consents: Object.fromEntries(Object.entries(given).map(([key, yes]) => [key, { given: yes, on: null, source: '' }])) })

  test('« venues deux fois ou plus » et son contraire se partagent tout le monde', () => {
    for (const times of [0, 1, 2, 3]) {
      expect(keeps(attended(2), makePerson(), came(times))).toBe(times >= 2)
      expect(keeps(attended(2, true), makePerson(), came(times))).toBe(times < 2)
    }
  })
  test('le silence ne se dit que de qui est venu un jour', () => {
    expect(keeps({ kind: 'silent', months: 12 }, makePerson(), last(null))).toBe(false)
    expect(keeps({ kind: 'silent', months: 12 }, makePerson(), last('2025-03-11'))).toBe(true)
    expect(keeps({ kind: 'silent', months: 12 }, makePerson(), last('2025-03-12'))).toBe(false)
  })
  test('une compétence ou un secteur se cherchent sans accents', () => {
    const person = makePerson({ skills: ['Électricité'], sector: 'Bâtiment' })
    expect(keeps({ kind: 'skill', text: 'electri', not: false }, person)).toBe(true)
    expect(keeps({ kind: 'skill', text: 'batiment', not: false }, person)).toBe(true)
    expect(keeps({ kind: 'skill', text: 'droit', not: true }, person)).toBe(true)
    expect(keeps({ kind: 'skill', text: 'droit', not: false }, makePerson())).toBe(false)
  })
  test('chacun a donné, refusé, ou n’a jamais été interrogé : un seul des trois, et un refus l’emporte', () => {
    const answers = ['given', 'refused', 'never-asked'] as const
    for (const person of [
      consents({}),
      consents({ 'email:news': true }),
      consents({ 'email:news': true, 'email:call': false }),
      consents({ 'post:news': false }),
    ])
      expect(answers.filter((answer) => keeps({ kind: 'consent', channel: 'email', use: '', answer }, person))).toHaveLength(1)
    expect(keeps({ kind: 'consent', channel: 'email', use: '', answer: 'refused' }, consents({ 'email:news': true, 'email:call': false }))).toBe(true)
    expect(keeps({ kind: 'consent', channel: 'email', use: 'news', answer: 'given' }, consents({ 'email:news': true, 'email:call': false }))).toBe(
      true,
    )
  })
  test('des coordonnées jamais vérifiées, ou il y a plus de deux ans, sont à confirmer ; pas celles d’une personne décédée', () => {
    const toConfirm: PeopleCondition = { kind: 'to-confirm', months: 24, not: false }
    expect(keeps(toConfirm, makePerson())).toBe(true)
    expect(keeps(toConfirm, makePerson({ confirmedOn: date('2024-03-11') }))).toBe(true)
    expect(keeps(toConfirm, makePerson({ confirmedOn: date('2024-03-12') }))).toBe(false)
    expect(keeps(toConfirm, makePerson({ deceased: true }))).toBe(false)
  })
  test('une promesse est une chose à faire, pas l’inverse', () => {
    const onlyTask: Partial<FilterFacts> = { hasOpenTask: (_, promises) => !promises }
    expect(keeps({ kind: 'open-task', promises: false, not: false }, makePerson(), onlyTask)).toBe(true)
    expect(keeps({ kind: 'open-task', promises: true, not: false }, makePerson(), onlyTask)).toBe(false)
  })
  test('perdue de vue se coche et se décoche', () => {
    expect(keeps({ kind: 'lost-contact', not: false }, makePerson({ lostContact: true }))).toBe(true)
    expect(keeps({ kind: 'lost-contact', not: false }, makePerson())).toBe(false)
    expect(keeps({ kind: 'lost-contact', not: true }, makePerson())).toBe(true)
  })
})
