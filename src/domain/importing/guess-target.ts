import { foldWords } from '#domain/fold-text'
import type { CustomFieldKind } from '#domain/custom-field'
import type { ColumnProfile } from '#domain/importing/column-profile'
import { readEventHeader } from '#domain/importing/event-header'
import { fieldOfHeader } from '#domain/importing/header-words'
import type { KnownLists } from '#domain/importing/knowledge'
import type { ColumnTarget, ImportField, ImportSource } from '#domain/importing/mapping'
import { roleOfWord } from '#domain/importing/role-words'
import { sensitiveSubject } from '#domain/importing/sensitive'
import { sourceField } from '#domain/importing/source-columns'
import type { RoleKindId } from '#domain/id'

export interface ColumnQuestion {
  readonly header: string
  readonly profile: ColumnProfile
  readonly source: ImportSource | null
  readonly known: KnownLists
}

/** What one column means, judged by itself; null: left out. */
export const guessTarget = ({ header, profile, source, known }: ColumnQuestion): ColumnTarget | null => {
  const parts = header.split(' / ')
  const [first = ''] = parts
  // « Nom / Name » is one name in two languages, and not the whole name under a group.
  const name = parts.length === 2 && foldWords(parts[1] ?? '') === 'name' && fieldOfHeader(first) === 'lastName' ? first : (parts.at(-1) ?? header)
  const group = parts.length > 1 ? parts.slice(0, -1).join(' / ') : ''
  if (source !== null) {
    const field = sourceField(source, header)
    if (field !== undefined) return field === null ? null : settleBySource(field, header, profile, source, known)
  }
  const own = known.customFields.find((one) => !one.archived && foldWords(one.name) === foldWords(header))
  if (own !== undefined && !plainFields.has(fieldOfHeader(name) ?? 'note')) return { kind: 'custom', id: own.id, name: own.name, type: own.kind }
  if (source === 'maillage') return customTarget(header, name, profile, known)
  return (
    yearTarget(header, profile, known) ??
    crossTarget(name, group, profile, known) ??
    fieldTarget(name, header, profile, known) ??
    customTarget(header, name, profile, known)
  )
}

/** « 2021 », « Adhésion 2021 », « 2021-2022 »: a column of crosses, amounts or dates that tells who was there that year. */
const yearTarget = (header: string, profile: ColumnProfile, known: KnownLists): ColumnTarget | null => {
  const words = foldWords(header).replace(shortSeason, (all, word: string, first: string, second: string) =>
    Number(second) === Number(first) + 1 ? `${word} 20${first} ${second}` : all,
  )
  const found = yearHeader.exec(words)
  if (found === null) return null
  const [, before = '', yearText = '', second = ''] = found
  const year = Number(yearText)
  if (second !== '' && Number(second.length === 2 ? yearText.slice(0, 2) + second : second) !== year + 1) return null
  if (profile.filled > 0 && profile.held < 0.7) return null
  const word = before.replace(yearNoise, ' ').trim()
  const role = word === '' ? ('member' as string as RoleKindId) : roleOfWord(word, known.roleKinds)
  return role === null ? null : { kind: 'role-year', role, year, span: second === '' ? 'civil' : 'school' }
}

/** A column of crosses: an event, a role, a tag. */
const crossTarget = (name: string, group: string, profile: ColumnProfile, known: KnownLists): ColumnTarget | null => {
  const field = fieldOfHeader(name)
  const event = known.events.find((one) => one.deletedAt === null && foldWords(one.name) === foldWords(name))
  const header = readEventHeader(name, group)
  const marked = profile.filled > 0 && profile.marks >= 0.8
  const gridLike = marked || (profile.filled > 0 && header.date !== null && profile.attendance >= 0.6 && profile.dates < 0.2)
  if (gridLike && (field === null || header.date !== null)) {
    if (event !== undefined) return { kind: 'event', id: event.id, name: event.name, date: event.date }
    if (header.sure) {
      const same = known.events.find((one) => one.deletedAt === null && foldWords(one.name) === foldWords(header.name) && one.date === header.date)
      return { kind: 'event', id: same?.id ?? null, name: header.name, date: header.date }
    }
  }
  // An event to come: its column has a date and is still empty.
  if (profile.filled === 0 && field === null && header.date !== null && header.name !== '')
    return { kind: 'event', id: null, name: header.name, date: header.date }
  if (!marked || profile.yesNo < 0.8 || !areCrosses(profile)) return null
  const role = roleOfWord(name, known.roleKinds)
  if (role !== null && (field === null || crossedWords.has(field))) return { kind: 'role', id: role, name }
  if (field !== null) return null
  const custom = known.customFields.find((one) => !one.archived && foldWords(one.name) === foldWords(name))
  if (custom !== undefined) return { kind: 'custom', id: custom.id, name: custom.name, type: custom.kind }
  if (sensitiveSubject(name) !== null) return null
  // « oui » and « non » both said is an answer to keep; crosses alone are a tag.
  if (profile.texts.some((text) => saidNo.test(text))) return { kind: 'custom', id: null, name, type: 'boolean' }
  // A word on every row answers a question too; it parts nobody from nobody.
  if (profile.fillShare >= 0.9 && profile.texts.every((text) => saidYes.test(text))) return { kind: 'custom', id: null, name, type: 'boolean' }
  const tag = known.tags.find((one) => foldWords(one.name) === foldWords(name))
  return { kind: 'tag', id: tag?.id ?? null, name: tag?.name ?? name }
}

const fieldTarget = (name: string, header: string, profile: ColumnProfile, known: KnownLists): ColumnTarget | null => {
  const field = fieldOfHeader(name)
  const custom = known.customFields.find(
    (one) => !one.archived && (foldWords(one.name) === foldWords(header) || foldWords(one.name) === foldWords(name)),
  )
  if (custom !== undefined && (field === null || !plainFields.has(field)))
    return { kind: 'custom', id: custom.id, name: custom.name, type: custom.kind }
  const settled = field === null ? fieldByValues(name, profile, known) : settleByValues(field, profile)
  return settled === null ? null : { kind: 'field', field: settled }
}

/**
 * Crosses rather than counts: ones and zeros among other numbers, or a one on every row, tell nothing.
 */
const areCrosses = (profile: ColumnProfile): boolean =>
  profile.numbers < 0.5 ||
  (profile.numbers === 1 && profile.yesNo === 1 && (profile.distinct === 2 || profile.fillShare < 1)) ||
  (profile.numbers < 1 && profile.yesNo === 1)

/** A header with several meanings, settled by the values below it; null when they speak against it. */
const settleByValues = (field: ImportField, profile: ColumnProfile): ImportField | null => {
  if (profile.filled === 0) return field
  switch (field) {
    case 'fullName':
      return profile.emails > 0.5 ? 'email' : profile.phones > 0.5 ? 'phone' : profile.marks > 0.8 ? null : 'fullName'
    case 'role':
      return profile.roleWords >= 0.4 ? 'role' : null
    case 'qpvCode':
      return profile.qpvCodes >= 0.4 ? 'qpvCode' : profile.yesNo > 0.6 ? null : 'territory'
    case 'birthDate':
      return profile.years > 0.9 ? 'birthYear' : profile.dates + profile.numbers > 0.3 ? 'birthDate' : 'birthDate'
    case 'roleStart':
      return profile.dates + profile.years + profile.numbers >= 0.5 ? 'roleStart' : profile.roleWords > 0.4 ? 'role' : null
    case 'roleEnd':
    case 'joinedOn':
      return profile.dates + profile.years + profile.numbers >= 0.3 ? field : null
    case 'phone':
      return profile.emails > 0.5 ? 'email' : profile.phones > 0 || profile.texts.some((text) => /\d{2}/.test(text)) ? 'phone' : null
    case 'email':
      return profile.emails > 0.2 || profile.filled < 5
        ? 'email'
        : profile.phones > 0.5
          ? 'phone'
          : profile.texts.some((text) => text.includes('@'))
            ? 'email'
            : null
    case 'organisationTitle':
      return profile.roleWords >= 0.6 ? 'role' : 'organisationTitle'
    case 'hours':
      return profile.numbers >= 0.5 || profile.texts.some((text) => /\d/.test(text)) ? 'hours' : null
    case 'street':
      return profile.emails > 0.5 ? 'email' : 'street'
    case 'lastName':
      return profile.emails > 0.5 ? 'email' : 'lastName'
    case 'tag':
      return profile.yesNo > 0.8 ? null : 'tag'
    default:
      return field
  }
}

/** No help from the header: what can be nothing else. */
const fieldByValues = (name: string, profile: ColumnProfile, known: KnownLists): ImportField | null => {
  if (profile.filled < 1) return null
  if (profile.emails >= 0.6) return 'email'
  const nameless = namelessColumn.test(name)
  if (profile.phones >= 0.6 && (nameless || profile.dates < 0.1)) return nameless || /tel|phone|num|contact|urgence/i.test(name) ? 'phone' : null
  if (profile.qpvCodes >= 0.6) return 'qpvCode'
  if (profile.fullNames >= 0.6 && roleOfWord(name, known.roleKinds) !== null) return 'fullName'
  if (!nameless) return null
  if (profile.fullNames >= 0.6) return 'fullName'
  if (profile.firstNames >= 0.6) return 'firstName'
  return null
}

/** Everything else that holds something can become a field of the association's own; sensitive columns are left out until the user decides. */
const customTarget = (header: string, name: string, profile: ColumnProfile, known: KnownLists): ColumnTarget | null => {
  if (profile.filled === 0 || namelessColumn.test(name) || sensitiveSubject(header) !== null) return null
  const tag = known.tags.find((one) => foldWords(one.name) === foldWords(name))
  if (tag !== undefined && profile.yesNo > 0.8 && areCrosses(profile)) return { kind: 'tag', id: tag.id, name: tag.name }
  return { kind: 'custom', id: null, name: header, type: customKind(profile) }
}

export const customKind = (profile: ColumnProfile): CustomFieldKind => {
  if (profile.yesNo === 1 && profile.distinct > 1 && profile.distinct <= 4) return 'boolean'
  if (profile.dates > 0.9) return 'date'
  if (profile.numbers === 1 && !profile.texts.some((text) => /^0\d/.test(text) || text.length > 12)) return 'number'
  return profile.filled >= 10 && profile.distinct <= 12 && profile.distinct * 4 <= profile.filled && profile.texts.every((text) => text.length <= 40)
    ? 'choice'
    : 'text'
}

const settleBySource = (field: ImportField, header: string, profile: ColumnProfile, source: ImportSource, known: KnownLists): ColumnTarget | null => {
  if (source === 'maillage') return { kind: 'field', field }
  // Paheko and Galette let their categories be anything: roles when they read so, else tags.
  if (field === 'role' && profile.filled > 0 && profile.roleWords < 0.3)
    return source === 'paheko' ? { kind: 'field', field: 'tag' } : customTarget(header, header, profile, known)
  return { kind: 'field', field }
}

const yearHeader = /^(?:(\D*) )?((?:19|20)\d\d)(?: ((?:20)?\d\d))?$/
/** « Saison 22/23 », « Adhésion 23-24 »: two figures only tell years after such a word, and only when they follow one another. */
const shortSeason = /^((?:\D* )?(?:saison|annee|adhesions?|adh|cotisations?|cotis|adherents?|membres?)) (\d\d) (\d\d)$/
const yearNoise = /\b(?:annee|saison|exercice|a jour|paye|payee|cotis|adh|date d?|montant|reglement|en)\b/g
const namelessColumn = /^Colonne [A-Z]+(?: \(\d+\))?$/
const saidYes = /^(?:oui|o|yes|y|vrai|true|1|ok|on)$/i
const saidNo = /^(?:non|no|faux|false|n|0)$/i
const plainFields: ReadonlySet<ImportField> = new Set([
  'lastName',
  'firstName',
  'fullName',
  'email',
  'phone',
  'birthDate',
  'gender',
  'postalCode',
  'city',
])
const crossedWords: ReadonlySet<ImportField> = new Set(['fullName', 'role', 'roleStart', 'memberNumber'])
