import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { describe, expect, it } from 'vitest'
import { cleanText, cellText, isEmptyCell } from '#domain/importing/cell-text'
import { dateOrderOf } from '#domain/importing/date-order'
import { distance } from '#domain/importing/edit-distance'
import { parseCountry } from '#domain/importing/parse-country'
import { parseDateNumber, parseDateText } from '#domain/importing/parse-date'
import { parseEmails } from '#domain/importing/parse-email'
import { parseGender } from '#domain/importing/parse-gender'
import { parseHoursText, parseNumberText } from '#domain/importing/parse-number'
import { parsePhones } from '#domain/importing/parse-phone'
import { parseAttendance, parseConsent, parseYesNo } from '#domain/importing/parse-yes-no'
import { guessNameOrder, isLikeFullName, splitFullName } from '#domain/importing/split-name'
import { daysInMonth } from '#domain/period'

const pad = (number: number, width = 2): string => String(number).padStart(width, '0')
const aDay = fc.record({ year: fc.integer({ min: 1900, max: 2099 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
const dateOf = (text: string, order: 'dmy' | 'mdy' = 'dmy'): string | null => parseDateText(text, order, 30)?.date ?? null

describe('lire une date', () => {
  it.each([
    ['12/03/1998', '1998-03-12'],
    ['12-03-98', '1998-03-12'],
    ['12.3.1998', '1998-03-12'],
    ['12 mars 1998', '1998-03-12'],
    ['1er mars 1998', '1998-03-01'],
    ['1 février 2005', '2005-02-01'],
    ['mars 1998', '1998-03'],
    ['1998', '1998'],
    ['03/1998', '1998-03'],
    ['1998-03-12', '1998-03-12'],
    ['1998-03', '1998-03'],
    ['jeudi 12 mars 1998', '1998-03-12'],
    ['12/03/1998 14:25', '1998-03-12'],
    ['01/10/2019 20:36:00', '2019-10-01'],
    ['1998-03-12T00:00:00Z', '1998-03-12'],
    ['12 sept. 2001', '2001-09-12'],
    ['12-mars-98', '1998-03-12'],
    ['12 août 2030', '2030-08-12'],
    ['March 12, 1998', '1998-03-12'],
    ['12031998', '1998-03-12'],
    ['19980312', '1998-03-12'],
    ['36000', '1998-07-24'],
  ])('lit « %s »', (text, expected) => {
    expect(dateOf(text)).toBe(expected)
  })

  it.each([
    '31/02/1980',
    '12/25/1990',
    '00/01/1990',
    '29/02/1999',
    '12/13/14/15',
    'hier',
    '1998-13-01',
    '32 mars 1998',
    '',
    '12/03/98765',
    'vers 1950',
  ])('refuse « %s » au lieu de le déplacer', (text) => {
    expect(parseDateText(text, 'dmy', 30)).toBeNull()
  })

  it('lit toute date qui existe, comme les Français l’écrivent, et aucune qui n’existe pas', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom('/', '-', '.', ' '), ({ year, month, day }, sign) => {
        const read = dateOf(`${pad(day)}${sign}${pad(month)}${sign}${String(year)}`)
        return read === (day <= daysInMonth(year, month) ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : null)
      }),
    )
  })

  it('rend la même date par son numéro de jour d’Excel', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 91_000 }), (serial) => {
        // 1900 to 2149: years written alone are years.
        fc.pre(serial < 1850 || serial > 2149)
        const expected = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
        return parseDateNumber(serial)?.date === expected && parseDateNumber(serial + 0.5)?.how === 'excel-serial'
      }),
    )
    expect(parseDateNumber(60)).toBeNull()
    expect(parseDateNumber(1998)).toEqual({ date: '1998', how: 'as-typed' })
  })

  it('lit les années à deux chiffres selon le pivot, et le dit', () => {
    expect(parseDateText('12/03/30', 'dmy', 30)).toEqual({ date: '2030-03-12', how: 'two-digit-year' })
    expect(parseDateText('12/03/31', 'dmy', 30)).toEqual({ date: '1931-03-12', how: 'two-digit-year' })
  })

  it('dit quand une heure est laissée de côté, sauf minuit', () => {
    expect(parseDateText('04/03/2026 14:25', 'dmy', 30)?.how).toBe('time-dropped')
    expect(parseDateText('04/03/2026 00:00:00', 'dmy', 30)?.how).toBe('as-typed')
  })
})

describe('décider l’ordre des dates d’une colonne', () => {
  it('jour d’abord dès qu’un jour dépasse 12', () => {
    expect(dateOrderOf(['05/03/1980', '25/12/1990', '12/25/1990'], 'unlikely')).toBe('dmy')
  })
  it('mois d’abord seulement quand la colonne le prouve', () => {
    expect(dateOrderOf(['12/25/1990', '03/14/2001', '05/03/1980', '11/30/1999'], 'unlikely')).toBe('mdy')
    expect(dateOrderOf(['12/25/1990', '03/04/2001', '05/03/1980', '11/10/1999', '01/02/2003'], 'unlikely')).toBe('ambiguous')
  })
  it('demande quand rien ne tranche, sauf pour un programme qui écrit mois d’abord', () => {
    expect(dateOrderOf(['05/03/1980', '01/02/1990'], 'unlikely')).toBe('ambiguous')
    expect(dateOrderOf(['05/03/1980', '01/02/1990'], 'expected')).toBe('mdy')
    expect(dateOrderOf(['1998-03-12'], 'unlikely')).toBe('ymd')
    expect(dateOrderOf(['1998', null, 36000], 'unlikely')).toBeNull()
  })
})

describe('lire un téléphone', () => {
  it.each([
    ['06 12 34 56 78', ['+33612345678']],
    ['06.12.34.56.78', ['+33612345678']],
    ['0612345678', ['+33612345678']],
    ['+33 6 12 34 56 78', ['+33612345678']],
    ['+33(0)6 12 34 56 78', ['+33612345678']],
    ['0033612345678', ['+33612345678']],
    ['33612345678', ['+33612345678']],
    ['612345678', ['+33612345678']],
    ['06 12 34 56 78 / 01 42 33 44 55', ['+33612345678', '+33142334455']],
    ['tél. 06 12 34 56 78', ['+33612345678']],
    ['0692 12 34 56', ['+262692123456']],
    ['+32 470 12 34 56', ['+32470123456']],
    ['06 12 34 56 78 (maman)', ['+33612345678']],
  ])('lit « %s »', (text, numbers) => {
    expect(parsePhones(text)?.numbers).toEqual(numbers)
  })
  it.each(['06 12 34', '12345', 'aucun', '06 12 34 56 78 90 12', '00 00 00 00 00', '06 12 34 56 78 / 12'])('refuse « %s »', (text) => {
    expect(parsePhones(text)).toBeNull()
  })
  it('dit quand un zéro perdu a été remis', () => {
    expect(parsePhones('612345678')?.restored).toBe(true)
    expect(parsePhones('0612345678')?.restored).toBe(false)
  })
  it('lit un numéro étranger selon le pays de l’adresse', () => {
    expect(parsePhones('(212) 555-2368', 'US')?.numbers).toEqual(['+12125552368'])
    expect(parsePhones('(212) 555-2368')).toBeNull()
  })
  it('donne pour la France le même résultat que la bibliothèque', () => {
    fc.assert(
      fc.property(fc.constantFrom('1', '3', '4', '5', '6', '7', '9'), fc.integer({ min: 0, max: 99_999_999 }), (first, rest) => {
        const typed = `0${first}${String(rest).padStart(8, '0')}`
        fc.pre(parsePhones(typed)?.numbers[0]?.startsWith('+33') === true)
        return parsePhones(typed)?.numbers[0] === parsePhoneNumberFromString(typed, 'FR')?.number
      }),
    )
  })
})

describe('lire une adresse électronique', () => {
  it.each([
    ['camille@example.org', ['camille@example.org']],
    ['Camille Durand <camille@example.org>', ['camille@example.org']],
    ['mailto:camille@example.org', ['camille@example.org']],
    ['camille@example.org.', ['camille@example.org']],
    ['a@example.org ; b@example.org', ['a@example.org', 'b@example.org']],
    ['a@example.org, A@example.org', ['a@example.org']],
    ['a@example.org b@example.org', ['a@example.org', 'b@example.org']],
    ['a@example.org ::: b@example.org', ['a@example.org', 'b@example.org']],
  ])('lit « %s »', (text, addresses) => {
    expect(parseEmails(text)?.addresses).toEqual(addresses)
  })
  it.each([
    'camille',
    'camille@example',
    'camille@@example.org',
    'camille@example..org',
    'hélène@example.org',
    'a@example.org ; bidule',
    '@example.org',
    'camille example.org',
  ])('refuse « %s »', (text) => {
    expect(parseEmails(text)).toBeNull()
  })
})

describe('lire un nombre, une durée, un oui', () => {
  it.each([
    ['1 234,50', 1234.5],
    ['1\u202f234,50 €', 1234.5],
    ['12', 12],
    ['12.5', 12.5],
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['-3', -3],
    ['douze', null],
    ['1/2', null],
  ])('lit le nombre « %s »', (text, number) => {
    expect(parseNumberText(text)).toBe(number)
  })
  it.each([
    ['2', 2],
    ['2h', 2],
    ['2h30', 2.5],
    ['1:30', 1.5],
    ['45 min', 0.75],
    ['2,5', 2.5],
    ['1 h 15', 1.25],
    ['3 heures', 3],
    ['2h75', null],
    ['9h-12h', 3],
    ['9h30 à 12h', 2.5],
    ['14:00-16:30', 2.5],
    ['de 9h à 12h', 3],
    ['9-12h', 3],
    ['9h-12h et 14h-17h', 6],
    ['22h-2h', 4],
    ['9-12', null],
    ['14h-9h', null],
    ['9h-25h', null],
    ['9h75-12h', null],
    ['longtemps', null],
  ])('lit la durée « %s »', (text, hours) => {
    expect(parseHoursText(text)).toBe(hours)
  })
  it('lit oui, non et les croix', () => {
    for (const text of ['oui', 'OUI', 'x', 'X', '1', '✓', 'VRAI', 'ok', 'O']) expect([text, parseYesNo(text)]).toEqual([text, true])
    for (const text of ['non', 'NON', '0', '-', 'FAUX']) expect([text, parseYesNo(text)]).toEqual([text, false])
    expect(parseYesNo('peut-être')).toBeNull()
  })
  it('lit une présence', () => {
    expect(['X', 'présente', 'absent', 'Excusée', 'en ligne', 'inscrit', '2h'].map((text) => parseAttendance(text))).toEqual([
      { status: 'present', hours: null },
      { status: 'present', hours: null },
      { status: 'absent', hours: null },
      { status: 'excused', hours: null },
      { status: 'online', hours: null },
      { status: 'registered', hours: null },
      { status: 'present', hours: 2 },
    ])
    expect([parseAttendance('non'), parseAttendance('0'), parseAttendance('bof')]).toEqual(['nothing', 'nothing', null])
  })
  it('ne prend jamais un refus pour un accord', () => {
    for (const text of ['non', 'Refus', 'désinscrit', 'ne souhaite pas', 'UNSUBSCRIBED', 'cleaned', 'FAUX', '0'])
      expect([text, parseConsent(text)]).toEqual([text, false])
    expect(parseConsent('à voir')).toBeNull()
  })
  it('lit le genre et le pays', () => {
    expect(['F', 'Mme', 'Monsieur', 'Homme', 'Non spécifié', 'licorne'].map(parseGender)).toEqual([
      'female',
      'female',
      'male',
      'male',
      'unsaid',
      null,
    ])
    expect(['France', 'FRA', 'Belgique', 'Syldavie'].map(parseCountry)).toEqual(['', '', 'BE', null])
  })
})

describe('partager un nom', () => {
  it.each([
    ['Camille DURAND', 'last-first', 'DURAND', 'Camille'],
    ['DURAND Camille', 'first-last', 'DURAND', 'Camille'],
    ['DE LA TOUR Marie', 'first-last', 'DE LA TOUR', 'Marie'],
    ['Marie de LA TOUR', 'last-first', 'de LA TOUR', 'Marie'],
    ['Durand, Camille', 'first-last', 'Durand', 'Camille'],
    ['Camille Durand', 'first-last', 'Durand', 'Camille'],
    ['Durand Camille', 'last-first', 'Durand', 'Camille'],
    ['Jean-Pierre Le Gall', 'first-last', 'Le Gall', 'Jean-Pierre'],
    ['Jean Pierre Martin', 'first-last', 'Martin', 'Jean Pierre'],
    ['Le Gall Yann', 'last-first', 'Le Gall', 'Yann'],
    ['M. Yann LE GALL', 'last-first', 'LE GALL', 'Yann'],
    ['Mme Durand', 'last-first', 'Durand', ''],
    ['de Villiers Anne', 'last-first', 'de Villiers', 'Anne'],
  ] as const)('partage « %s »', (text, order, lastName, firstName) => {
    expect(splitFullName(text, order)).toEqual({ lastName, firstName })
  })
  it('devine l’ordre par les majuscules, puis par les prénoms', () => {
    expect(guessNameOrder(['DURAND Camille', 'MARTIN Élodie'])).toBe('last-first')
    expect(guessNameOrder(['Camille Durand', 'Élodie Martinot'])).toBe('first-last')
    expect(guessNameOrder(['Zxcv Qwer'])).toBeNull()
  })
  it('ne perd aucun mot du nom', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Camille', 'DURAND', 'de', 'La', 'Tour', 'Jean-Marc', 'O’Neil'), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('last-first' as const, 'first-last' as const),
        (words, order) => {
          const { lastName, firstName } = splitFullName(words.join(' '), order)
          return `${lastName} ${firstName}`.trim().split(' ').sort().join(' ') === [...words].sort().join(' ')
        },
      ),
    )
  })
  it('reconnaît un nom de personne, pas un titre', () => {
    expect([isLikeFullName('Camille Durand'), isLikeFullName('DURAND Camille'), isLikeFullName('Atelier CV'), isLikeFullName('Camille')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('lire une cellule', () => {
  it('déballe ="01234" et l’apostrophe des codes, et rien d’autre', () => {
    expect([cleanText('="01234"'), cleanText("'49"), cleanText("'Tis"), cleanText('="""60057"""'), cleanText('\u00a0Nom \u00a0')]).toEqual([
      '01234',
      '49',
      "'Tis",
      '"60057"',
      'Nom',
    ])
  })
  it('n’écrit jamais un grand nombre avec un exposant', () => {
    expect([cellText(33_612_345_678), cellText(12_345_678_901_234), cellText(1.5), cellText({ number: 1000, text: '01000' })]).toEqual([
      '33612345678',
      '12345678901234',
      '1,5',
      '01000',
    ])
  })
  it('lit une case démesurée aussi vite qu’une autre, et n’y trouve rien', () => {
    for (const filler of [' ', 'a@', '0', '1/', '("', ' et ', 'tél. ']) {
      const huge = `x${filler.repeat(60_000)}x`
      expect([
        cellText(huge).length,
        isEmptyCell(huge),
        parseEmails(huge),
        parsePhones(huge),
        parseDateText(huge, 'dmy', 30),
        parseNumberText(huge),
        parseYesNo(huge),
        isLikeFullName(huge),
      ]).toEqual([huge.length, false, null, null, null, null, null, false])
    }
  })
  it('prend les blancs invisibles pour du vide', () => {
    expect([isEmptyCell(null), isEmptyCell('\u00a0 \u200b'), isEmptyCell('0'), isEmptyCell(0)]).toEqual([true, true, false, false])
  })
})

describe('compter les fautes de frappe', () => {
  it('compte une lettre en plus, en moins, changée ou deux voisines échangées', () => {
    expect([
      distance('martin', 'martin'),
      distance('martin', 'martn'),
      distance('martin', 'marttin'),
      distance('martin', 'mertin'),
      distance('martin', 'matrin'),
      distance('martin', 'mertan'),
    ]).toEqual([0, 1, 1, 1, 1, 2])
  })
  it('compte pareil dans les deux sens', () => {
    const word = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('a', 'b', 'c') })
    fc.assert(fc.property(word, word, (left, right) => distance(left, right) === distance(right, left)))
  })
})
