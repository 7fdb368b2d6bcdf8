import { cellText, shownText } from '#domain/importing/cell-text'
import { addNote, addProblem, type DraftBuilder } from '#domain/importing/draft-builder'
import { parseEmails } from '#domain/importing/parse-email'
import { isMobile, parsePhones } from '#domain/importing/parse-phone'
import type { RawCell } from '#domain/importing/sheet'
import type { ContactLabel, Email, Phone } from '#domain/person'

/** The e-mail addresses of a cell; a problem and none when it holds anything else. */
export const readEmails = (cell: RawCell, column: number, builder: DraftBuilder, label: ContactLabel): readonly Email[] => {
  const text = cellText(cell)
  if (isNothing(text)) return []
  const read = parseEmails(text)
  if (read === null) {
    const phones = text.includes('@') ? null : parsePhones(text)
    if (phones === null) addProblem(builder, column, 'bad-email', shownText(cell), 'leaves-out')
    else {
      // A column « Contact » holds whatever people gave.
      addContacts(
        builder.phones,
        phones.numbers.map((number) => ({ number, label: isMobile(number) ? 'mobile' : 'home' })),
      )
      addNote(builder, column, 'phone-read', shownText(cell), phones.numbers.join(' ; '))
    }
    return []
  }
  if (read.cleaned)
    addNote(builder, column, read.addresses.length > 1 ? 'several-values' : 'email-cleaned', shownText(cell), read.addresses.join(' ; '))
  return read.addresses.map((address) => ({ address, label }))
}

/** The phone numbers of a cell, in E.164. */
export const readPhones = (cell: RawCell, column: number, builder: DraftBuilder, label: ContactLabel | null): readonly Phone[] => {
  const text = cellText(cell)
  if (isNothing(text)) return []
  const read = parsePhones(text) ?? (typeof cell === 'object' && cell !== null && 'number' in cell ? parsePhones(String(cell.number)) : null)
  if (read === null) {
    const emails = text.includes('@') ? parseEmails(text) : null
    if (emails !== null) {
      addContacts(
        builder.emails,
        emails.addresses.map((address) => ({ address, label: 'home' })),
      )
      addNote(builder, column, 'email-cleaned', shownText(cell), emails.addresses.join(' ; '))
      return []
    }
    // It may be a number of the country where the person lives, which is known once the whole row is read.
    builder.unreadPhones.push({ text, shown: shownText(cell), column, label: label ?? 'home' })
    return []
  }
  if (read.numbers.length > 1) addNote(builder, column, 'several-values', shownText(cell), read.numbers.join(' ; '))
  else if (read.restored) addNote(builder, column, 'zero-restored', shownText(cell), read.numbers[0] ?? '')
  return read.numbers.map((number) => ({ number, label: label ?? (isMobile(number) ? 'mobile' : 'home') }))
}

/** Reads the numbers that are not French under the country of the address; what is still no number is a problem. */
export const settleUnreadPhones = (builder: DraftBuilder, country: string): readonly Phone[] =>
  builder.unreadPhones.flatMap(({ text, shown, column, label }) => {
    const read = country === '' ? null : parsePhones(text, country)
    if (read !== null) return read.numbers.map((number) => ({ number, label }))
    addProblem(builder, column, 'bad-phone', shown, 'leaves-out')
    return []
  })

/** Adds contacts that are not there yet; e-mails are compared without capitals. */
export const addContacts = <Contact extends Email | Phone>(list: Contact[], added: readonly Contact[]): void => {
  for (const contact of added) if (!list.some((known) => contactKey(known) === contactKey(contact))) list.push(contact)
}

export const contactKey = (contact: Email | Phone): string => ('address' in contact ? contact.address.toLowerCase() : contact.number)

/** « pro », « bureau », « work » in a header; null: nothing said. */
export const labelOfHeader = (header: string): ContactLabel | null =>
  workWord.test(header) ? 'work' : mobileWord.test(header) ? 'mobile' : homeWord.test(header) ? 'home' : null

const isNothing = (text: string): boolean => text === '' || nothing.test(text)
const nothing = /^(?:-+|\/|néant|aucune?|n\/a|na|nc|sans|\?+|x+|0)$/i
const workWord = /\b(?:pro|professionnel(?:le)?|bureau|travail|work|business)\b/i
const mobileWord = /\b(?:mobile|portable|gsm|cell)/i
const homeWord = /\b(?:fixe|domicile|maison|home)\b/i
