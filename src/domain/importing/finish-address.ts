import { communeByCode, findCommune, type CommuneIndex } from '#domain/commune'
import { addNote, addProblem, type AddressParts, type DraftBuilder } from '#domain/importing/draft-builder'
import type { DraftContext } from '#domain/importing/draft-context'
import { parseCountry } from '#domain/importing/parse-country'
import type { Address, ContactLabel } from '#domain/person'
import { qpvVintage } from '#domain/qpv'

/** Makes the address of a group of columns: lost zeros of codes restored (and noted), the commune looked up, never guessed; null when there is nothing in it. */
export const addressMaker = (context: DraftContext): ((parts: AddressParts, label: ContactLabel, builder: DraftBuilder) => Address | null) => {
  const communeByWords = new Map<string, string | 'unknown' | 'several' | 'none'>()
  const lookUp = (communes: CommuneIndex, city: string, postalCode: string): string => {
    const key = `${postalCode}|${city}`
    const known = communeByWords.get(key)
    if (known !== undefined) return known
    const match = findCommune(communes, city, postalCode)
    const found = match.kind === 'found' ? match.commune.code : match.kind
    communeByWords.set(key, found)
    return found
  }
  return (typed, label, builder) => {
    const parts = splitStreet(typed, builder, context.communes, lookUp)
    const country = parts.country === '' ? '' : (parseCountry(parts.country) ?? parts.country)
    const french = country === '' || overseas.has(country)
    const { postalCode, city } = french ? frenchPostalCode(parts, builder) : { postalCode: parts.postalCode, city: parts.city }
    let communeCode: string | null = null
    if (french && context.communes !== null) {
      if (parts.communeCode !== '') communeCode = readInseeCode(context.communes, parts, builder)
      else if (city !== '' || postalCode !== '') {
        const found = lookUp(context.communes, city, postalCode)
        if (found.length === 5) communeCode = found
        else if (city !== '') addProblem(builder, parts.cityColumn, 'unknown-commune', postalCode === '' ? city : `${postalCode} ${city}`, 'warns')
      }
    } else if (french && parts.communeCode !== '') communeCode = parts.communeCode
    const qpvCode = parts.qpvCode === '' ? null : parts.qpvCode
    if (parts.street === '' && postalCode === '' && city === '' && communeCode === null && qpvCode === null && country === '') return null
    const name = city === '' && parts.communeCode !== '' && communeCode !== null ? (context.communes?.byCode.get(communeCode)?.name ?? '') : city
    return { street: parts.street, postalCode, city: name, communeCode, qpvCode, country, label }
  }
}

/** « 12 rue des Lilas 35000 Rennes », alone in its cell: parted only when that town has that code; else the cell stays whole. */
const splitStreet = (
  parts: AddressParts,
  builder: DraftBuilder,
  communes: CommuneIndex | null,
  lookUp: (communes: CommuneIndex, city: string, postalCode: string) => string,
): AddressParts => {
  if (communes === null || parts.street === '' || parts.postalCode !== '' || parts.city !== '' || parts.communeCode !== '') return parts
  if (parts.country !== '' && !french.test(parts.country)) return parts
  const [, street, postalCode, city] = streetCodeAndCity.exec(parts.street) ?? []
  if (street === undefined || postalCode === undefined || city === undefined || lookUp(communes, city, postalCode).length !== 5) return parts
  addNote(builder, parts.streetColumn, 'several-values', parts.street, `${street} · ${postalCode} · ${city}`)
  return { ...parts, street, postalCode, city }
}

/** A QPV code in its official writing, when it is one and (for the list of 2024) exists; else a problem. */
export const readQpvCode = (text: string, column: number, builder: DraftBuilder, context: DraftContext): string => {
  const code = text.replace(/\s/g, '').toUpperCase()
  const vintage = qpvVintage(code)
  if (vintage === null || (vintage === 2024 && context.qpv !== null && !context.qpv.byCode.has(code))) {
    addProblem(builder, column, 'unknown-qpv', text, 'leaves-out')
    return ''
  }
  return code
}

const frenchPostalCode = (parts: AddressParts, builder: DraftBuilder): { readonly postalCode: string; readonly city: string } => {
  const { postalCode, city } = parts
  if (postalCode === '') {
    const [, code, rest] = codeAndCity.exec(city) ?? []
    if (code === undefined || rest === undefined) return { postalCode, city }
    addNote(builder, parts.cityColumn, 'several-values', city, `${code} · ${rest}`)
    return { postalCode: code, city: rest }
  }
  if (fiveDigits.test(postalCode)) return { postalCode, city }
  const bare = postalCode.replace(prefix, '').replace(/[\s.]/g, '')
  if (fiveDigits.test(bare)) {
    if (bare.length !== postalCode.length - (postalCode.match(/\s/g)?.length ?? 0))
      addNote(builder, parts.postalColumn, 'code-read', postalCode, bare)
    return { postalCode: bare, city }
  }
  if (fourDigits.test(bare)) {
    addNote(builder, parts.postalColumn, 'zero-restored', postalCode, `0${bare}`)
    return { postalCode: `0${bare}`, city }
  }
  const [, code, rest] = codeAndCity.exec(postalCode) ?? []
  if (code !== undefined && rest !== undefined && city === '') {
    addNote(builder, parts.postalColumn, 'several-values', postalCode, `${code} · ${rest}`)
    return { postalCode: code, city: rest }
  }
  addProblem(builder, parts.postalColumn, 'bad-postal-code', postalCode, 'warns')
  return { postalCode, city }
}

const readInseeCode = (communes: CommuneIndex, parts: AddressParts, builder: DraftBuilder): string | null => {
  const typed = parts.communeCode.replace(/\s/g, '').toUpperCase()
  const code = fourDigits.test(typed) ? `0${typed}` : typed
  const commune = communeByCode(communes, code)
  if (commune === null) {
    addProblem(builder, parts.communeColumn, 'unknown-commune', parts.communeCode, 'leaves-out')
    return null
  }
  if (commune.code !== parts.communeCode)
    addNote(builder, parts.communeColumn, code === commune.code ? 'zero-restored' : 'commune-found', parts.communeCode, commune.code)
  return commune.code
}

const overseas: ReadonlySet<string> = new Set(['RE', 'GP', 'MQ', 'GF', 'YT'])
const fiveDigits = /^\d{5}$/
const fourDigits = /^\d{4}$/
const prefix = /^f(?:r)?-/i
const french = /^(?:fr|fra|france)$/i
const streetCodeAndCity = /^(.{3,200}?)[\s,;–-]+(?:F-)?(\d{5})[\s,-]+(\p{L}[\p{L}\s'’.-]{1,60}?)(?:[\s,]+\(?france\)?)?$/iu
const codeAndCity = /^(?:F-)?(\d{5})\s*[-,]?\s+(\p{L}.*)$/u
