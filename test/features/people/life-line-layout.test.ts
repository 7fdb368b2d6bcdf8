import i18next from 'i18next'
import { expect, test } from 'vitest'
import type { IsoDate } from '#domain/period'
import type { RoleKindId } from '#domain/id'
import { date, eventId, makeRole, roleId } from '#support/builders'
import { formatterFor } from '#i18n/format'
import { periodWords } from '../../../src/renderer/features/people/life-line.tsx'
import { person } from '../../../src/renderer/i18n/fr/person.ts'
import { layOutLifeLine } from '../../../src/renderer/features/people/life-line-layout.ts'

const today = '2026-07-02' as IsoDate

test('une ligne par rôle, dans l’ordre où ils ont commencé, avec le retour sur la même ligne', () => {
  const mentor = makeRole({ id: roleId(1), kind: 'mentor' as RoleKindId, start: date('2024'), end: null })
  const volunteer = makeRole({ id: roleId(2), start: date('2020-01'), end: date('2021-06-30') })
  const again = makeRole({ id: roleId(3), start: date('2025-03-01'), end: null })
  const layout = layOutLifeLine([mentor, again, volunteer], [], null, today)
  expect(layout?.lanes.map(({ kind, bars }) => [kind, bars.length])).toEqual([
    ['volunteer', 2],
    ['mentor', 1],
  ])
  expect(layout?.ticks.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026])
  const [first, second] = layout?.lanes[0]?.bars ?? []
  expect(first?.from).toBe(0)
  expect(second?.to).toBe(layout?.today)
  expect(second?.isOpen).toBe(true)
})
test('un début inconnu entre en fondu, jamais comme une date inventée', () => {
  const layout = layOutLifeLine([makeRole({ start: null, end: date('2024') })], [], null, today)
  expect(layout?.lanes[0]?.bars[0]).toMatchObject({ fadesIn: true, start: null, from: 0 })
})
test('un événement daté du mois se pose au milieu du mois, un événement sans date ne se pose pas', () => {
  const layout = layOutLifeLine(
    [],
    [
      { eventId: eventId(1), name: 'Dîner', date: date('2026-07') },
      { eventId: eventId(2), name: 'Atelier', date: null },
    ],
    null,
    '2026-07-16' as IsoDate,
  )
  expect(layout?.dots).toHaveLength(1)
  expect(layout?.dots[0]?.at).toBe(layout?.today)
})
test('quarante ans tiennent en une dizaine d’années nommées', () => {
  const layout = layOutLifeLine([makeRole({ start: date('1984') })], [], null, today)
  expect(layout?.ticks.map(({ year }) => year)).toEqual([1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025])
})
test('sans rôle ni événement daté, il n’y a rien à dessiner', () => {
  expect(layOutLifeLine([], [{ eventId: eventId(2), name: 'Atelier', date: null }], date('2020'), today)).toBeNull()
})

test.each([
  ['2021', null, 'depuis 2021'],
  ['2025-09-01', null, 'depuis le 1er septembre 2025'],
  ['2019-03-01', '2021', 'du 1er mars 2019 à 2021'],
  ['2019-03', '2021-06-30', 'de mars 2019 au 30 juin 2021'],
  [null, '2021-06', 'jusqu’à juin 2021, début inconnu'],
  [null, null, 'début inconnu'],
])('une période de %s à %s se dit « %s »', async (start, end, expected) => {
  const instance = i18next.createInstance()
  await instance.init({ lng: 'fr', resources: { fr: { person } }, interpolation: { escapeValue: false } })
  const period = periodWords(
    start === null ? null : date(start),
    end === null ? null : date(end),
    instance.getFixedT('fr', 'person'),
    formatterFor('fr'),
  )
  expect(period).toBe(expected)
})
