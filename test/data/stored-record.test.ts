import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { attendanceStatuses, type AttendanceSheet } from '#domain/attendance'
import type { CustomFieldId } from '#domain/id'
import { emptyPerson } from '#domain/person'
import { recordToStored, storedToRecord } from '#data/stored-record'
import { eventId, makeSheet, personId } from '#support/builders'

const anyEntry = fc.record({
  status: fc.constantFrom(...attendanceStatuses),
  hours: fc.option(fc.double({ min: 0.01, max: 500, noNaN: true }), { nil: null }),
})
const anySheet = fc
  .uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 60 })
  .chain((people) => fc.tuple(...people.map((number) => anyEntry.map((entry) => [personId(number), entry] as const))))
  .map((entries) => makeSheet(eventId(1), Object.fromEntries(entries)))

describe('la feuille de présence, telle qu’elle est rangée', () => {
  test('se relit exactement comme elle était, dans le même ordre', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const read: AttendanceSheet = storedToRecord('attendance', structuredClone(recordToStored('attendance', sheet)))
        expect(read).toEqual(sheet)
        expect(Object.keys(read.entries)).toEqual(Object.keys(sheet.entries))
      }),
    )
  })

  test('garde à part une feuille dont un identifiant n’a pas la longueur habituelle', () => {
    const sheet = makeSheet(eventId(1), { court: { status: 'present', hours: 2 } })
    expect(storedToRecord('attendance', recordToStored('attendance', sheet))).toEqual(sheet)
  })
})

describe('une personne, telle qu’elle est rangée', () => {
  test('se relit exactement comme elle était, et ce qu’on ne sait pas ne prend pas de place', () => {
    const zoe = { ...emptyPerson(personId(1)), lastName: 'Durand', doNotContact: true, custom: { ['langue' as CustomFieldId]: 'wolof' } }
    const stored = recordToStored('people', zoe)
    expect(Object.keys(stored).toSorted()).toEqual(['custom', 'doNotContact', 'id', 'lastName'])
    expect(storedToRecord('people', structuredClone(stored))).toEqual(zoe)
  })

  test('garde un champ qu’une version plus récente connaît', () => {
    const zoe = { ...emptyPerson(personId(1)), pronoun: 'elle' }
    expect(storedToRecord('people', recordToStored('people', zoe))).toEqual(zoe)
  })
})
