import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datesOfRule, ranks, rhythmOfDay, rhythmToRule, ruleToRhythm, weekdayOf, weekdays, type Rhythm } from '#domain/communities/rhythm'
import { datesOfRitual } from '#domain/communities/ritual-dates'
import { addDays, addYears, dayNumberToDate, partsOf, type IsoDate } from '#domain/period'

const day = (text: string): IsoDate => text as IsoDate
const weekday = fc.constantFrom(...weekdays)
const every = fc.integer({ min: 1, max: 12 })
const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({ kind: fc.constant('weekly' as const), every, weekday }),
  fc.record({ kind: fc.constant('monthly-weekday' as const), every, rank: fc.constantFrom(...ranks), weekday }),
  fc.record({ kind: fc.constant('monthly-day' as const), every, day: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant(-1)) }),
  fc.record({ kind: fc.constant('yearly' as const), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
)
const anyDay = fc.integer({ min: 0, max: 40_000 }).map(dayNumberToDate)

describe('le rythme d’un rendez-vous', () => {
  test('chaque mois, le 2e mardi', () => {
    const rule = rhythmToRule({ kind: 'monthly-weekday', every: 1, rank: 2, weekday: 'TU' })
    expect(rule).toBe('FREQ=MONTHLY;BYDAY=2TU')
    expect(datesOfRule(rule, day('2026-01-01'), { from: day('2026-01-01'), to: day('2026-04-30'), most: 10 })).toEqual([
      '2026-01-13',
      '2026-02-10',
      '2026-03-10',
      '2026-04-14',
    ])
  })
  test('le dernier jour du mois suit les mois, même en février', () => {
    const rule = rhythmToRule({ kind: 'monthly-day', every: 1, day: -1 })
    expect(datesOfRule(rule, day('2028-01-15'), { from: day('2028-01-15'), to: day('2028-04-30'), most: 10 })).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ])
  })
  test('une règle écrite par un autre logiciel reste entière, sans être redite de travers', () => {
    expect(ruleToRhythm('FREQ=MONTHLY;BYDAY=2TU;COUNT=3')).toBeNull()
    expect(ruleToRhythm('FREQ=DAILY')).toBeNull()
    expect(datesOfRule('n’importe quoi', day('2026-01-01'), { from: day('2026-01-01'), to: day('2026-12-31'), most: 3 })).toEqual([])
  })
  test('ce qui est choisi se relit tel quel', () => {
    fc.assert(
      fc.property(rhythm, (chosen) => {
        expect(ruleToRhythm(rhythmToRule(chosen))).toEqual(chosen)
      }),
    )
  })
  test('les dates se suivent, jamais avant la première, et tombent le jour dit', () => {
    fc.assert(
      fc.property(rhythm, anyDay, (chosen, start) => {
        const dates = datesOfRule(rhythmToRule(chosen), start, { from: start, to: addYears(start, 3), most: 5 })
        expect(dates).toEqual([...new Set(dates)].toSorted())
        for (const date of dates) {
          expect(date >= start).toBe(true)
          if ('weekday' in chosen) expect(weekdayOf(date)).toBe(chosen.weekday)
          if (chosen.kind === 'monthly-day' && chosen.day > 0) expect(partsOf(date).day).toBe(chosen.day)
        }
      }),
    )
  })
  test('le rythme proposé pour un jour repasse par ce jour', () => {
    fc.assert(
      fc.property(anyDay, (start) => {
        expect(datesOfRule(rhythmToRule(rhythmOfDay(start)), start, { from: start, to: start, most: 1 })).toEqual([start])
      }),
    )
  })
})

describe('les dates d’un rendez-vous', () => {
  const monthly = { rule: 'FREQ=MONTHLY;BYDAY=2TU', start: day('2026-01-13'), outcomes: {} }
  test('une date passée dont on ne sait rien est en retard ; notée, ou tenue par un événement, elle ne l’est plus', () => {
    const dates = datesOfRitual(
      { ...monthly, outcomes: { '2026-01-13': 'held', '2026-02-10': 'missed' } },
      day('2026-05-01'),
      new Set(['2026-03-10']),
    )
    expect(dates.late).toEqual(['2026-04-14'])
    expect(dates.held).toEqual(['2026-03-10', '2026-01-13'])
    expect(dates.missed).toEqual(['2026-02-10'])
    expect(dates.next).toEqual(['2026-05-12', '2026-06-09', '2026-07-14'])
  })
  test('aucune date passée ne se perd, quel que soit le jour où l’on regarde', () => {
    fc.assert(
      fc.property(rhythm, anyDay, fc.integer({ min: 0, max: 1500 }), (chosen, start, later) => {
        const today = addDays(start, later)
        const ritual = { rule: rhythmToRule(chosen), start, outcomes: {} }
        const { late, next } = datesOfRitual(ritual, today, new Set())
        const all = datesOfRule(ritual.rule, start, { from: start, to: addYears(today, 8), most: late.length + next.length })
        expect([...late, ...next]).toEqual(all)
      }),
      { numRuns: 40 },
    )
  })
})
