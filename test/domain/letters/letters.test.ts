import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bccLink, emailBatches, longestMailLink } from '#domain/letters/batches'
import { fieldToken, letterFields, templateParts, unknownFields } from '#domain/letters/fields'
import { householdNames, labelGroups } from '#domain/letters/households'
import { a4, badgeSheet, labelPlaces, labelSheets, labelsOnSheet } from '#domain/letters/label-sheets'
import { lackingByField, mergeLetter, type LetterValues } from '#domain/letters/merge'
import { longestLine, mostLines, postalLines } from '#domain/letters/postal-lines'
import { whoToWrite, type WritingChannel } from '#domain/letters/who-to-write'
import type { Person } from '#domain/person'
import { makeAddress, makePerson, personId } from '#support/builders'

const address = makeAddress({ street: '3 rue des Lilas', postalCode: '35000', city: 'Rennes' })
const values: LetterValues = {
  firstName: 'Inès',
  lastName: 'Le Goff',
  title: 'Madame',
  address: 'Inès Le Goff\n3 rue des Lilas\n35000 RENNES',
  date: '12 mars 2026',
  association: 'Les Passerelles',
  role: '',
  lastTookPart: '10 février 2026',
}
const noCountry = (code: string): string => ({ BE: 'Belgique' })[code] ?? code

const somebody = fc
  .record({ removed: fc.boolean(), deceased: fc.boolean(), opposed: fc.boolean(), refused: fc.boolean(), reachable: fc.boolean() })
  .map(
    ({ removed, deceased, opposed, refused, reachable }) =>
      (id: number): Person =>
        makePerson({
          id: personId(id),
          deletedAt: removed ? '2026-01-05T10:00:00.000Z' : null,
          deceased,
          doNotContact: opposed,
          consents: refused ? { 'email:events': { given: false, on: null, source: '' }, 'post:news': { given: false, on: null, source: '' } } : {},
          emails: reachable ? [{ address: `p${id}@exemple.fr`, label: 'home' }] : [],
          addresses: reachable ? [address] : [],
        }),
  )
const people = fc.array(somebody, { maxLength: 40 }).map((makers) => makers.map((make, index) => make(index + 1)))
const channel = fc.constantFrom<WritingChannel>('email', 'post', 'hand', 'badge')

describe('à qui l’on écrit', () => {
  it('chacun est retenu ou écarté, une fois et une seule, et personne d’écarté n’est retenu', () => {
    fc.assert(
      fc.property(people, channel, (list, by) => {
        const { reached, leftOut } = whoToWrite([...list, ...list], by)
        expect([...reached, ...leftOut.map(({ person }) => person)].map(({ id }) => id).toSorted()).toEqual(list.map(({ id }) => id).toSorted())
        for (const person of reached) {
          expect(person.deletedAt).toBeNull()
          expect(person.deceased).toBe(false)
          if (by === 'badge') continue
          expect(person.doNotContact).toBe(false)
          expect(person.consents).toEqual({})
          if (by !== 'hand') expect(by === 'email' ? person.emails.length : person.addresses.length).toBe(1)
        }
      }),
    )
  })

  it('la raison la plus forte est donnée : la corbeille, puis le décès, le refus de tout contact, le refus de ce moyen, l’absence d’adresse', () => {
    const list = [
      makePerson({ id: personId(1), deletedAt: '2026-01-05T10:00:00.000Z', deceased: true }),
      makePerson({ id: personId(2), deceased: true, doNotContact: true }),
      makePerson({ id: personId(3), doNotContact: true }),
      makePerson({ id: personId(4), consents: { 'email:events': { given: false, on: null, source: '' } } }),
      makePerson({ id: personId(5) }),
    ]
    expect(whoToWrite(list, 'email').leftOut.map(({ reason }) => reason)).toEqual(['removed', 'deceased', 'do-not-contact', 'refused', 'no-address'])
  })
})

describe('les lots d’adresses', () => {
  it('chaque adresse est dans un lot et un seul, aucun lot ne dépasse la taille, et chaque personne est atteinte', () => {
    const addressees = fc
      .array(fc.integer({ min: 1, max: 30 }), { maxLength: 80 })
      .map((numbers) =>
        numbers.map((number, index) => ({ id: personId(index + 1), email: index % 2 === 0 ? `P${number}@exemple.fr` : `p${number}@exemple.fr` })),
      )
    fc.assert(
      fc.property(addressees, fc.integer({ min: 0, max: 60 }), (list, size) => {
        const batches = emailBatches(list, size)
        const addresses = batches.flatMap((batch) => batch.addresses.map((one) => one.toLowerCase()))
        expect(addresses).toEqual([...new Set(list.map(({ email }) => email.toLowerCase()))])
        for (const batch of batches) expect(batch.addresses.length).toBeLessThanOrEqual(Math.max(1, size))
        expect(batches.flatMap((batch) => batch.people).toSorted()).toEqual(list.map(({ id }) => id).toSorted())
      }),
    )
  })

  it('le lien vers la messagerie ne montre les adresses qu’en copie cachée, ou renonce s’il est trop long', () => {
    expect(bccLink(['a+b@exemple.fr', 'c&d@exemple.fr'])).toBe('mailto:?bcc=a%2Bb%40exemple.fr,c%26d%40exemple.fr')
    expect(bccLink([])).toBeNull()
    expect(bccLink(Array.from({ length: longestMailLink }, () => 'a@exemple.fr'))).toBeNull()
  })
})

describe('l’adresse sur l’enveloppe', () => {
  it('écrit la dernière ligne en capitales, sans accent ni signe', () => {
    expect(postalLines(['Inès Le Goff'], { ...address, postalCode: '01000', city: 'Bourg-en-Bresse' }, noCountry)).toEqual({
      lines: ['Inès Le Goff', '3 rue des Lilas', '01000 BOURG EN BRESSE'],
      cut: false,
    })
  })

  it('met le complément sur sa ligne, et le pays en dernier à l’étranger', () => {
    const abroad = makeAddress({ street: 'Appartement 12, 3 rue Haute', postalCode: '1000', city: 'Bruxelles', country: 'BE' })
    expect(postalLines(['Paul Maes'], abroad, noCountry).lines).toEqual(['Paul Maes', 'Appartement 12', '3 rue Haute', '1000 BRUXELLES', 'BELGIQUE'])
  })

  it('tient toujours en six lignes de trente-huit signes, garde un nom et la ville, et dit s’il a fallu couper', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'É', ' ', '-', ',', '7', '\n'), maxLength: 120 })
    const name = fc.string({ unit: fc.constantFrom('a', 'É', '-'), minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), text, (names, street) => {
        const { lines, cut } = postalLines(names, { ...address, street }, noCountry)
        expect(lines.length).toBeLessThanOrEqual(mostLines)
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(longestLine)
        expect(lines.at(-1)).toBe('35000 RENNES')
        expect(lines[0]).toBe(names[0]?.slice(0, longestLine))
        if (!cut) for (const each of names) expect(lines).toContain(each)
      }),
    )
  })
})

describe('les étiquettes', () => {
  it('chaque personne est sur une étiquette et une seule, un foyer n’en a qu’une', () => {
    const list = fc
      .array(fc.constantFrom('3 rue des Lilas', '3, RUE DES LILAS', '5 rue Haute'), { maxLength: 30 })
      .map((streets) =>
        streets.map((street, index) => ({ id: personId(index + 1), firstName: 'Camille', lastName: 'Durand', address: { ...address, street } })),
      )
    fc.assert(
      fc.property(list, fc.boolean(), (everybody, byHousehold) => {
        const groups = labelGroups(everybody, byHousehold)
        expect(groups.flatMap((group) => group.people.map(({ id }) => id)).toSorted()).toEqual(everybody.map(({ id }) => id).toSorted())
        expect(byHousehold ? groups.length <= 2 : groups.length === everybody.length).toBe(true)
      }),
    )
  })

  it('nomme un foyer comme on le ferait à la main', () => {
    const words = { and: 'et', family: 'Famille' }
    const named = (...names: readonly (readonly [string, string])[]) =>
      householdNames(
        names.map(([firstName, lastName]) => ({ firstName, lastName })),
        words,
      )
    expect(named(['Inès', 'Le Goff'])).toEqual(['Inès Le Goff'])
    expect(named(['Inès', 'Le Goff'], ['Loïc', 'LE GOFF'])).toEqual(['Inès et Loïc Le Goff'])
    expect(named(['Inès', 'Le Goff'], ['Loïc', 'Le Goff'], ['Maël', 'Le Goff'])).toEqual(['Famille Le Goff'])
    expect(named(['Inès', 'Le Goff'], ['Paul', 'Martin'])).toEqual(['Inès Le Goff', 'Paul Martin'])
    expect(named(['', 'Martin'], ['Zoé', ''])).toEqual(['Martin', 'Zoé'])
  })

  it('toutes sont dans la feuille, aucune ne touche une autre, et la première est à la place choisie', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...labelSheets, badgeSheet),
        fc.integer({ min: -3, max: 90 }),
        fc.integer({ min: 0, max: 150 }),
        (sheet, startAt, count) => {
          const places = labelPlaces(sheet, startAt, count)
          expect(places).toHaveLength(count)
          for (const { left, top } of places) {
            expect(left).toBeGreaterThanOrEqual(0)
            expect(top).toBeGreaterThanOrEqual(0)
            expect(left + sheet.width).toBeLessThanOrEqual(a4.width + 1e-9)
            expect(top + sheet.height).toBeLessThanOrEqual(a4.height + 1e-9)
          }
          expect(new Set(places.map(({ page, left, top }) => `${page} ${left.toFixed(3)} ${top.toFixed(3)}`)).size).toBe(count)
          const first = Math.min(Math.max(startAt, 1), labelsOnSheet(sheet)) - 1
          if (count > 0) expect(places[0]).toEqual(labelPlaces(sheet, 1, first + 1)[first])
        },
      ),
    )
  })

  it('les marges de la L7160 sont celles du fabricant, à deux dixièmes près', () => {
    const [first] = labelPlaces(labelSheets[0], 1, 1)
    expect(Math.abs((first?.left ?? 0) - 7.2)).toBeLessThan(0.2)
    expect(Math.abs((first?.top ?? 0) - 15.1)).toBeLessThan(0.2)
  })
})

describe('le publipostage', () => {
  it('met chaque valeur à sa place, sans se soucier des accents ni des capitales', () => {
    const letter = mergeLetter({ subject: 'Merci {{ Prenom }}', body: '{{ADRESSE}}\n\nLe {{date}}\n{{first name}} {{nom}}\n' }, values)
    expect(letter).toEqual({
      subject: 'Merci Inès',
      lines: ['Inès Le Goff', '3 rue des Lilas', '35000 RENNES', '', 'Le 12 mars 2026', 'Inès Le Goff'],
      missing: [],
    })
  })

  it('dit le champ inconnu, et qui n’a pas de valeur', () => {
    const template = { subject: '', body: '{{surnom}}, vous êtes {{rôle}}.' }
    expect(unknownFields(template.body, template.subject)).toEqual(['surnom'])
    expect(mergeLetter(template, values)).toMatchObject({ lines: ['{{surnom}}, vous êtes .'], missing: ['role'] })
    expect(
      lackingByField(template, [
        { who: 'Inès', values },
        { who: 'Paul', values: { ...values, role: 'mentor' } },
      ]),
    ).toEqual([{ field: 'role', who: ['Inès'] }])
  })

  it('un nom qui ressemble à un champ reste un nom', () => {
    expect(mergeLetter({ subject: '', body: '{{prénom}}' }, { ...values, firstName: '{{nom}}' }).lines).toEqual(['{{nom}}'])
  })

  it('tout champ inséré par un bouton est reconnu, dans les deux langues', () => {
    for (const field of letterFields)
      for (const language of ['fr', 'en'] as const) expect(templateParts(fieldToken(field, language))).toEqual([{ kind: 'field', field }])
  })
})
