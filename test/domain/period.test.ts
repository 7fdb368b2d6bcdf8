import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  ageAt,
  ageRangeAt,
  compareDates,
  dayNumberOf,
  dayNumberToDate,
  daysBetween,
  firstDay,
  isCertainlyBefore,
  isCertainlyWithin,
  isIsoDate,
  isoDateOf,
  lastDay,
  lengthInDays,
  monthsOf,
  overlapOf,
  parseIsoDate,
  parsePartialDate,
  periodBefore,
  precisionOf,
  type IsoDate,
  type PartialDate,
} from '#domain/period'
import { yearHolding, yearsBetween, type YearRule } from '#domain/year'

const day = (text: string): IsoDate => parseIsoDate(text) ?? fail(text)
const partial = (text: string): PartialDate => parsePartialDate(text) ?? fail(text)
const fail = (text: string): never => {
  throw new Error(`pas une date : ${text}`)
}
const days = fc.integer({ min: dayNumberOf(day('0001-01-01')), max: dayNumberOf(day('9999-12-31')) }).map(dayNumberToDate)
const modernDays = fc.integer({ min: dayNumberOf(day('1900-01-01')), max: dayNumberOf(day('2100-12-31')) }).map(dayNumberToDate)
const partials = fc.tuple(modernDays, fc.constantFrom(4, 7, 10)).map(([date, length]) => partial(date.slice(0, length)))

describe('ce qui est une date', () => {
  test('une année, un mois ou un jour, et rien d’autre', () => {
    expect(['1998', '1998-05', '1998-05-12', '2024-02-29'].map((text) => parsePartialDate(text))).toEqual([
      '1998',
      '1998-05',
      '1998-05-12',
      '2024-02-29',
    ])
    for (const text of [
      '',
      '98',
      '1998-5',
      '1998-13',
      '1998-00',
      '1980-02-31',
      '2023-02-29',
      '1900-02-29',
      '0000',
      '1998-05-12T00:00',
      ' 1998',
      '12/05/1998',
      '1998-05-12-',
    ]) {
      expect(parsePartialDate(text), text).toBeNull()
    }
    expect(parseIsoDate('1998-05')).toBeNull()
    expect(isoDateOf(2024, 2, 30)).toBeNull()
    expect(isoDateOf(2024.5, 2, 3)).toBeNull()
  })

  test('chaque jour se compte et se retrouve', () => {
    fc.assert(
      fc.property(days, (date) => {
        expect(dayNumberToDate(dayNumberOf(date))).toBe(date)
        expect(parseIsoDate(date)).toBe(date)
        expect(isIsoDate(date)).toBe(true)
      }),
    )
    expect(dayNumberOf(day('1970-01-01'))).toBe(0)
    expect(dayNumberOf(day('2026-11-22'))).toBe(Date.UTC(2026, 10, 22) / 86_400_000)
    expect(dayNumberOf(day('0001-01-01'))).toBe(-719_162)
  })

  test('les jours se suivent comme dans le calendrier de la machine', () => {
    fc.assert(
      fc.property(modernDays, fc.integer({ min: -40_000, max: 40_000 }), (date, count) => {
        expect(addDays(date, count)).toBe(new Date(Date.parse(date) + count * 86_400_000).toISOString().slice(0, 10))
        expect(daysBetween(date, addDays(date, count))).toBe(count)
      }),
    )
  })
})

describe('dates incomplètes', () => {
  test('une date incomplète va de son premier à son dernier jour', () => {
    expect([firstDay(partial('2024')), lastDay(partial('2024'))]).toEqual(['2024-01-01', '2024-12-31'])
    expect([firstDay(partial('2024-02')), lastDay(partial('2024-02'))]).toEqual(['2024-02-01', '2024-02-29'])
    expect([firstDay(partial('2024-02-03')), lastDay(partial('2024-02-03'))]).toEqual(['2024-02-03', '2024-02-03'])
    expect([partial('1998'), partial('1998-05'), partial('1998-05-12')].map(precisionOf)).toEqual(['year', 'month', 'day'])
  })

  test('une date n’est avant une autre que si aucune lecture ne dit le contraire', () => {
    fc.assert(
      fc.property(partials, partials, (left, right) => {
        expect(isCertainlyBefore(left, right) && isCertainlyBefore(right, left)).toBe(false)
        if (isCertainlyBefore(left, right)) expect(compareDates(left, right)).toBe(-1)
        expect(compareDates(left, right)).toBe(-compareDates(right, left) + 0)
      }),
    )
    expect(isCertainlyBefore(partial('2023'), partial('2024-01'))).toBe(true)
    expect(isCertainlyBefore(partial('2024'), partial('2024-12-31'))).toBe(false)
  })

  test('une année seule est dans son année, et dans aucun de ses mois', () => {
    expect(isCertainlyWithin(partial('2024'), { start: day('2024-01-01'), end: day('2024-12-31') })).toBe(true)
    expect(isCertainlyWithin(partial('2024'), { start: day('2023-09-01'), end: day('2024-08-31') })).toBe(false)
    for (const month of monthsOf({ start: day('2024-01-01'), end: day('2024-12-31') })) {
      expect(isCertainlyWithin(partial('2024'), { start: firstDay(month), end: lastDay(month) })).toBe(false)
    }
  })
})

describe('mois et âges', () => {
  test('un mois plus tard, c’est le même jour ou le dernier du mois', () => {
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(day('2023-01-31'), 1)).toBe('2023-02-28')
    expect(addMonths(day('2024-03-15'), -15)).toBe('2022-12-15')
    fc.assert(
      fc.property(modernDays, fc.integer({ min: -600, max: 600 }), (date, count) => {
        const moved = addMonths(date, count)
        expect(Number(moved.slice(0, 4)) * 12 + Number(moved.slice(5, 7)) - Number(date.slice(0, 4)) * 12 - Number(date.slice(5, 7))).toBe(count)
        expect(moved.slice(8) <= date.slice(8)).toBe(true)
      }),
    )
    expect(() => addMonths(day('9999-12-01'), 1)).toThrow(RangeError)
  })

  test('les mois d’une période, même commencés', () => {
    expect(monthsOf({ start: day('2023-11-15'), end: day('2024-02-01') })).toEqual(['2023-11', '2023-12', '2024-01', '2024-02'])
  })

  test('l’âge change le jour de l’anniversaire, le 1er mars pour un 29 février', () => {
    expect(ageAt(partial('2000-05-12'), day('2018-05-11'))).toBe(17)
    expect(ageAt(partial('2000-05-12'), day('2018-05-12'))).toBe(18)
    expect(ageAt(partial('2004-02-29'), day('2022-02-28'))).toBe(17)
    expect(ageAt(partial('2004-02-29'), day('2022-03-01'))).toBe(18)
  })

  test('un âge incertain n’est pas un âge', () => {
    expect(ageAt(null, day('2020-01-01'))).toBeNull()
    expect(ageAt(partial('1998'), day('2020-06-15'))).toBeNull()
    expect(ageRangeAt(partial('1998'), day('2020-06-15'))).toEqual({ min: 21, max: 22 })
    expect(ageAt(partial('1998'), day('2020-12-31'))).toBe(22)
    expect(ageAt(partial('2021'), day('2020-06-15'))).toBeNull()
    expect(ageRangeAt(partial('2020'), day('2020-06-15'))).toEqual({ min: 0, max: 0 })
  })

  test('toute lecture d’une date de naissance donne un âge de la fourchette', () => {
    fc.assert(
      fc.property(partials, modernDays, fc.nat(365), (birth, on, offset) => {
        const born = addDays(firstDay(birth), Math.min(offset, daysBetween(firstDay(birth), lastDay(birth))))
        const range = ageRangeAt(birth, on)
        const age = ageAt(born, on)
        if (age !== null && range !== null) expect(age >= range.min && age <= range.max).toBe(true)
      }),
    )
  })
})

describe('périodes', () => {
  test('deux périodes partagent leurs jours communs', () => {
    fc.assert(
      fc.property(modernDays, fc.nat(900), modernDays, fc.nat(900), (start, length, otherStart, otherLength) => {
        const left = { start, end: addDays(start, length) }
        const right = { start: otherStart, end: addDays(otherStart, otherLength) }
        const shared = overlapOf(left, right)
        const both = Array.from({ length: length + 1 }, (_, index) => addDays(start, index)).filter(
          (date) => date >= right.start && date <= right.end,
        )
        expect(shared === null ? 0 : lengthInDays(shared)).toBe(both.length)
        expect(shared).toEqual(overlapOf(right, left))
      }),
      { numRuns: 30 },
    )
  })

  test('la période d’avant touche la période et dure autant', () => {
    expect(periodBefore({ start: day('2024-09-01'), end: day('2025-08-31') })).toEqual({ start: '2023-09-01', end: '2024-08-31' })
    expect(periodBefore({ start: day('2024-02-01'), end: day('2024-02-29') })).toEqual({ start: '2024-01-01', end: '2024-01-31' })
    expect(periodBefore({ start: day('2024-03-10'), end: day('2024-03-19') })).toEqual({ start: '2024-02-29', end: '2024-03-09' })
  })
})

describe('années de l’association', () => {
  const rules: readonly YearRule[] = [
    { yearKind: 'civil', yearStartMonth: 4 },
    { yearKind: 'school', yearStartMonth: 1 },
    { yearKind: 'association', yearStartMonth: 7 },
    { yearKind: 'association', yearStartMonth: 1 },
  ]
  test('l’année scolaire va du 1er septembre au 31 août, et porte ses deux années', () => {
    expect(yearHolding({ yearKind: 'school', yearStartMonth: 1 }, day('2025-08-31'))).toEqual({
      key: 2024,
      start: '2024-09-01',
      end: '2025-08-31',
      endYear: 2025,
    })
    expect(yearHolding({ yearKind: 'civil', yearStartMonth: 9 }, day('2025-08-31'))).toEqual({
      key: 2025,
      start: '2025-01-01',
      end: '2025-12-31',
      endYear: 2025,
    })
    expect(yearHolding({ yearKind: 'association', yearStartMonth: 3 }, day('2025-02-28'))).toEqual({
      key: 2024,
      start: '2024-03-01',
      end: '2025-02-28',
      endYear: 2025,
    })
  })

  test('les années se suivent sans trou et chaque jour est dans la sienne', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), modernDays, fc.nat(4000), (rule, start, length) => {
        const end = addDays(start, length)
        const years = yearsBetween(rule, start, end)
        expect(years[0]?.start !== undefined && years[0].start <= start).toBe(true)
        expect((years.at(-1)?.end ?? '') >= end).toBe(true)
        for (const [index, year] of years.entries()) {
          expect([365, 366]).toContain(lengthInDays(year))
          const next = years[index + 1]
          if (next !== undefined) expect(addDays(year.end, 1)).toBe(next.start)
        }
      }),
    )
  })
})
