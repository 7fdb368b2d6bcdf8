import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPartialDate } from '../../src/renderer/ui/partial-date.ts'

const dateOf = (typed: string): string => {
  const read = readPartialDate(typed)
  return read.kind === 'date' ? read.date : read.kind
}

describe('une date tapée', () => {
  it('peut être une année, un mois ou un jour', () => {
    expect(['1998', '05/1998', '5/1998', '12/05/1998', '1/2/2003'].map(dateOf)).toEqual(['1998', '1998-05', '1998-05', '1998-05-12', '2003-02-01'])
  })
  it('s’écrit aussi avec des points, des tirets, des blancs, ou comme dans un fichier', () => {
    expect(['12.05.1998', '12-05-1998', ' 12 05 1998 ', '1998-05-12', '1998/5'].map(dateOf)).toEqual([
      '1998-05-12',
      '1998-05-12',
      '1998-05-12',
      '1998-05-12',
      '1998-05',
    ])
  })
  it('est vide quand il n’y a rien', () => {
    expect(dateOf('  ')).toBe('empty')
  })
  it('n’est jamais devinée ni corrigée', () => {
    expect(['31/02/1980', '12/25/1990', '98', '12/05/98', '13/1998', '0000', 'mai', '1/2/3/2004', '29/02/2023', '2023-13'].map(dateOf)).toEqual(
      Array.from({ length: 10 }, () => 'wrong'),
    )
    expect(dateOf('29/02/2024')).toBe('2024-02-29')
  })
  it('revient la même, quel que soit le jour', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true }), (day) => {
        const iso = day.toISOString().slice(0, 10)
        expect(dateOf(iso.split('-').toReversed().join('/'))).toBe(iso)
        expect(dateOf(iso)).toBe(iso)
      }),
    )
  })
})
