import { describe, expect, test } from 'vitest'
import { activeAt, activeMonths, activeNowAndAYearAgo } from '#domain/indicators/active-people'
import { day, namesBehind, worldFacts, type SmallWorld } from '#support/small-world'

const world: SmallWorld = {
  people: {
    Inès: {},
    Paul: {},
    Zoé: { deletedAt: '2026-01-01T00:00:00Z' },
    Luc: { deceased: true },
    Salomé: { roles: ['employee 2024-06-01..'] },
    Yann: {},
  },
  events: [
    { date: '2024-01-10', came: ['Inès', 'Zoé', 'Luc'] },
    { date: '2024-03-05', came: ['Inès', 'Paul', 'Salomé'], others: { Yann: 'absent' } },
    { date: '2024-03-20', came: ['Inès'], others: { Yann: 'registered' } },
    { date: '2024-08-01', came: ['Salomé'], others: { Paul: 'excused' } },
    { date: '2024-09-30', others: { Inès: 'online', Yann: 'walk-in' } },
    { date: '2024-11-01', came: ['Paul'], removed: true },
  ],
  hours: [{ who: 'Paul', date: '2024-05-02', hours: 3 }],
}
const months = { start: day('2024-01-01'), end: day('2024-12-31') }

describe('personnes actives par mois', () => {
  test('compte une personne une seule fois par mois, présente en salle, en ligne ou venue sans inscription', () => {
    const facts = worldFacts(world, '2025-02-15', { activeMonths: 1 })
    const byMonth = Object.fromEntries(activeMonths(facts, months).months.map((month) => [month.month, namesBehind(facts, month).join(' ')]))
    expect(byMonth).toEqual({
      '2024-01': 'Inès Luc',
      '2024-02': '',
      '2024-03': 'Inès Paul Salomé',
      '2024-04': '',
      '2024-05': 'Paul',
      '2024-06': '',
      '2024-07': '',
      '2024-08': '',
      '2024-09': 'Inès Yann',
      '2024-10': '',
      '2024-11': '',
      '2024-12': '',
    })
  })

  test('la fenêtre glisse : actif en mars, on l’est jusqu’en mai quand elle est de trois mois', () => {
    const facts = worldFacts(world, '2025-02-15', { activeMonths: 3 })
    const paul = activeMonths(facts, months)
      .months.filter((month) => namesBehind(facts, month).includes('Paul'))
      .map(({ month }) => month)
    expect(paul).toEqual(['2024-03', '2024-04', '2024-05', '2024-06', '2024-07'])
  })

  test('la règle choisie décide : sans les heures, Paul n’est pas actif en mai', () => {
    const facts = worldFacts(world, '2025-02-15', { activeMonths: 1, activeRule: { attendance: true, hours: false, role: false } })
    expect(activeMonths(facts, { start: day('2024-05-01'), end: day('2024-05-31') }).months[0]?.count).toBe(0)
    const hoursOnly = worldFacts(world, '2025-02-15', { activeMonths: 1, activeRule: { attendance: false, hours: true, role: false } })
    expect(activeMonths(hoursOnly, months).months.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
  })

  test('le temps de travail d’une salariée ne compte pas, ce qu’elle a fait bénévole avant, oui', () => {
    const facts = worldFacts(world, '2025-02-15', { activeMonths: 1 })
    const salome = activeMonths(facts, months)
      .months.filter((month) => namesBehind(facts, month).includes('Salomé'))
      .map(({ month }) => month)
    expect(salome).toEqual(['2024-03'])
  })

  test('le mois en cours est pris au jour dit, et rien après lui', () => {
    const facts = worldFacts(world, '2024-03-10')
    const found = activeMonths(facts, months).months
    expect(found.map(({ month }) => month)).toEqual(['2024-01', '2024-02', '2024-03'])
    expect(found.at(-1)?.ref).toEqual({ kind: 'active-at', on: '2024-03-10' })
    expect(namesBehind(facts, found.at(-1) ?? activeAt(facts, day('2024-03-10')))).toEqual(['Inès', 'Paul', 'Salomé'])
  })

  test('une date d’année seule compte dans l’année et dans aucun mois', () => {
    const vague: SmallWorld = { people: { Inès: {} }, events: [{ date: '2024', came: ['Inès'] }] }
    const monthly = worldFacts(vague, '2025-06-01', { activeMonths: 1 })
    expect(activeMonths(monthly, months).months.every(({ count }) => count === 0)).toBe(true)
    const yearly = worldFacts(vague, '2025-06-01', { activeMonths: 12 })
    expect(activeMonths(yearly, { start: day('2024-11-01'), end: day('2025-01-31') }).months.map(({ count }) => count)).toEqual([0, 1, 0])
  })

  test('un rôle suffit si la règle le dit, du début à la fin de la période', () => {
    const roles: SmallWorld = {
      people: {
        Inès: { roles: ['member 2024-02-10..2024-04-03'] },
        Paul: { roles: ['member 2024..2024'] },
        Luc: { roles: ['member ..2024-03-01'] },
        Eve: { roles: ['member ..'] },
      },
    }
    const facts = worldFacts(roles, '2024-12-10', { activeMonths: 1, activeRule: { attendance: false, hours: false, role: true } })
    const byMonth = activeMonths(facts, months).months.map((month) => namesBehind(facts, month).join(' '))
    expect(byMonth).toEqual(['', 'Inès', 'Inès Luc', 'Inès', '', '', '', '', '', '', '', 'Eve'])
  })
})

test('actifs maintenant et il y a un an, les défunts hors du présent seulement', () => {
  const facts = worldFacts(world, '2025-01-09')
  const { now, yearAgo } = activeNowAndAYearAgo(facts)
  expect(namesBehind(facts, now)).toEqual(['Inès', 'Paul', 'Salomé', 'Yann'])
  expect(namesBehind(facts, yearAgo)).toEqual([])
  const later = worldFacts(world, '2025-01-10')
  expect(namesBehind(later, activeNowAndAYearAgo(later).yearAgo)).toEqual(['Inès', 'Luc'])
})
