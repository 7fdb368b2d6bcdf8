import { describe, expect, it } from 'vitest'
import type { PartialDate } from '#domain/period'
import { formatterFor } from '#i18n/format'
import { frenchSpaces } from '../../src/renderer/i18n/typography.ts'

const fr = formatterFor('fr')
const en = formatterFor('en')
const partial = (date: string): PartialDate => date as PartialDate
const now = new Date('2026-11-22T14:00:00Z')
/** No-break spaces told apart: `_` for the narrow one, `~` for the wide one. */
const seen = (text: string): string => text.replaceAll('\u202F', '_').replaceAll('\u00A0', '~')

describe('les dates', () => {
  it('disent ce que l’on sait, et rien de plus', () => {
    expect(fr.date(partial('2026-03-12'))).toBe('12 mars 2026')
    expect(fr.date(partial('1998-05'))).toBe('mai 1998')
    expect(fr.date(partial('1998'))).toBe('1998')
    expect(en.date(partial('2026-03-12'))).toBe('12 March 2026')
  })
  it('disent le premier du mois comme en français', () => {
    expect(fr.date(partial('2026-09-01'))).toBe('1er septembre 2026')
    expect(fr.date(partial('2026-09-11'))).toBe('11 septembre 2026')
    expect(en.date(partial('2026-09-01'))).toBe('1 September 2026')
  })
  it('tiennent dans une colonne étroite', () => {
    expect(['2026-03-12', '1998-05', '1998'].map((date) => fr.shortDate(partial(date)))).toEqual(['12/03/2026', '05/1998', '1998'])
  })
  it('ne changent pas de jour avec le fuseau horaire', () => {
    expect(fr.date(partial('2026-01-01'))).toBe('1er janvier 2026')
    expect(fr.month('2026-01')).toBe('janvier 2026')
  })
  it('disent l’âge d’une copie', () => {
    expect(fr.ago('2026-11-22T13:59:30Z', now)).toBe('à l’instant')
    expect(fr.ago('2026-11-22T12:00:00Z', now)).toBe('il y a 2 heures')
    expect(fr.ago('2026-11-01T12:00:00Z', now)).toBe('il y a 3 semaines')
    expect(fr.ago('2024-06-01T12:00:00Z', now)).toBe('il y a 2 ans')
    expect(en.ago('2026-11-22T12:00:00Z', now)).toBe('2 hours ago')
  })
})

describe('les nombres', () => {
  it('groupent par trois, avec une espace fine', () => {
    expect(seen(fr.number(1234567))).toBe('1_234_567')
    expect(fr.number(12.5)).toBe('12,5')
    expect(en.number(1234.5)).toBe('1,234.5')
  })
  it('disent les parts et les heures', () => {
    expect(seen(fr.percent(0.834))).toBe('83~%')
    expect(seen(fr.hours(12.5))).toBe('12~h~30')
    expect(seen(fr.hours(2))).toBe('2~h')
    expect(seen(fr.hours(1.999))).toBe('2~h')
  })
  it('disent la place sur le disque', () => {
    expect(seen(fr.bytes(512))).toBe('512~octets')
    expect(seen(fr.bytes(2_400_000))).toBe('2,4~Mo')
    expect(seen(fr.bytes(5_000_000_000_000))).toBe('5_000~Go')
    expect(seen(fr.bytes(0))).toBe('0~octets')
  })
})

describe('les téléphones', () => {
  it('s’écrivent à la française, ou avec leur indicatif', () => {
    expect(seen(fr.phone('+33639981234'))).toBe('06~39~98~12~34')
    expect(seen(fr.phone('+32470123456'))).toBe('+32~470~12~34~56')
  })
  it('restent comme ils ont été tapés quand on ne les comprend pas', () => {
    expect(fr.phone('poste 12')).toBe('poste 12')
    expect(fr.phone('+33')).toBe('+33')
  })
})

describe('les espaces', () => {
  it('deviennent insécables là où le français le veut', () => {
    expect(seen(frenchSpaces('Qui est « actif » ? Règle : 1 234 à 83 % !'))).toBe('Qui est «~actif~»_? Règle~: 1_234 à 83~%_!')
  })
  it('laissent les heures et les adresses en paix', () => {
    expect(frenchSpaces('à 18:30, https://exemple.org')).toBe('à 18:30, https://exemple.org')
  })
})

describe('un écart', () => {
  it('dit son signe, avec un vrai moins, et rien pour zéro', () => {
    expect([12, -3, 0, -2.5, 1234].map((value) => seen(fr.change(value)))).toEqual(['+12', '\u22123', '0', '\u22122,5', '+1_234'])
    expect([12, -3.25].map((value) => en.change(value))).toEqual(['+12', '\u22123.25'])
  })
})
