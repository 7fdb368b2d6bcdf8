import { consentReader, newsKey, refusalReader, yesReader } from '#domain/importing/consent-readers'
import { readRoles } from '#domain/importing/read-roles'
import { cellText, shownText } from '#domain/importing/cell-text'
import { addNote, addProblem, addressOf, type CellReader, type DraftBuilder } from '#domain/importing/draft-builder'
import type { DraftContext } from '#domain/importing/draft-context'
import { readQpvCode } from '#domain/importing/finish-address'
import type { ColumnMapping, ImportField, ImportSource } from '#domain/importing/mapping'
import { parseGender } from '#domain/importing/parse-gender'
import { parseHoursText } from '#domain/importing/parse-number'
import { parseAttendance } from '#domain/importing/parse-yes-no'
import { addContacts, labelOfHeader, readEmails, readPhones } from '#domain/importing/read-contact-cells'
import type { DateReader } from '#domain/importing/read-date-cell'
import { fullYear } from '#domain/importing/parse-date'
import type { RawCell } from '#domain/importing/sheet'
import { severalPeople } from '#domain/importing/several-people'
import { splitFullName } from '#domain/importing/split-name'
import { foldWords } from '#domain/fold-text'
import type { PersonId } from '#domain/id'
import { parseContactLabels } from '#domain/exporting/contact-labels-text'
import { parseConsents } from '#domain/exporting/consents-text'
import { parseMoreContacts } from '#domain/exporting/more-contacts-text'
import { parsePartialDate } from '#domain/period'

export interface FieldColumn {
  readonly mapping: ColumnMapping
  readonly source: ImportSource | null
  readonly context: DraftContext
  readonly pivot: number
  /** Which address of the row: 0 for the first. */
  readonly addressGroup: number
  readonly readDate: DateReader
}

/** How the cells of a column are read that means this field. Decisions of the column are taken here, once; the reader only reads. */
export const fieldReader = (field: ImportField, column: FieldColumn): CellReader => {
  const { mapping, source, context, readDate } = column
  const { index } = mapping
  const label = labelOfHeader(mapping.header)
  const group = column.addressGroup
  switch (field) {
    case 'lastName':
      return (cell, builder) => {
        builder.lastName = oneLine(cellText(cell))
        noteSeveral(builder, builder.lastName, 'last', index)
      }
    case 'firstName':
      return (cell, builder) => {
        builder.firstName = oneLine(cellText(cell))
        noteSeveral(builder, builder.firstName, 'first', index)
      }
    case 'fullName': {
      const order = mapping.nameOrder ?? 'last-first'
      return (cell, builder) => {
        const text = oneLine(cellText(cell))
        builder.wholeName = { ...splitFullName(text, order), column: index, text }
        noteSeveral(builder, text, 'whole', index)
      }
    }
    case 'email':
      return (cell, builder) => addContacts(builder.emails, readEmails(cell, index, builder, label ?? 'home'))
    case 'phone': {
      const readPhoneCell: CellReader = (cell, builder) =>
        addContacts(builder.phones, readPhones(cell, index, builder, label === 'mobile' ? null : label))
      if (source !== 'maillage') return readPhoneCell
      return (cell, builder) => {
        readPhoneCell(cell, builder)
        // What was never understood was kept as typed, and comes back so, in its place.
        addContacts(
          builder.phones,
          builder.unreadPhones.splice(0).map((unread) => ({ number: unread.text, label: unread.label })),
        )
      }
    }
    case 'contactLabels':
      return (cell, builder) => {
        builder.contactLabels = parseContactLabels(cellText(cell))
      }
    case 'moreContacts':
      return (cell, builder) => {
        const read = parseMoreContacts(cellText(cell))
        if (read === null) addProblem(builder, index, 'bad-contacts', shownText(cell), 'leaves-out')
        else builder.moreContacts = read
      }
    case 'consentDetails':
      return (cell, builder) => {
        const read = parseConsents(cellText(cell))
        if (read === null) addProblem(builder, index, 'bad-consents', shownText(cell), 'leaves-out')
        else builder.consentDetails = read
      }
    case 'birthDate':
      return (cell, builder) => {
        builder.birthDate = readDate(cell, index, builder)
      }
    case 'birthYear':
      return (cell, builder) => readBirthYear(cell, index, builder, column.pivot)
    case 'gender':
      return (cell, builder) => {
        const gender = parseGender(cellText(cell))
        if (gender === null) addProblem(builder, index, 'bad-gender', shownText(cell), 'leaves-out')
        else if (gender !== 'unsaid') builder.gender = gender
      }
    case 'street':
      return (cell, builder) => {
        const address = addressOf(builder, group)
        const text = cellText(cell).replace(/\s*\n\s*/g, ', ')
        if (address.street === '') address.streetColumn = index
        address.street = address.street === '' ? text : `${address.street}, ${text}`
      }
    case 'postalCode':
      return (cell, builder) => {
        const address = addressOf(builder, group)
        address.postalCode = cellText(cell)
        address.postalColumn = index
        if (typeof cell === 'string' && cell.trim().startsWith('=')) addNote(builder, index, 'unwrapped', shownText(cell), address.postalCode)
      }
    case 'city':
      return (cell, builder) => {
        const address = addressOf(builder, group)
        address.city = oneLine(cellText(cell))
        address.cityColumn = index
      }
    case 'communeCode':
      return (cell, builder) => {
        const address = addressOf(builder, group)
        address.communeCode = cellText(cell)
        address.communeColumn = index
      }
    case 'qpvCode':
      return (cell, builder) => {
        addressOf(builder, group).qpvCode = readQpvCode(cellText(cell), index, builder, context)
      }
    case 'country':
      return (cell, builder) => {
        addressOf(builder, group).country = oneLine(cellText(cell))
      }
    case 'organisation':
      return (cell, builder) => {
        builder.organisations.push({ name: oneLine(cellText(cell)), number: numberOfHeader(mapping.header) })
      }
    case 'organisationTitle':
      return (cell, builder) => {
        builder.organisationTitles.set(numberOfHeader(mapping.header), oneLine(cellText(cell)))
      }
    case 'organisationStart':
      return (cell, builder) => {
        builder.organisationStarts.set(numberOfHeader(mapping.header), readDate(cell, index, builder))
      }
    case 'organisationEnd':
      return (cell, builder) => {
        builder.organisationEnds.set(numberOfHeader(mapping.header), readDate(cell, index, builder))
      }
    case 'role':
      return (cell, builder) => readRoles(oneLine(cellText(cell)), builder, context, source === 'maillage')
    case 'roleStart':
      return (cell, builder) => {
        builder.roleStart = readDate(cell, index, builder)
      }
    case 'roleEnd':
      return (cell, builder) => {
        builder.roleEnd = readDate(cell, index, builder)
        builder.roleEndCell = { column: index, text: shownText(cell) }
      }
    case 'joinedOn':
      return (cell, builder) => {
        builder.joinedOn = readDate(cell, index, builder)
      }
    case 'tag':
      return (cell, builder) => {
        for (const name of cellText(cell).split(
          source === 'google-contacts' || source === 'google-contacts-2024'
            ? googleSeparator
            : source === 'maillage'
              ? ownTagSeparator
              : tagSeparator,
        )) {
          // Google marks its own groups with a star; Mailchimp quotes its tags.
          const bare = oneLine(name.replace(/^"|"$/g, ''))
          if (bare !== '' && !bare.startsWith('* ')) builder.tags.push({ id: null, name: bare })
        }
      }
    case 'note':
      return (cell, builder) => {
        const text = cellText(cell)
        builder.note = builder.note === '' ? text : `${builder.note}\n${text}`
      }
    case 'consentEmail':
      return consentReader('email', mapping)
    case 'consentPhone':
      return consentReader('phone', mapping)
    case 'consentSms':
      return consentReader('sms', mapping)
    case 'consentPost':
      return consentReader('post', mapping)
    case 'optInOn':
      return (cell, builder) => {
        builder.optInOn = readDate(cell, index, builder)
      }
    case 'unsubscribedOn':
      return (cell, builder) => {
        const on = readDate(cell, index, builder)
        builder.consents[newsKey('email')] = { given: false, on, source: mapping.header }
        addNote(builder, index, 'not-subscribed', shownText(cell), '')
      }
    case 'refusesEmail':
      return refusalReader('email', mapping)
    case 'refusesSms':
      return refusalReader('sms', mapping)
    case 'doNotContact':
      return yesReader(index, (builder) => {
        builder.doNotContact = true
      })
    case 'deceased': {
      const readYes = yesReader(index, (builder) => {
        builder.deceased = true
      })
      return (cell, builder) => {
        // A date of death says it as well as a yes.
        if (typeof cell === 'object' && 'date' in cell) builder.deceased = true
        else if (/\d{4}/.test(cellText(cell))) builder.deceased = true
        else readYes(cell, builder)
      }
    }
    case 'memberNumber':
      return (cell, builder) => {
        builder.memberNumber = cellText(cell)
      }
    case 'externalId':
      return (cell, builder) => {
        builder.externalId = cellText(cell)
      }
    case 'territory':
      return (cell, builder) => {
        builder.territoryText = oneLine(cellText(cell))
        builder.territoryColumn = index
      }
    case 'payerLastName':
      return (cell, builder) => {
        builder.payerLastName = oneLine(cellText(cell))
      }
    case 'payerFirstName':
      return (cell, builder) => {
        builder.payerFirstName = oneLine(cellText(cell))
      }
    case 'payerEmail':
      return (cell, builder) => {
        builder.payerEmails = readEmails(cell, index, builder, 'home').map((email) => email.address)
      }
    case 'eventName':
      return (cell, builder) => {
        builder.eventName = oneLine(cellText(cell))
      }
    case 'eventDate':
      return (cell, builder) => {
        builder.eventDate = readDate(cell, index, builder)
      }
    case 'eventKind':
      return (cell, builder) => {
        builder.eventKind = oneLine(cellText(cell))
      }
    case 'eventPlace':
      return (cell, builder) => {
        builder.eventPlace = oneLine(cellText(cell))
      }
    case 'attendance':
      return (cell, builder) => {
        const text = cellText(cell)
        const read = parseAttendance(text)
        // « Présent : non » in a list says that somebody who was on it did not come.
        builder.attendance = read === 'nothing' && text !== '-' ? { status: 'absent', hours: null } : (read ?? 'unread')
        if (read === null) addProblem(builder, index, 'bad-attendance', shownText(cell), 'leaves-out')
      }
    case 'hours':
      return (cell, builder) => {
        const hours = typeof cell === 'number' ? (cell >= 0 ? cell : null) : parseHoursText(cellText(cell))
        if (hours === null || hours > 10_000) addProblem(builder, index, 'bad-number', shownText(cell), 'leaves-out')
        else {
          builder.hours = hours
          if (typeof cell === 'string' && clockRange.test(cell)) addNote(builder, index, 'number-read', shownText(cell), String(hours))
        }
      }
    case 'hoursDate':
      return (cell, builder) => {
        builder.hoursDate = readDate(cell, index, builder)
      }
    case 'hoursTask':
      return (cell, builder) => {
        builder.hoursTask = oneLine(cellText(cell))
      }
    case 'organisationKind':
      return (cell, builder) => {
        builder.organisationKind = oneLine(cellText(cell))
      }
    case 'organisationNumber':
      return (cell, builder) => {
        builder.organisationNumber = cellText(cell).replace(/\s/g, '')
      }
    case 'organisationEmail':
      return (cell, builder) => addContacts(builder.organisationEmails, readEmails(cell, index, builder, 'work'))
    case 'organisationPhone':
      return (cell, builder) => addContacts(builder.organisationPhones, readPhones(cell, index, builder, 'work'))
    case 'organisationWebsite':
      return (cell, builder) => {
        builder.organisationWebsite = cellText(cell)
      }
    case 'orderStatus':
      return (cell, builder) => {
        if (!cancelled.test(foldWords(cellText(cell)))) return
        builder.cancelled = true
        addNote(builder, index, 'cancelled-order', shownText(cell), '')
      }
    case 'maillageId':
      return (cell, builder) => {
        builder.maillageId = uuid.test(cellText(cell)) ? (cellText(cell).toLowerCase() as PersonId) : null
      }
  }
}

const noteSeveral = (builder: DraftBuilder, text: string, part: 'first' | 'last' | 'whole', column: number): void => {
  const kind = severalPeople(text, part)
  if (kind !== null) builder.severalPeople = { kind, column, text }
}

const readBirthYear = (cell: Exclude<RawCell, null>, index: number, builder: DraftBuilder, pivot: number): void => {
  const text = cellText(cell).slice(0, typeof cell === 'object' && 'date' in cell ? 4 : undefined)
  const year = /^\d{2}$|^\d{4}$/.test(text) ? parsePartialDate(String(fullYear(text, pivot))) : null
  if (year === null || year < '1850' || year > '2149') addProblem(builder, index, 'bad-year', shownText(cell), 'leaves-out')
  else {
    builder.birthYear = year
    if (text.length === 2) addNote(builder, index, 'two-digit-year', text, year)
  }
}

/** 2 for « Fonction 2 ». */
const numberOfHeader = (header: string): number => Number(/ \(?(\d)\)?$/.exec(header)?.[1] ?? 1)

const oneLine = (text: string): string => (blankRun.test(text) ? text.replace(blankRuns, ' ').trim() : text)

const clockRange = /\d\s*[h:][^]*\d/
const blankRun = /[\n\r\t]| {2}/
const blankRuns = /\s+/g
const tagSeparator = /\s*[,;|]\s*/
const ownTagSeparator = /\s*\|\s*/
const googleSeparator = /\s*:::\s*/
const cancelled = /\b(?:annul|rembours|refus|echec|echou|abandon|cancel|refund|fail)/
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
