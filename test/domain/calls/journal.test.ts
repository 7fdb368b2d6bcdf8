import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contributionRate } from '#domain/calls/contributions'
import { freshnessOf } from '#domain/calls/freshness'
import { countPromises, taskState } from '#domain/calls/tasks'
import type { PersonId } from '#domain/id'
import { mentions, noteToParts, noteToTyped, partsToNote, typedToNote, writtenMention } from '#domain/mentions'
import { date, makePerson, personId } from '#support/builders'
import { day } from '#support/small-world'
import { contact, task } from './call-world.ts'

describe('les mentions dans une note', () => {
  const camille = writtenMention('Camille Durand', personId(1))

  test('se lisent comme des noms, et se reconnaissent sur la page de la personne', () => {
    const note = `Vu avec ${camille} au marché.`
    expect(noteToParts(note)).toEqual([
      { kind: 'text', text: 'Vu avec ' },
      { kind: 'person', name: 'Camille Durand', id: personId(1) },
      { kind: 'text', text: ' au marché.' },
    ])
    expect(mentions(note, personId(1))).toBe(true)
    expect(mentions(note, personId(2))).toBe(false)
    expect(noteToTyped(note).text).toBe('Vu avec @Camille Durand au marché.')
  })

  test('le nom le plus long l’emporte, et un @ tapé sans choisir reste du texte', () => {
    const people = [
      { name: 'Ana', id: personId(1) },
      { name: 'Ana Ruiz', id: personId(2) },
    ]
    expect(typedToNote({ text: '@Ana Ruiz, @Ana et @Bao', people })).toBe(`@[Ana Ruiz](${personId(2)}), @[Ana](${personId(1)}) et @Bao`)
  })

  test('une note découpée puis recollée est la même, quoi qu’on y écrive', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('@', '[', ']', '(', ')', 'a', '0', '-', camille, '\n') }),
        (note) => partsToNote(noteToParts(note)) === note,
      ),
    )
  })

  test('ouvrir une note et l’enregistrer telle quelle ne la change pas', () => {
    const piece = fc.oneof(fc.constant(camille), fc.constant(writtenMention('Bao', personId(2))), fc.constantFrom(' et ', 'oui, ', '\n'))
    fc.assert(fc.property(fc.array(piece), (pieces) => typedToNote(noteToTyped(pieces.join(''))) === pieces.join('')))
  })
})

describe('les promesses et les tâches', () => {
  test('tenues à temps, tenues en retard, non tenues, encore à tenir', () => {
    const promise = { isPromise: true }
    const tasks = [
      task('Ana', '2026-03-01', { ...promise, doneOn: day('2026-03-01') }),
      task('Ana', null, { ...promise, doneOn: day('2026-03-05') }),
      task('Ana', '2026-03-01', { ...promise, doneOn: day('2026-03-02') }),
      task('Ana', '2026-03-11', promise),
      task('Ana', '2026-03-12', promise),
      task('Ana', '2026-03-01'),
    ]
    expect(countPromises(tasks, day('2026-03-12'))).toEqual({ kept: 2, keptLate: 1, broken: 1, open: 1 })
  })

  test('une tâche est en retard le lendemain de son jour', () => {
    const state = (dueOn: string) => taskState({ dueOn: day(dueOn), doneOn: null }, day('2026-03-12'), day('2026-03-19'))
    expect(['2026-03-11', '2026-03-12', '2026-03-19', '2026-03-20'].map(state)).toEqual(['late', 'due', 'due', 'later'])
    expect(taskState({ dueOn: null, doneOn: null }, day('2026-03-12'), day('2026-03-19'))).toBe('undated')
  })
})

describe('les contributions', () => {
  const given = (on: string, who = 'Ana') => contact(who, on, { kind: 'contribution', outcome: null })

  test('se comparent avant et après un jour, sur des durées égales', () => {
    const contacts = [
      given('2025-12-31'),
      given('2026-01-01'),
      given('2026-01-15', 'Bao'),
      given('2026-01-15'),
      given('2025-10-22'),
      given('2025-10-21'),
    ]
    const rate = contributionRate([...contacts, contact('Ana', '2026-01-02')], day('2026-01-01'), day('2026-03-12'))
    expect(rate?.after).toEqual({ period: { start: '2026-01-01', end: '2026-03-12' }, count: 3, people: 2 })
    expect(rate?.before).toEqual({ period: { start: '2025-10-22', end: '2025-12-31' }, count: 2, people: 1 })
  })

  test('sur un an au plus, et jamais avant que le jour soit passé', () => {
    const rate = contributionRate([], day('2024-02-01'), day('2026-03-12'))
    expect(rate?.after.period).toEqual({ start: '2024-02-01', end: '2025-01-31' })
    // 366 days, since the year after holds a 29 February.
    expect(rate?.before.period).toEqual({ start: '2023-01-31', end: '2024-01-31' })
    expect(contributionRate([], day('2026-03-13'), day('2026-03-12'))).toBeNull()
  })
})

test('la fraîcheur des coordonnées se compte sur toutes les personnes vivantes et présentes', () => {
  const emails = (address: string) => [{ address, label: 'home' }] as const
  const people = [
    makePerson({ id: 'a' as PersonId, confirmedOn: date('2025-01-01'), emails: emails('a@exemple.fr') }),
    makePerson({ id: 'b' as PersonId, confirmedOn: date('2023-01-01'), emails: emails('b@exemple') }),
    makePerson({ id: 'c' as PersonId, lostContact: true }),
    makePerson({ id: 'd' as PersonId, deceased: true }),
    makePerson({ id: 'e' as PersonId, deletedAt: '2026-01-01T00:00:00.000Z' }),
  ]
  expect(freshnessOf(people, day('2026-03-12'))).toEqual({
    all: ['a', 'b', 'c'],
    fresh: ['a'],
    stale: ['b'],
    never: ['c'],
    validEmail: ['a'],
    lost: ['c'],
  })
})
