import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { personToVcard } from '#domain/exporting/vcard'
import type { PersonId } from '#domain/id'
import type { PartialDate } from '#domain/period'
import { emptyPerson } from '#domain/person'
import { readFile } from '../../../src/main/files/read-file.ts'

const open = (content: string | Uint8Array) => {
  const file = readFile({ fileName: 'liste.csv', bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content })
  if (!file.ok) throw new Error(file.error.detail)
  return file.value
}
const rows = (content: string | Uint8Array): unknown => open(content).rows(0, 0, 1000)

const encode = (text: string, table: string): Uint8Array => {
  const byteBySign = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(table).decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, (sign) => byteBySign.get(sign) ?? 0x3f)
}

/** From Microsoft's table of code page 850. */
const dosBytes: Readonly<Record<string, number>> = {
  é: 0x82,
  â: 0x83,
  à: 0x85,
  ç: 0x87,
  ê: 0x88,
  ë: 0x89,
  è: 0x8a,
  ï: 0x8b,
  É: 0x90,
  ô: 0x93,
  û: 0x96,
  '«': 0xae,
  '»': 0xaf,
}

const french = [
  'Prénom;Nom;Adresse;Ville\r\nHélène;Lefèvre;12 rue de l’Église;Besançon\r\nAnaïs;Noël;3 allée des Chênes;Orléans\r\n',
  'nom;note\rDUPRÉ;« à rappeler »\rMARIÉ;déjà venue\r',
  'ÉVÉNEMENT;PRÉSENTS\nGoûter;8\n',
]

it('a grid with a person a column is handed on with a person a row, and says so', () => {
  const file = open('Date;Anne Dupont;Marc Martin;Élodie Petit\n12/03/2024;x;;x\n19/03/2024;;x;x\n')
  expect(file.info.sheets).toEqual([{ name: 'liste', rows: 4, columns: 3, hidden: false, turned: true }])
  expect(file.rows(0, 0, 9)).toEqual([
    ['Nom et prénom', '12/03/2024', '19/03/2024'],
    ['Anne Dupont', 'x'],
    ['Marc Martin', null, 'x'],
    ['Élodie Petit', 'x', 'x'],
  ])
})

describe('the encoding of a text', () => {
  it.each(french)('Windows and Mac are told apart by French words: %j', (text) => {
    for (const table of ['windows-1252', 'macintosh'] as const) {
      const file = open(encode(text, table))
      expect([file.info.encoding, JSON.stringify(file.rows(0, 0, 9))]).toEqual([
        table,
        JSON.stringify(Papa.parse<string[]>(text.trimEnd(), { delimiter: ';' }).data),
      ])
    }
  })

  it.each(french)('an export of a DOS program is read by its French words: %j', (text) => {
    // No « ’ » in code page 850: those programs wrote a straight one.
    const plain = text.replaceAll('’', "'")
    const file = open(Uint8Array.from(plain, (sign) => (sign < '\u0080' ? sign.charCodeAt(0) : (dosBytes[sign] ?? 0x3f))))
    expect([file.info.encoding, JSON.stringify(file.rows(0, 0, 9))]).toEqual([
      'windows-1252',
      JSON.stringify(Papa.parse<string[]>(plain.trimEnd(), { delimiter: ';' }).data),
    ])
  })

  it('a few zeros left by a broken copy stay in their cells; a file full of them is no text', () => {
    const line = 'Lefèvre;Hélène;12 rue de l’Église;Besançon\n'
    expect(open(`Nom;Prénom;Adresse;Ville\n${line}Du\u0000rand;Zoé;;\n${line.repeat(4)}`).rows(0, 2, 1)).toEqual([['Du\u0000rand', 'Zoé']])
    for (const bytes of [
      new TextEncoder().encode('Nom\u0000\u0000;Prénom\u0000\u0000\nDurand'),
      Uint8Array.of(...new TextEncoder().encode(line.repeat(9)), 0, 1, 2),
    ]) {
      const file = readFile({ fileName: 'liste.csv', bytes })
      expect(file.ok ? null : file.error.kind).toBe('unsupported')
    }
  })

  it.each([
    ['utf-16le', Buffer.from('Nom;Prénom\nDurand;Zoé\n', 'utf16le')],
    ['utf-16be', Buffer.from('Nom;Prénom\nDurand;Zoé\n', 'utf16le').swap16()],
  ])('%s without a mark is recognised by its zero bytes', (encoding, bytes) => {
    const file = open(bytes)
    expect([file.info.encoding, file.rows(0, 1, 1)]).toEqual([encoding, [['Durand', 'Zoé']]])
  })

  it('loses nothing of a UTF-8 file with a line pasted from an older one', () => {
    const good = new TextEncoder().encode('Prénom\nHélène\nAnaïs\nZoé\nLéa\nÉlodie\nNoël\n')
    const file = open(Uint8Array.from([...good, ...encode('Jérôme\n', 'windows-1252')]))
    expect([file.info.encoding, file.rows(0, 7, 1)]).toEqual(['utf-8', [['Jérôme']]])
  })

  it('reads any French text back from any encoding of ours', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('abcdeéèàçêôûîL’ -')), minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 3 }), (words) => {
        const text = `Prénom et nom de l’élève\n${words.map((line) => `x${line}\n`).join('')}`
        const expected = words.map((line) => [`x${line}`])
        expect(open(text).rows(0, 1, 1e6)).toEqual(expected)
        expect(open(encode(text, 'windows-1252')).rows(0, 1, 1e6)).toEqual(expected)
        expect(open(Buffer.from(`\ufeff${text}`, 'utf16le')).rows(0, 1, 1e6)).toEqual(expected)
      }),
    )
  })
})

describe('delimited text', () => {
  it.each([';', ',', '\t', '|'])('delimiter %j is found among texts full of the others', (delimiter) => {
    const table = [
      ['Nom', 'Note', 'Code postal'],
      ['Durand', 'a, b; c', '01000'],
      ['Le Gall', 'x;y', '07000'],
      ['Noël', '', '75018'],
    ]
    const file = open(Papa.unparse(table, { delimiter, newline: '\r\n' }))
    expect([file.info.delimiter, file.rows(0, 0, 9)]).toEqual([delimiter, table.map((row) => row.map((cell) => (cell === '' ? null : cell)))])
  })

  it('finds the delimiter under a title and a date', () => {
    expect(open('Liste des adhérents, saison 2024\n\nNom;Prénom;Ville\nDurand;Zoé;Brest, Finistère\nNoël;Ana;Lyon\n').info.delimiter).toBe(';')
  })

  it('obeys a « sep= » line, which is no row', () => {
    expect(rows('sep=|\r\nNom|Note\r\nDurand|a;b\r\n')).toEqual([
      ['Nom', 'Note'],
      ['Durand', 'a;b'],
    ])
  })

  it('takes a list that begins with « ID;P » for a list, which Excel does not', () => {
    expect(rows('ID;Prénom;Nom\n1;Zoé;Durand\n')).toEqual([
      ['ID', 'Prénom', 'Nom'],
      ['1', 'Zoé', 'Durand'],
    ])
    expect(rows('ID;PRENOM\nP;Zoé\nE')).toEqual([['ID', 'PRENOM'], ['P', 'Zoé'], ['E']])
  })

  it('keeps formulas, apostrophes, backslashes and long numbers as the texts they are', () => {
    expect(rows('a;b;c;d\n="01234";\'49;C:\\dir\\"x";12345678901234567890\n')).toEqual([
      ['a', 'b', 'c', 'd'],
      ['="01234"', "'49", 'C:\\dir\\"x"', '12345678901234567890'],
    ])
  })

  it('a quote that is never closed costs its own cell only', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `Durand ${index};${index}`)
    const read = open(`Nom;Rang\n"Le Nid" association;1\n"jamais fermé;2\n${lines.join('\n')}\n`)
    expect(read.rows(0, 1, 3)).toEqual([
      ['"Le Nid" association', '1'],
      ['"jamais fermé', '2'],
      ['Durand 0', '0'],
    ])
    expect(read.info.sheets[0]?.rows).toBe(303)
  })

  it('reads lines that end now one way, now another, and line feeds inside quotes', () => {
    expect(rows('Nom;Note\r\nDurand;"deux\nlignes"\r\nNoël;x\nLéa;y\r\n')).toEqual([
      ['Nom', 'Note'],
      ['Durand', 'deux\nlignes'],
      ['Noël', 'x'],
      ['Léa', 'y'],
    ])
  })

  it('keeps the place of empty lines', () => {
    expect(rows('Titre\n\n\nNom;Prénom\n;Zoé\n')).toEqual([['Titre'], [], [], ['Nom', 'Prénom'], [null, 'Zoé']])
  })

  it('gives back any table that was written well', () => {
    const cell = fc.string({ unit: fc.constantFrom(...Array.from('ab é,;|\t"\'\n=1')), maxLength: 6 })
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }))
    fc.assert(
      fc.property(table, fc.constantFrom(';', ',', '\t', '|'), fc.constantFrom('\n', '\r\n'), (generated, delimiter, newline) => {
        const header = generated[0]?.map((_, column) => `Colonne ${column}`) ?? []
        const expected = [header, ...generated].map((row) => row.map((value) => (value === '' ? null : value)))
        const text = `sep=${delimiter}${newline}${Papa.unparse([header, ...generated], { delimiter, newline, quotes: true })}${newline}`
        const trimmed = (row: readonly unknown[]): readonly unknown[] => row.slice(0, row.findLastIndex((value) => value !== null) + 1)
        const read = open(text).rows(0, 0, 100)
        expect(expected.map((_, row) => trimmed(read[row] ?? []))).toEqual(expected.map(trimmed))
      }),
      { numRuns: 300 },
    )
  })
})

describe('html tables in disguise', () => {
  it('keep zeros, entities, line ends and merged cells where they are', () => {
    const html = `<html><meta charset=utf-8><table border=1><tr><th colspan=2>Ident<br>ité<th>Note</tr>
      <tr><td rowspan="2">Durand<td>0612345678<td>&eacute;&#233;&amp;&nbsp;x</tr><tr><td>01000<td><p>a</p><p>b</p></tr></table>`
    expect(rows(html)).toEqual([
      ['Ident\nité', null, 'Note'],
      ['Durand', '0612345678', 'éé&\u00a0x'],
      [null, '01000', 'a\nb'],
    ])
  })

  it('obey the old charset that they name, unless they are UTF-8 after all', () => {
    const html = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head><table><tr><td>ÉTÉ Œ</td></tr></table>'
    const old = open(encode(html, 'windows-1252'))
    expect([old.info.encoding, old.rows(0, 0, 1), open(html).info.encoding, rows(html)]).toEqual(['windows-1252', [['ÉTÉ Œ']], 'utf-8', [['ÉTÉ Œ']]])
  })
})

describe('contact cards', () => {
  it('of version 4 with groups, several of everything and a partial birthday', () => {
    const card =
      'BEGIN:VCARD\r\nVERSION:4.0\r\nN:Durand;Zoé;;;\r\nitem1.EMAIL;TYPE="work,home":zoe@exemple.fr\r\nEMAIL:z@exemple.fr\r\nTEL;VALUE=uri:tel:+33-6-12-34-56-78\r\nADR;LABEL="a; b":;Bât. A;12 rue X\\, bis;Lyon;;69001;France\r\nADR:;;3 rue Y;Brest;;29200;\r\nBDAY:--0321\r\nNOTE:une ligne\\npuis\r\n  une autre\\; fin\r\nORG:Le Nid;Bureau\r\nEND:VCARD\r\n'
    expect(rows(card)).toEqual([
      [
        'Nom',
        'Prénom',
        'Date de naissance',
        'E-mail',
        'E-mail 2',
        'Téléphone',
        'Adresse',
        'Code postal',
        'Ville',
        'Pays',
        'Adresse 2',
        'Code postal 2',
        'Ville 2',
        'Organisation',
        'Service',
        'Notes',
      ],
      [
        'Durand',
        'Zoé',
        '--03-21',
        'zoe@exemple.fr',
        'z@exemple.fr',
        '+33-6-12-34-56-78',
        '12 rue X, bis\nBât. A',
        '69001',
        'Lyon',
        'France',
        '3 rue Y',
        '29200',
        'Brest',
        'Le Nid',
        'Bureau',
        'une ligne\npuis une autre; fin',
      ],
    ])
  })

  it('of version 2.1 in quoted-printable Latin 1, folded', () => {
    const card =
      'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Lef=E8vre;H=E9l=\n=E8ne\nTEL;CELL:0612345678\nTEL;WORK;FAX:0199999999\nEND:VCARD\n'
    expect(rows(card)).toEqual([
      ['Nom', 'Prénom', 'Téléphone', 'Fax'],
      ['Lefèvre', 'Hélène', '0612345678', '0199999999'],
    ])
  })

  it('of our own come back as they went', () => {
    const person = {
      ...emptyPerson('0190c000-0000-7000-8000-000000000001' as PersonId),
      lastName: 'Le; Gall, x',
      firstName: 'Zoé',
      birthDate: '1998-05' as PartialDate,
      phones: [{ number: '+33612345678', label: 'mobile' as const }],
      addresses: [
        { street: '12; rue X, bis', postalCode: '01000', city: 'Bourg', country: 'FR', label: 'home' as const, communeCode: null, qpvCode: null },
      ],
      note: `a; b\n"c" : ${'é'.repeat(90)} \\ fin`,
    }
    const card = personToVcard(person, { organisation: () => '', tag: () => '' })
    expect(rows(card)).toEqual([
      ['Identifiant Maillage', 'Nom', 'Prénom', 'Date de naissance', 'Téléphone', 'Adresse', 'Code postal', 'Ville', 'Pays', 'Notes'],
      [person.id, person.lastName, 'Zoé', '1998-05', '+33612345678', '12; rue X, bis', '01000', 'Bourg', 'FR', person.note],
    ])
  })

  it('without a structured name keep the whole one', () => {
    expect(rows('BEGIN:VCARD\nVERSION:3.0\nFN:Zoé Durand\nEND:VCARD')).toEqual([['Nom complet'], ['Zoé Durand']])
  })
})

describe('flat OpenDocument', () => {
  const flat = (body: string, styles = ''): string =>
    `<?xml version="1.0" encoding="UTF-8"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Feuille1" table:style-name="ta1">${body}</table:table></office:spreadsheet></office:body></office:document>`
  const float = (value: string, text: string): string =>
    `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${text}</text:p></table:table-cell>`

  it('keeps codes, dates before 1900, durations, repeated cells and the blanks that count', () => {
    const cells = [
      float('1000', '01000'),
      float('1234', '1\u202f234'),
      float('12.5', '12,50'),
      '<table:table-cell office:value-type="date" office:date-value="1898-05-12"><text:p>12/05/98</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="2021-12-31T23:59:59.999999999"/>',
      '<table:table-cell office:value-type="time" office:time-value="PT26H30M00S"><text:p>26:30</text:p></table:table-cell>',
      '<table:covered-table-cell table:number-columns-repeated="2"/>',
      '<table:table-cell table:number-columns-repeated="2" office:value-type="string"><office:annotation><text:p>commentaire</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p><text:p><text:span>c</text:span><text:line-break/>d</text:p></table:table-cell>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
      '<table:table-cell calcext:value-type="error" office:value-type="string" office:string-value=""><text:p>#N/D</text:p></table:table-cell>',
      '<table:table-cell table:number-columns-repeated="16000"/>',
    ]
    const file = open(
      flat(
        `<table:table-row>${cells.join('')}</table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
      ),
    )
    expect(file.info).toMatchObject({ format: 'fods', encoding: 'utf-8', sheets: [{ rows: 1, columns: 12 }] })
    expect(file.rows(0, 0, 5)).toEqual([
      [
        { number: 1000, text: '01000' },
        1234,
        12.5,
        { date: '1898-05-12' },
        { date: '2022-01-01' },
        { number: 1.1041666666666667, text: '26:30' },
        null,
        null,
        'a  b\nc\nd',
        'a  b\nc\nd',
        true,
        { error: '#N/D' },
      ],
    ])
  })

  it('tells hidden sheets', () => {
    const hidden = '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>'
    expect(open(flat(`<table:table-row>${float('1', '1')}</table:table-row>`, hidden)).info.sheets[0]?.hidden).toBe(true)
  })
})

describe('what is no table', () => {
  const refused = (content: string | Uint8Array): string => {
    const file = readFile({ fileName: 'liste.csv', bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content })
    return file.ok ? `read as ${file.value.info.format}` : file.error.kind
  }
  it.each([
    ['numbers of two bytes', Uint8Array.from({ length: 2000 }, (_, at) => at % 4), 'unsupported'],
    [
      'a letter of a mail program',
      'Return-Path: <a@x.fr>\nFrom: a@x.fr\nSubject: Liste\nDate: Mon, 1 Jan 2024 10:00:00 +0100\n\nBonjour, voici.\n',
      'unsupported',
    ],
    ['one object a line', '{"nom":"Durand"}\n{"nom":"Petit"}\n', 'unsupported'],
    ['blanks between delimiters', '  \n\n \t \n;;;\n', 'empty'],
    ['a table whose first column is « From: »', 'From: ;Nom\nA;B\n', 'read as csv'],
  ] as const)('%s is %s', (_, content, outcome) => {
    expect(refused(content)).toBe(outcome)
  })

  it('a group of an address book is nobody, and 1604 is no year of birth', () => {
    const cards =
      'BEGIN:VCARD\nVERSION:3.0\nN:Durand;Léa;;;\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-05-14\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Chorale\nEND:VCARD\n'
    expect(rows(cards)).toEqual([
      ['Nom', 'Prénom', 'Date de naissance'],
      ['Durand', 'Léa', '--05-14'],
    ])
  })
})
