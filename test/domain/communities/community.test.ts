import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charterOf, communityAndInside, communityTree, holdersOf } from '#domain/communities/community-tree'
import { launchOf } from '#domain/communities/launch'
import { meansByYear, sumOf } from '#domain/communities/means'
import { firstStartOf, isMemberOn, joinedOn, membersOn } from '#domain/communities/membership'
import { newsletterList, newsletterObstacles } from '#domain/communities/newsletter'
import type { CommunityEntry, Community } from '#domain/community'
import { dayNumberToDate, type IsoDate } from '#domain/period'
import { communityId, date, makeCommunity, makePerson, personId } from '#support/builders'

const byId = (...communities: readonly Community[]): ReadonlyMap<string, Community> => new Map(communities.map((one) => [one.id, one]))
const compare = (left: string, right: string): number => left.localeCompare(right, 'fr')
const network = makeCommunity({ id: communityId(1), name: 'Réseau', charter: 'On s’écoute.' })
const city = makeCommunity({ id: communityId(2), name: 'Lille', kind: 'local-group', parentId: network.id })
const quarter = makeCommunity({ id: communityId(3), name: 'Fives', kind: 'local-group', parentId: city.id })

describe('les niveaux de communauté', () => {
  test('se lisent du réseau au quartier', () => {
    expect(communityTree(byId(quarter, city, network), compare).map(({ community, depth }) => `${depth} ${community.name}`)).toEqual([
      '0 Réseau',
      '1 Lille',
      '2 Fives',
    ])
    expect([...communityAndInside(byId(quarter, city, network), city.id)]).toEqual([city.id, quarter.id])
    expect(holdersOf(byId(quarter, city, network), quarter.id).map(({ name }) => name)).toEqual(['Lille', 'Réseau'])
  })
  test('un groupe sans charte suit celle du plus proche qui en a une ; la sienne passe avant', () => {
    expect(charterOf(byId(quarter, city, network), quarter.id)).toEqual({ text: 'On s’écoute.', from: network })
    const own = { ...quarter, charter: 'On se retrouve au café.' }
    expect(charterOf(byId(own, city, network), own.id)?.from).toBe(own)
    expect(charterOf(byId(quarter, city, { ...network, deletedAt: '2026-01-01' }), quarter.id)).toBeNull()
  })
  test('chacune est une fois dans la liste, même si deux se contiennent l’une l’autre', () => {
    const parents = fc.array(fc.option(fc.integer({ min: 0, max: 7 })), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(parents, (chosen) => {
        const all = chosen.map((parent, index) =>
          makeCommunity({ id: communityId(index), name: `C${index}`, parentId: parent === null ? null : communityId(parent) }),
        )
        const ids = communityTree(byId(...all), compare).map(({ community }) => community.id)
        expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        for (const { id } of all) expect(holdersOf(byId(...all), id).length).toBeLessThan(8)
      }),
    )
  })
})

describe('les membres à une date', () => {
  const day = '2025-06-15' as IsoDate
  test.each([
    [{ start: null, end: null }, true],
    [{ start: date('2025'), end: null }, true],
    [{ start: date('2025-06-16'), end: null }, false],
    [{ start: null, end: date('2025-06') }, true],
    [{ start: null, end: date('2025-05') }, false],
  ])('%o', (membership, expected) => {
    expect(isMemberOn(membership, day)).toBe(expected)
    expect(membersOn({ [personId(1)]: membership }, day)).toEqual(expected ? [personId(1)] : [])
  })
})

describe('qui part et revient', () => {
  const today = '2026-03-12' as IsoDate
  test('garde ses périodes d’avant : aucune photo ne change', () => {
    const left = { start: date('2020'), end: date('2022') }
    const back = joinedOn(left, today)
    expect(back).toEqual({ start: today, end: null, earlier: [left] })
    expect(['2019-12-31', '2021-06-01', '2024-01-01', '2026-03-12'].map((day) => isMemberOn(back, day as IsoDate))).toEqual([
      false,
      true,
      false,
      true,
    ])
    expect(firstStartOf(back)).toBe('2020')
    expect(joinedOn(back, today)).toBe(back)
  })
  test('rejoindre rend membre ce jour-là, et jamais moins membre les autres jours', () => {
    const days = fc.integer({ min: 10_000, max: 20_000 }).map(dayNumberToDate)
    const period = fc.record({ start: fc.option(days), end: fc.option(days) })
    fc.assert(
      fc.property(period, days, days, (known, day, other) => {
        const joined = joinedOn(known, day)
        expect(isMemberOn(joined, day)).toBe(true)
        if (isMemberOn(known, other)) expect(isMemberOn(joined, other)).toBe(true)
      }),
    )
  })
})

describe('le lancement', () => {
  test('montre ce qui est fait et la première chose à faire', () => {
    const fresh = launchOf({ steps: {} })
    expect(fresh).toMatchObject({ done: 0, next: { id: 'purpose', stage: 'embark' } })
    const step = { stage: 'embark' as const, name: null, doneOn: date('2026-01'), order: 0 }
    const begun = launchOf({
      steps: { purpose: { ...step, id: 'purpose' }, own: { ...step, id: 'own', name: 'Prévenir la mairie', doneOn: null, order: 9 } },
    })
    expect(begun.total).toBe(fresh.total + 1)
    expect(begun).toMatchObject({ done: 1, next: { id: 'target' } })
    expect(begun.stages[0]?.steps.at(-1)?.name).toBe('Prévenir la mairie')
  })
})

describe('le temps et l’argent', () => {
  const entry = (id: number, on: string, hours: number | null, amount: number | null): CommunityEntry => ({
    id: String(id),
    on: date(on),
    kind: 'other',
    what: '',
    hours,
    amount,
  })
  test('se comptent par année de l’association ; une date à cheval n’est dans aucune', () => {
    const years = meansByYear([entry(1, '2025-10-02', 2, 0.1), entry(2, '2026-03', 1.5, 0.2), entry(3, '2025', null, 50)], {
      yearKind: 'school',
      yearStartMonth: 1,
    })
    expect(years.map(({ year, ...rest }) => ({ key: year?.key ?? null, ...rest }))).toEqual([
      { key: 2025, entries: 2, hours: 3.5, amount: 0.3 },
      { key: null, entries: 1, hours: null, amount: 50 },
    ])
  })
  test('les années ensemble font le total', () => {
    const entries = fc.array(fc.record({ year: fc.integer({ min: 2000, max: 2030 }), cents: fc.option(fc.integer({ min: 0, max: 100_000 })) }))
    fc.assert(
      fc.property(entries, (drawn) => {
        const all = drawn.map(({ year, cents }, index) => entry(index, `${year}-05-01`, null, cents === null ? null : cents / 100))
        const years = meansByYear(all, { yearKind: 'civil', yearStartMonth: 1 })
        expect(sumOf(years.map(({ amount }) => amount))).toBe(sumOf(all.map(({ amount }) => amount)))
      }),
    )
  })
})

describe('la lettre d’information', () => {
  const email = [{ address: 'a@exemple.fr', label: 'home' as const }]
  const agreed = { 'email:news': { given: true, on: null, source: '' } }
  test('chacun est soit dans la liste, soit écarté pour une seule raison', () => {
    const people = fc.array(
      fc.record({ deceased: fc.boolean(), doNotContact: fc.boolean(), has: fc.boolean(), given: fc.option(fc.boolean()) }).map((drawn) => drawn),
    )
    fc.assert(
      fc.property(people, fc.boolean(), (drawn, withoutAnswer) => {
        const all = drawn.map(({ deceased, doNotContact, has, given }, index) =>
          makePerson({
            id: personId(index),
            deceased,
            doNotContact,
            emails: has ? email : [],
            consents: given === null ? {} : { 'email:news': { given, on: null, source: '' } },
          }),
        )
        const { reached, leftOut } = newsletterList(all, withoutAnswer)
        const told = [...reached, ...newsletterObstacles.flatMap((obstacle) => leftOut[obstacle])]
        expect(told.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        for (const person of all.filter(({ id }) => reached.includes(id))) {
          expect(person.deceased || person.doNotContact || person.emails.length === 0 || person.consents['email:news']?.given === false).toBe(false)
        }
      }),
    )
  })
  test('un refus d’un autre usage de l’e-mail vaut aussi pour elle ; sans réponse, c’est à l’association de choisir', () => {
    const refused = makePerson({ id: personId(1), emails: email, consents: { ...agreed, 'email:photos': { given: false, on: null, source: '' } } })
    const silent = makePerson({ id: personId(2), emails: email })
    expect(newsletterList([refused, silent], false)).toMatchObject({
      reached: [],
      leftOut: { refused: [personId(1)], 'never-asked': [personId(2)] },
    })
    expect(newsletterList([refused, silent], true).reached).toEqual([personId(2)])
  })
})
