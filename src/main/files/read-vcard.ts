import ICAL from 'ical.js'
import type { RawCell } from '#domain/importing/sheet'
import { newCellBudget, SheetRows, type ReadSheet } from './sheet-rows.ts'
import { vcardLines, type VcardLine } from './vcard-lines.ts'

/**
 * The cards of a vcf file as one sheet, a row each under the column names of our own exports (« Nom », « Prénom », « E-mail », « E-mail 2 »…).
 * Pictures, keys, messengers and a program's own properties are left out: nothing in Maillage could keep them.
 */
export const readVcards = (text: string): ReadSheet => {
  const cards = vcardLines(text)
    .filter((lines) => !lines.some(isOfGroup))
    .map(cardCells)
    .filter((cells) => cells.size > 0)
  const headers = [...new Set(cards.flatMap((cells) => [...cells.keys()]))].sort((one, other) => rank(one) - rank(other))
  const rows = new SheetRows(newCellBudget())
  if (cards.length > 0) headers.forEach((header, column) => rows.put(0, column, header))
  cards.forEach((cells, index) => headers.forEach((header, column) => rows.put(index + 1, column, cells.get(header) ?? null)))
  return rows.finish('Contacts', false)
}

/** Our own export writes the same names. */
const headerOrder = [
  'Identifiant Maillage',
  'Nom',
  'Prénom',
  'Nom complet',
  'Genre',
  'Date de naissance',
  'E-mail',
  'Téléphone',
  'Adresse',
  'Code postal',
  'Ville',
  'Pays',
  'Organisation',
  'Service',
  'Fonction',
  'Étiquettes',
  'Notes',
  'Fax',
  'Surnom',
  'Site web',
] as const
type Header = (typeof headerOrder)[number]

/** Numbered columns follow one another, addresses as a whole: Adresse, Code postal, Ville, Pays, then Adresse 2… */
const rank = (header: string): number => {
  const number = Number(/ (\d+)$/.exec(header)?.[1] ?? 1)
  const place = headerOrder.findIndex((name) => name === header.replace(/ \d+$/, ''))
  const group =
    header.startsWith('Adresse') || header.startsWith('Code postal') || header.startsWith('Ville') || header.startsWith('Pays')
      ? headerOrder.indexOf('Adresse')
      : place
  return group * 1_000_000 + number * 100 + place
}

/** The card of a list of other cards: nobody. */
const isOfGroup = ({ name, value }: VcardLine): boolean =>
  (name === 'KIND' || name === 'X-ADDRESSBOOKSERVER-KIND') && value.trim().toLowerCase() === 'group'

const cardCells = (lines: readonly VcardLine[]): ReadonlyMap<string, RawCell> => {
  const cells = new Map<string, RawCell>()
  const put = (header: string, cell: RawCell): void => {
    if (cell === null || cell === '') return
    let free = header
    for (let number = 2; cells.has(free); number++) free = `${header} ${number}`
    cells.set(free, cell)
  }
  const append = (header: Header, text: string, glue: string): void => {
    const before = cells.get(header)
    if (text !== '') cells.set(header, typeof before === 'string' ? before + glue + text : text)
  }
  let [addresses, fullName] = [0, '']
  for (const line of lines) {
    const fields = parseValue(line)
    const whole = fields.map((field) => field.join(',')).join(';')
    switch (line.name) {
      case 'UID': {
        // Ours are version 7; the identifiers of other programs are not.
        const id = /^urn:uuid:([\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12})$/i.exec(line.value.trim())?.[1]
        put('Identifiant Maillage', id ?? null)
        break
      }
      case 'N':
        put('Nom', part(fields, 0))
        put('Prénom', part(fields, 1))
        break
      case 'FN':
        fullName ||= whole.trim()
        break
      case 'EMAIL':
        put('E-mail', whole.trim())
        break
      case 'TEL':
        put(line.types.includes('fax') ? 'Fax' : 'Téléphone', whole.replace(/^tel:/i, '').trim())
        break
      case 'ADR': {
        const street = [fields[2], fields[1], fields[0]].map((field) => (field ?? []).join(', ').trim()).filter((piece) => piece !== '')
        const suffix = ++addresses === 1 ? '' : ` ${addresses}`
        put(`Adresse${suffix}`, street.join('\n'))
        put(`Code postal${suffix}`, part(fields, 5))
        put(`Ville${suffix}`, part(fields, 3))
        put(`Pays${suffix}`, part(fields, 6))
        break
      }
      case 'ORG':
        put('Organisation', part(fields, 0))
        put(
          'Service',
          fields
            .slice(1)
            .map((field) => field.join(',').trim())
            .filter((piece) => piece !== '')
            .join(' / '),
        )
        break
      case 'TITLE':
        put('Fonction', whole.trim())
        break
      case 'BDAY':
        if (!cells.has('Date de naissance')) put('Date de naissance', birthDate(whole.trim()))
        break
      case 'NICKNAME':
        put('Surnom', whole.trim())
        break
      case 'URL':
        put('Site web', whole.trim())
        break
      case 'GENDER':
        put('Genre', part(fields, 0) === 'O' ? 'autre' : part(fields, 0))
        break
      case 'CATEGORIES':
        append('Étiquettes', fields.flat().join(', ').trim(), ', ')
        break
      case 'NOTE':
        append('Notes', whole.trim(), '\n')
        break
    }
  }
  // A formatted name says nothing more once the parts are known.
  if (!cells.has('Nom') && !cells.has('Prénom')) put('Nom complet', fullName)
  return cells
}

/** Address books of Apple write 1604 for a year that is not known: the day alone stays a text, for no date can be made of it. */
const birthDate = (text: string): RawCell => {
  if (text.startsWith('1604-')) return text.replace('1604', '-')
  return /^\d{4}-\d\d-\d\d/.test(text) ? { date: text.slice(0, 10) } : text
}

const part = (fields: readonly (readonly string[])[], index: number): string => (fields[index] ?? []).join(', ').trim()

/** The value as fields (parted by « ; ») of texts (parted by « , »), unescaped by ical.js under the rules of version 3.0. */
const parseValue = (line: VcardLine): readonly (readonly string[])[] => {
  const isText = line.name === 'NOTE' || line.name === 'FN' || line.name === 'TITLE' || line.name === 'URL'
  if (line.name === 'BDAY' && line.valueType === 'text') return [[line.value]]
  try {
    const card: unknown = ICAL.parse(`BEGIN:VCARD\r\nVERSION:3.0\r\n${line.name}:${line.value}\r\nEND:VCARD`)
    const fields = asFields(valuesOf(card))
    // ical.js leaves these escapes, which some programs write in plain texts.
    const [plain] = isText
      ? [
          fields
            .map((field) => field.join(','))
            .join(';')
            .replace(/\\([;:"])/g, '$1'),
        ]
      : []
    return plain === undefined ? fields : [[plain]]
  } catch {
    // A value that is no date or no number in a rigid property: the text itself is still worth showing.
    return [[line.value]]
  }
}

/** jCal: ["vcard", [["version", …], [name, parameters, type, value, …]], []] */
const valuesOf = (card: unknown): readonly unknown[] => {
  const properties: unknown = Array.isArray(card) ? card[1] : null
  const property: unknown = Array.isArray(properties) ? properties[1] : null
  return Array.isArray(property) ? property.slice(3) : []
}

const asFields = (values: readonly unknown[]): readonly (readonly string[])[] => {
  const first = values[0]
  if (values.length === 1 && Array.isArray(first)) return first.map((field: unknown) => (Array.isArray(field) ? field.map(asText) : [asText(field)]))
  return [values.length === 0 ? [''] : values.map(asText)]
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
