import { foldWords } from '#domain/fold-text'
import { differingValues, singlePaths, valueAt, type SinglePath } from '#domain/duplicates/single-values'
import type { ConsentKey, Person } from '#domain/person'
import { pathToWords, valueToWords, type ChangeFacts } from './change-words.ts'

/** One line of two records side by side: a field, what each says, and what the merged record will say. */
export interface PairLine {
  readonly id: string
  readonly label: string
  readonly left: readonly string[]
  readonly right: readonly string[]
  readonly merged: readonly string[]
  /** A single value that differs: one of the two is to be chosen. */
  readonly choice: SinglePath | null
}

const listFields = ['emails', 'phones', 'addresses', 'roles', 'affiliations', 'tags', 'consents', 'skills', 'note'] as const
const flags = ['doNotContact', 'deceased', 'lostContact'] as const

/** The lines about which one of the two says something; those that need a choice first. */
export const pairLines = (left: Person, right: Person, merged: Person, facts: ChangeFacts): readonly PairLine[] => {
  const differing = new Set(differingValues(left, right).map(({ path }) => path))
  const singles = singlePaths(left, right).map((path): PairLine => {
    const words = (person: Person): readonly string[] => said(valueToWords(path, valueAt(person, path), facts))
    return {
      id: path,
      label: pathToWords(path, facts),
      left: words(left),
      right: words(right),
      merged: words(merged),
      choice: differing.has(path) ? path : null,
    }
  })
  const lists = listFields.map((field): PairLine => {
    const words = (person: Person): readonly string[] => listWords(field, person, facts)
    return { id: field, label: facts.t(`duplicates.fields.${field}`), left: words(left), right: words(right), merged: words(merged), choice: null }
  })
  const marks = flags.map((field): PairLine => {
    const words = (person: Person): readonly string[] => (person[field] === true ? [facts.common('yes')] : [])
    return { id: field, label: pathToWords(field, facts), left: words(left), right: words(right), merged: words(merged), choice: null }
  })
  return [...singles.filter(({ choice }) => choice !== null), ...marks, ...singles.filter(({ choice }) => choice === null), ...lists].filter(
    (line) => line.left.length + line.right.length > 0,
  )
}

/** The values that the merged record leaves aside, as one line of its note; '' when there is none. */
export const formerNoteOf = (former: readonly { readonly path: SinglePath; readonly value: unknown }[], facts: ChangeFacts): string =>
  former.length === 0
    ? ''
    : facts.t('duplicates.formerNote', {
        values: former.map(({ path, value }) => `${pathToWords(path, facts)} ${valueToWords(path, value, facts)}`).join(' ; '),
      })

const listWords = (field: (typeof listFields)[number], person: Person, facts: ChangeFacts): readonly string[] => {
  const { names, t } = facts
  switch (field) {
    case 'emails':
      return person.emails.map((email) => valueToWords('emails', [email], facts))
    case 'phones':
      return person.phones.map((phone) => valueToWords('phones', [phone], facts))
    case 'addresses':
      return person.addresses.flatMap((address) => said(valueToWords('addresses', [address], facts)))
    case 'affiliations':
      return person.affiliations.flatMap((one) => said(valueToWords('affiliations', [one], facts)))
    case 'roles':
      return Object.values(person.roles).map((role) => valueToWords('roles/', role, facts))
    case 'tags':
      return Object.keys(person.tags).flatMap((id) => said(names.tag(id as keyof Person['tags'])))
    case 'consents':
      return (Object.keys(person.consents) as ConsentKey[]).map(
        (key) => `${t(`consents.channel.${channelOf(key)}`)} : ${valueToWords(`consents/${key}`, person.consents[key], facts)}`,
      )
    case 'skills':
      return person.skills ?? []
    case 'note':
      return said(person.note)
  }
}

const said = (words: string): readonly string[] => (words === '' ? [] : [words])
const channelOf = (key: ConsentKey): 'email' | 'phone' | 'sms' | 'post' => {
  const [channel] = key.split(':')
  return channel === 'phone' || channel === 'sms' || channel === 'post' ? channel : 'email'
}

/** Whether two lists of words say the same, for showing quietly what needs no attention. */
export const saySame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((word, at) => foldWords(word) === foldWords(right[at] ?? ''))
