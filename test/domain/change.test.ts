import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit, conflictsOf, diffRecord, invertEdit, rebasedOn, withoutConflicts, type Edit } from '#domain/change'
import type { EventId, PersonId, TagId } from '#domain/id'
import type { AttendanceSheet } from '#domain/attendance'
import { emptyPerson, type Person } from '#domain/person'

const id = '0190c000-0000-7000-8000-000000000001' as PersonId
const camille: Person = {
  ...emptyPerson(id),
  firstName: 'Camille',
  lastName: 'Durand',
  tags: { t1: true } as Record<TagId, true>,
  custom: { taille: 'M' } as Person['custom'],
}

/** Keys that programs stumble over are keys like any other: they come from files. */
const key = fc.oneof(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', 'toString', 'with/slash', ''), fc.string())
const text = fc.constantFrom('', 'Durand', 'Léa', 'x')
const map = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> =>
  fc.array(fc.tuple(key, value), { maxLength: 5 }).map((entries) => Object.fromEntries(entries))
const people: fc.Arbitrary<Person> = fc
  .record({
    lastName: text,
    firstName: text,
    note: text,
    doNotContact: fc.boolean(),
    emails: fc.array(fc.record({ address: text, label: fc.constantFrom('home', 'work', 'mobile', 'other') }), { maxLength: 2 }),
    tags: map(fc.constant(true)),
    custom: map(fc.oneof(text, fc.integer(), fc.boolean())),
    externalIds: map(text),
  })
  .map((some) => ({ ...emptyPerson(id), ...(some as Partial<Person>) }))
const edited = <Name extends 'people' | 'attendance'>(edit: Edit | null): Edit & { readonly table: Name } => {
  if (edit === null) throw new Error('nothing differs')
  return edit as Edit & { readonly table: Name }
}

describe('un changement', () => {
  test('mène de l’avant à l’après, et son inverse ramène exactement à l’avant', () => {
    fc.assert(
      fc.property(people, people, (before, after) => {
        const edit = diffRecord('people', before, after)
        if (edit === null) expect(after).toEqual(before)
        else {
          const there = applyEdit<'people'>(before, edited(edit))
          expect(there).toEqual(after)
          expect(applyEdit<'people'>(there, edited(invertEdit(edit)))).toEqual(before)
        }
      }),
    )
  })

  test('crée et retire une fiche entière, même après un passage par du texte', () => {
    fc.assert(
      fc.property(people, (person) => {
        const creation = edited<'people'>(JSON.parse(JSON.stringify(diffRecord('people', null, person))) as Edit)
        expect(applyEdit<'people'>(null, creation)).toEqual(person)
        expect(applyEdit<'people'>(person, edited(invertEdit(creation)))).toBe(null)
      }),
    )
  })

  test('ne retient que ce qui diffère, entrée par entrée', () => {
    const after: Person = { ...camille, lastName: 'Martin', tags: { t2: true } as Record<TagId, true> }
    expect(diffRecord('people', camille, after)).toEqual({
      table: 'people',
      key: id,
      before: { lastName: 'Durand', 'tags/t1': true, 'tags/t2': null },
      after: { lastName: 'Martin', 'tags/t1': null, 'tags/t2': true },
    })
    expect(diffRecord('people', camille, { ...camille })).toBe(null)
    expect(diffRecord('people', null, null)).toBe(null)
  })

  test('un champ libre vidé est un champ sans valeur', () => {
    const emptied: Person = { ...camille, custom: { taille: null } as Person['custom'] }
    const edit = edited<'people'>(diffRecord('people', camille, emptied))
    expect(applyEdit<'people'>(camille, edit)).toEqual({ ...camille, custom: {} })
  })

  test('deux bénévoles pointent deux personnes de la même feuille sans se gêner', () => {
    const sheet: AttendanceSheet = { id: 'e1' as EventId, entries: {} }
    const withEntry = (key: string): AttendanceSheet => ({ ...sheet, entries: { [key as PersonId]: { status: 'present', hours: null } } })
    const first = edited<'attendance'>(diffRecord('attendance', sheet, withEntry('p1')))
    const second = edited<'attendance'>(diffRecord('attendance', sheet, withEntry('p2')))
    const ticked = applyEdit<'attendance'>(sheet, first)
    expect(conflictsOf(ticked, second)).toBe(null)
    expect(Object.keys(applyEdit<'attendance'>(ticked, second)?.entries ?? {})).toEqual(['p1', 'p2'])
  })

  test('n’écrit jamais sur la fiche qu’on lui donne', () => {
    const frozen = Object.freeze({ ...camille, tags: Object.freeze({ ...camille.tags }) })
    const edit = edited<'people'>(diffRecord('people', camille, { ...camille, note: 'x', tags: {} }))
    expect(applyEdit<'people'>(frozen, edit)).toMatchObject({ note: 'x', tags: {} })
    expect(frozen.tags).toEqual({ t1: true })
  })
})

describe('ce qui a changé depuis', () => {
  const renamed = edited<'people'>(diffRecord('people', camille, { ...camille, lastName: 'Martin', note: 'Appeler' }))

  test('se dit champ par champ', () => {
    expect(conflictsOf({ ...camille, lastName: 'Petit' }, renamed)).toEqual({
      table: 'people',
      key: id,
      kind: 'changed',
      fields: [{ path: 'lastName', expected: 'Durand', current: 'Petit', wanted: 'Martin' }],
    })
    expect(conflictsOf({ ...camille, firstName: 'Camélia' }, renamed)).toBe(null)
    expect(conflictsOf(null, renamed)?.kind).toBe('missing')
    expect(conflictsOf(camille, edited(diffRecord('people', null, camille)))?.kind).toBe('exists')
  })

  test('compte jusqu’aux champs inconnus quand une fiche doit disparaître', () => {
    const removal = edited<'people'>(diffRecord('people', camille, null))
    expect(conflictsOf(camille, removal)).toBe(null)
    expect(conflictsOf({ ...camille, tags: { ...camille.tags, t9: true } }, removal)?.fields).toMatchObject([
      { path: 'tags/t9', expected: null, current: true },
    ])
  })

  test('peut être laissé de côté, ou recouvert', () => {
    const moved: Person = { ...camille, lastName: 'Petit' }
    expect(applyEdit<'people'>(moved, edited(withoutConflicts(moved, renamed)))).toEqual({ ...moved, note: 'Appeler' })
    expect(applyEdit<'people'>(moved, edited(rebasedOn(moved, renamed)))).toEqual({ ...moved, lastName: 'Martin', note: 'Appeler' })
    expect(withoutConflicts(null, renamed)).toBe(null)
    expect(rebasedOn(null, renamed)).toBe(null)
    expect(rebasedOn({ ...camille, lastName: 'Martin', note: 'Appeler' }, renamed)).toBe(null)
  })

  test('ne bloque jamais après recouvrement, quoi qu’il soit arrivé à la fiche', () => {
    fc.assert(
      fc.property(people, people, fc.option(people), (before, after, current) => {
        const edit = diffRecord('people', before, after)
        const rebased = edit && rebasedOn(current, edit)
        if (edit === null || rebased === null) return
        expect(conflictsOf(current, rebased)).toBe(null)
        const result = applyEdit<'people'>(current, edited(rebased))
        for (const field of ['lastName', 'firstName', 'note'] as const)
          expect(result?.[field]).toBe(edit.after !== null && field in edit.after ? after[field] : current?.[field])
      }),
    )
  })
})
