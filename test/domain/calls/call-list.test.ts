import { describe, expect, test } from 'vitest'
import { areDetailsFresh, isReachable } from '#domain/calls/call-list'
import type { CampaignId, PersonId } from '#domain/id'
import { date, makeAddress, makePerson } from '#support/builders'
import { day } from '#support/small-world'
import { ambassador, candidatesOf, contact, linesOf, task, tie } from './call-world.ts'

// Today is 12 March 2026.
const came = (who: string, ...days: readonly string[]) => days.map((on) => ({ date: on, came: [who] }))

describe('une promesse', () => {
  test('se rappelle sept jours avant son terme, et tant qu’elle est en retard', () => {
    const world = { people: { Ana: {}, Bao: {}, Cléo: {}, Dan: {} } }
    const promise = { isPromise: true }
    const tasks = [task('Ana', '2026-03-19', promise), task('Bao', '2026-03-20', promise), task('Cléo', '2026-02-01', promise)]
    expect(linesOf({ ...world, tasks: [...tasks, task('Dan', null, promise)] })).toEqual(['Cléo : promise', 'Ana : promise'])
  })

  test('survit à la lassitude et à « pas maintenant », mais pas à l’échange du jour même', () => {
    const tasks = [task('Ana', '2026-03-12', { isPromise: true })]
    const world = { people: { Ana: {} }, tasks }
    expect(linesOf({ ...world, contacts: [contact('Ana', '2026-03-01', { outcome: 'not-now' })] })).toEqual(['Ana : promise'])
    expect(linesOf({ ...world, contacts: [contact('Ana', '2026-03-12')] })).toEqual([])
  })

  test('tenue, retirée ou simple tâche à venir, elle ne demande plus rien', () => {
    const world = { people: { Ana: {} } }
    expect(linesOf({ ...world, tasks: [task('Ana', '2026-03-12', { isPromise: true, doneOn: day('2026-03-10') })] })).toEqual([])
    expect(linesOf({ ...world, tasks: [task('Ana', '2026-03-12', { isPromise: true, deletedAt: '2026-03-11T00:00:00.000Z' })] })).toEqual([])
    expect(linesOf({ ...world, tasks: [task('Ana', '2026-03-13')] })).toEqual([])
    expect(linesOf({ ...world, tasks: [task('Ana', '2026-03-12')] })).toEqual(['Ana : due'])
  })
})

describe('« va rappeler »', () => {
  test('passé sept jours sans nouvelles, c’est à nous de rappeler', () => {
    const people = { Ana: {}, Bao: {} }
    const contacts = [contact('Ana', '2026-03-04', { outcome: 'call-back' }), contact('Bao', '2026-03-05', { outcome: 'call-back' })]
    expect(linesOf({ people, contacts })).toEqual(['Ana : call-back'])
  })

  test('attend le jour convenu, et ne compte plus après un autre échange', () => {
    const asked = contact('Ana', '2026-02-20', { outcome: 'call-back' })
    expect(linesOf({ people: { Ana: {} }, contacts: [asked], tasks: [task('Ana', '2026-04-01', { contactId: asked.id })] })).toEqual([])
    expect(linesOf({ people: { Ana: {} }, contacts: [asked, contact('Ana', '2026-02-25')] })).toEqual([])
    // Asked for after « pas maintenant », it stands.
    expect(linesOf({ people: { Ana: {} }, contacts: [contact('Ana', '2026-01-20', { outcome: 'not-now' }), asked] })).toEqual(['Ana : call-back'])
  })
})

describe('le silence', () => {
  test('se mesure au rythme de chacun : deux fois l’écart médian, et jamais moins de soixante jours', () => {
    // Ana: gaps of 30 and 60 days, median 45, silent for 91 days > 90. Bao: the same until 90 days ago: not yet.
    const events = [...came('Ana', '2025-09-12', '2025-10-12', '2025-12-11'), ...came('Bao', '2025-09-13', '2025-10-13', '2025-12-12')]
    const [first, ...others] = candidatesOf({ people: { Ana: {}, Bao: {} }, events })
    expect(first?.reasons).toEqual([{ kind: 'silence', lastSeen: '2025-12-11', silence: 91, rhythm: 45, aboutId: 'Ana' }])
    expect(others).toEqual([])
  })

  test('demande trois jours de participation en trois ans, et finit au bout de deux ans', () => {
    const two = came('Ana', '2025-06-01', '2025-07-01')
    const old = came('Bao', '2023-01-01', '2023-02-01', '2025-08-01')
    const gone = came('Cléo', '2024-01-01', '2024-02-01', '2024-03-10')
    expect(linesOf({ people: { Ana: {}, Bao: {}, Cléo: {} }, events: [...two, ...old, ...gone] })).toEqual([])
  })
})

describe('les attentions', () => {
  test('un ambassadeur actif dont personne n’a pris soin depuis quatre-vingt-dix jours, ou jamais', () => {
    const people = { Ana: {}, Bao: {}, Cléo: { roles: ['ambassador 2025-02-01..'] }, Dan: {}, Eve: {} }
    const thanks = { kind: 'thanks', outcome: null } as const
    const contacts = [contact('Ana', '2025-12-11', thanks), contact('Bao', '2025-12-12', thanks)]
    const ambassadorships = [ambassador('Ana'), ambassador('Bao'), ambassador('Dan', 'identified'), ambassador('Eve', 'handing-over')]
    expect(linesOf({ people, contacts, ambassadorships })).toEqual(['Cléo : ambassador', 'Eve : ambassador', 'Ana : ambassador'])
  })

  test('une visite lui est une attention, un simple appel non', () => {
    const contacts = [contact('Ana', '2026-01-20', { kind: 'call' })]
    expect(linesOf({ people: { Ana: {} }, ambassadorships: [ambassador('Ana')], contacts })).toEqual(['Ana : ambassador'])
    expect(
      linesOf({ people: { Ana: {} }, ambassadorships: [ambassador('Ana')], contacts: [contact('Ana', '2026-01-20', { kind: 'visit' })] }),
    ).toEqual([])
  })

  test('un nouveau venu une seule fois, il y a deux semaines à trois mois', () => {
    const events = [
      ...came('Ana', '2026-02-26'),
      ...came('Bao', '2026-02-27'),
      ...came('Cléo', '2025-12-12'),
      ...came('Dan', '2025-12-11'),
      ...came('Eve', '2026-01-10', '2026-02-10'),
    ]
    expect(linesOf({ people: { Ana: {}, Bao: {}, Cléo: {}, Dan: {}, Eve: {} }, events })).toEqual(['Cléo : newcomer', 'Ana : newcomer'])
  })

  test('un mentor de nouveau libre, quand son dernier binôme vient de finir', () => {
    const people = {
      Ana: { roles: ['mentor 2024-01-15..'] },
      Bao: { roles: ['mentor 2024-01-15..'] },
      Cléo: { roles: ['mentor 2024-01-15..'] },
      M1: {},
      M2: {},
    }
    const ties = [
      tie('mentoring', 'Ana', 'M1', '2026-01-31'),
      tie('mentoring', 'Bao', 'M1', '2026-01-31'),
      tie('mentoring', 'Bao', 'M2'),
      tie('mentoring', 'Cléo', 'M1', '2025-11-30'),
    ]
    // M1, whose pairs are all over, may be asked to help in turn.
    expect(linesOf({ people, ties })).toEqual(['Ana : mentor-free', 'M1 : former-mentee'])
  })

  test('un ancien mentoré à qui l’on n’a jamais rien demandé', () => {
    const people = {
      Ana: { roles: ['mentee 2023-09-01..2024-06-30'] },
      Bao: { roles: ['mentee 2023-09-01..2024-06-30', 'mentor 2025-01-15..'] },
      Cléo: { roles: ['mentee 2023-09-01..2024-06-30'] },
      Dan: { roles: ['mentee 2023-09-01..2024-06-30'] },
      Eve: { roles: ['mentee 2025-10-01..'] },
    }
    const asked = { channel: 'email', on: day('2024-09-01'), answer: 'no-answer', answeredOn: null } as const
    const campaign = { id: 'c' as CampaignId, name: '', ask: '', start: null, end: null, segment: null, aimedRole: null, note: '', deletedAt: null }
    const campaigns = [{ ...campaign, asked: { ['Dan' as PersonId]: asked } }]
    expect(linesOf({ people, campaigns, contacts: [contact('Cléo', '2024-10-01')] })).toEqual(['Ana : former-mentee'])
  })

  test('un anniversaire rond dans l’association, à une semaine près, pour qui est encore là', () => {
    const people = {
      Ana: { joined: '2021-03-19', roles: ['volunteer 2021-03-19..'] },
      Bao: { joined: '2021-03-20', roles: ['volunteer 2021-03-20..'] },
      Cléo: { joined: '2024-03-12', roles: ['volunteer 2024-03-12..'] },
      Dan: { joined: '2016-03-05' },
      Eve: { roles: ['member 2025-03-10..'] },
      Fil: { joined: '2021', roles: ['volunteer 2021-03-12..'] },
    }
    expect(linesOf({ people })).toEqual(['Eve : anniversary', 'Ana : anniversary'])
    expect(candidatesOf({ people }).map(({ reasons: [first] }) => first.kind === 'anniversary' && first.years)).toEqual([1, 5])
  })

  test('autour du nouvel an et d’un 29 février, l’anniversaire est trouvé', () => {
    const people = {
      Ana: { joined: '2021-01-02', roles: ['volunteer 2021-01-02..'] },
      Bao: { joined: '2020-02-29', roles: ['volunteer 2020-02-29..'] },
    }
    expect(linesOf({ people }, '2025-12-29')).toEqual(['Ana : anniversary'])
    expect(linesOf({ people }, '2025-02-27')).toEqual(['Bao : anniversary'])
  })
})

describe('personne n’est proposé à tort', () => {
  const tasks = ['Ana', 'Bao', 'Cléo', 'Dan', 'Eve'].map((who) => task(who, '2026-03-10', { isPromise: true }))

  test('ni décédé, ni à ne pas contacter, ni supprimé, ni salarié, ni qui a demandé qu’on arrête', () => {
    const people = {
      Ana: { deceased: true },
      Bao: { doNotContact: true },
      Cléo: { deletedAt: '2026-01-01T00:00:00.000Z' },
      Dan: { roles: ['employee 2020-01-01..'] },
      Eve: {},
    }
    expect(linesOf({ people, tasks, contacts: [contact('Eve', '2020-01-01', { outcome: 'stop' })] })).toEqual([])
  })

  test('trente jours de repos après un échange, et quatre demandes par an au plus', () => {
    const due = (who: string) => [task(who, '2026-03-10')]
    const people = { Ana: {} }
    expect(linesOf({ people, tasks: due('Ana'), contacts: [contact('Ana', '2026-02-10')] })).toEqual([])
    expect(linesOf({ people, tasks: due('Ana'), contacts: [contact('Ana', '2026-02-09')] })).toEqual(['Ana : due'])
    const four = ['2025-03-20', '2025-06-01', '2025-09-01', '2025-12-01'].map((on) => contact('Ana', on))
    expect(linesOf({ people, tasks: due('Ana'), contacts: four })).toEqual([])
    expect(linesOf({ people, tasks: due('Ana'), contacts: four.slice(1) })).toEqual(['Ana : due'])
    // Thanks tire nobody.
    expect(linesOf({ people, tasks: due('Ana'), contacts: [contact('Ana', '2026-03-01', { kind: 'thanks' })] })).toEqual(['Ana : due'])
  })

  test('quatre-vingt-dix jours de repos après « pas maintenant »', () => {
    const people = { Ana: {} }
    const world = { people, tasks: [task('Ana', '2026-03-10')] }
    expect(linesOf({ ...world, contacts: [contact('Ana', '2025-12-12', { outcome: 'not-now' })] })).toEqual([])
    expect(linesOf({ ...world, contacts: [contact('Ana', '2025-12-11', { outcome: 'not-now' })] })).toEqual(['Ana : due'])
  })

  test('pour un mineur, on appelle l’adulte responsable, jamais le mineur', () => {
    const people = { Tom: { birth: '2012-05-01' }, Lou: { birth: '2012-05-01' }, Ana: { birth: '1980-01-01' } }
    const world = { people, tasks: [task('Tom', '2026-03-10'), task('Lou', '2026-03-10')], ties: [tie('guardian', 'Ana', 'Tom')] }
    const lines = candidatesOf(world)
    expect(lines.map(({ personId, reasons }) => [personId, ...reasons.map(({ aboutId }) => aboutId)])).toEqual([['Ana', 'Tom']])
    expect(candidatesOf({ ...world, unreachable: ['Ana'] })).toEqual([])
    expect(candidatesOf({ ...world, contacts: [contact('Ana', '2026-03-01')] })).toEqual([])
  })

  test('sans téléphone, ni e-mail, ni adresse où passer, ou perdu de vue, on ne peut pas joindre', () => {
    expect(isReachable(makePerson())).toBe(false)
    expect(isReachable(makePerson({ addresses: [makeAddress({ city: 'Rennes' })] }))).toBe(true)
    const phones = [{ number: '+33612345678', label: 'mobile' }] as const
    expect(isReachable(makePerson({ phones }))).toBe(true)
    expect(isReachable(makePerson({ phones, lostContact: true }))).toBe(false)
    const refused = { given: false, on: null, source: '' }
    expect(isReachable(makePerson({ phones, consents: { 'phone:call': refused, 'sms:news': refused } }))).toBe(false)
  })
})

describe('la liste', () => {
  test('promesses, rappels et tâches d’abord, puis une personne de chaque raison à tour de rôle', () => {
    const people = Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F'].map((name) => [name, {}]))
    const events = [...came('D', '2026-01-10'), ...came('E', '2026-01-11')]
    const world = { people, events, tasks: [task('F', '2026-03-12')], ambassadorships: [ambassador('A'), ambassador('B'), ambassador('C')] }
    expect(linesOf(world)).toEqual(['F : due', 'A : ambassador', 'D : newcomer', 'B : ambassador', 'E : newcomer', 'C : ambassador'])
  })

  test('une ligne par personne, la raison la plus forte d’abord', () => {
    const world = { people: { Ana: { joined: '2025-03-12', roles: ['volunteer 2025-03-12..'] } }, events: came('Ana', '2026-02-01') }
    expect(linesOf({ ...world, tasks: [task('Ana', '2026-03-01', { isPromise: true })] })).toEqual(['Ana : promise, newcomer, anniversary'])
  })

  test('des coordonnées confirmées il y a plus de deux ans sont à confirmer', () => {
    expect(areDetailsFresh(date('2024-03-12'), day('2026-03-12'))).toBe(true)
    expect(areDetailsFresh(date('2024-03-11'), day('2026-03-12'))).toBe(false)
    expect(areDetailsFresh(null, day('2026-03-12'))).toBe(null)
  })
})
