import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offerCategories, type Offer } from '#domain/offer'
import { isCounted, offerBalance } from '#domain/offers/offer-balance'
import { matchesOf, offerStateOn } from '#domain/offers/offer-matches'
import { addDays } from '#domain/period'
import { date, makeOffer, offerId, organisationId, personId, territoryId } from '#support/builders'
import { day } from '#support/small-world'

const today = day('2026-03-12')
// 2 est dans 1 ; 3 est ailleurs.
const around = (id: string) => (id === territoryId(2) ? [territoryId(2), territoryId(1)] : [id as ReturnType<typeof territoryId>])
const need = (number: number, overrides: Partial<Offer> = {}): Offer =>
  makeOffer({ id: offerId(number), side: 'need', personId: personId(number), ...overrides })
const ids = (line: Offer, others: readonly Offer[]) => matchesOf(line, others, around, today).map(({ id }) => id)

describe('qui pourrait répondre à une annonce', () => {
  test('une annonce en sens inverse, de même nature, d’une autre personne', () => {
    const offer = makeOffer()
    expect(
      ids(offer, [
        need(2),
        need(3, { category: 'job' }),
        need(4, { personId: personId(1) }),
        makeOffer({ id: offerId(5), personId: personId(5) }),
        need(6, { state: 'matched' }),
        need(7, { deletedAt: '2026-01-01' }),
      ]),
    ).toEqual([offerId(2)])
  })

  test('le lieu : le même d’abord, puis l’un dans l’autre, puis à distance, puis inconnu ; ailleurs, non', () => {
    const offer = makeOffer({ territoryId: territoryId(1) })
    const needs = [
      need(2),
      need(3, { territoryId: territoryId(3) }),
      need(4, { territoryId: territoryId(3), isRemote: true }),
      need(5, { territoryId: territoryId(2) }),
      need(6, { territoryId: territoryId(1) }),
    ]
    expect(matchesOf(offer, needs, around, today).map(({ id, place }) => [id, place])).toEqual([
      [offerId(6), 'same'],
      [offerId(5), 'inside'],
      [offerId(4), 'remote'],
      [offerId(2), 'unknown'],
    ])
  })

  test('une date dépassée ferme l’annonce, une date à venir ne la chevauche pas', () => {
    const late = need(2, { until: date('2026-03-11') })
    expect([offerStateOn(late, today), offerStateOn(late, day('2026-03-11')), offerStateOn({ ...late, state: 'done' }, today)]).toEqual([
      'expired',
      'open',
      'done',
    ])
    const offer = makeOffer({ until: date('2026-04') })
    expect(ids(offer, [late, need(3, { openedOn: date('2026-05-01') }), need(4, { openedOn: date('2026-04') })])).toEqual([offerId(4)])
  })

  test('les compétences communes passent devant ; pour une compétence, il en faut une', () => {
    const offer = makeOffer({ category: 'skill', skills: ['Comptabilité', 'Anglais'] })
    const needs = [
      need(2, { category: 'skill' }),
      need(3, { category: 'skill', skills: ['couture'] }),
      need(4, { category: 'skill', skills: ['comptabilite'] }),
    ]
    expect(matchesOf(offer, needs, around, today).map(({ id, skills }) => [id, skills])).toEqual([
      [offerId(4), ['Comptabilité']],
      [offerId(2), []],
    ])
  })

  const anyLine = fc.record({
    side: fc.constantFrom('offer' as const, 'need' as const),
    category: fc.constantFrom('internship' as const, 'skill' as const),
    giver: fc.integer({ min: 1, max: 5 }),
    isCompany: fc.boolean(),
    territoryId: fc.constantFrom(null, territoryId(1), territoryId(2), territoryId(3)),
    isRemote: fc.boolean(),
    skills: fc.subarray(['anglais', 'couture', 'Excel']),
    start: fc.integer({ min: -60, max: 60 }),
    length: fc.option(fc.integer({ min: 0, max: 90 })),
    state: fc.constantFrom('open' as const, 'matched' as const, 'withdrawn' as const),
  })
  const anyLines = fc.array(anyLine, { maxLength: 12 }).map((lines) =>
    lines.map(({ giver, isCompany, start, length, ...line }, index) =>
      makeOffer({
        ...line,
        id: offerId(index),
        personId: isCompany ? null : personId(giver),
        organisationId: isCompany ? organisationId(giver) : null,
        openedOn: addDays(today, start),
        until: length === null ? null : addDays(today, start + length),
      }),
    ),
  )

  test('si A répond à B, B répond à A ; et l’ordre des annonces n’y change rien', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        for (const line of lines) {
          const found = matchesOf(line, lines, around, today)
          expect(matchesOf(line, lines.toReversed(), around, today)).toEqual(found)
          for (const { id, place } of found) {
            const other = lines.find((one) => one.id === id) ?? line
            expect(other.side).not.toBe(line.side)
            expect(offerStateOn(other, today)).toBe('open')
            expect(matchesOf(other, lines, around, today).find((back) => back.id === line.id)?.place).toBe(place)
          }
        }
      }),
    )
  })

  test('chaque nombre du bilan a autant d’annonces derrière lui', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const balance = offerBalance(lines, today)
        for (const { category, counts } of balance) {
          expect(counts['open-offers']).toBe(lines.filter((line) => line.category === category && isCounted(line, 'open-offers', today)).length)
          expect(counts['open-needs']).toBeLessThanOrEqual(counts.needs)
        }
        const counted = balance.reduce((sum, { counts }) => sum + counts.offers + counts.needs, 0)
        expect(counted).toBe(lines.filter(({ state }) => state !== 'withdrawn').length)
        expect(balance.map(({ category }) => category)).toEqual(offerCategories.filter((known) => balance.some(({ category }) => category === known)))
      }),
    )
  })
})
