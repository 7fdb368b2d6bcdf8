import { parsePartialDate } from '#domain/period'
import type { Consent, ConsentKey, Person } from '#domain/person'
import { escaped, pieces, unescaped } from './joined-cell.ts'

/** True for what the columns « Accord e-mail »… can't say: since when, from where, for another use than the news. */
export const hasConsentDetails = ({ consents }: Pick<Person, 'consents'>): boolean =>
  Object.entries(consents).some(([key, { on, source }]) => on !== null || source !== '' || !key.endsWith(':news'))

/** « email:news: no; 2024-03-02; HelloAsso | phone:call: yes; ; »: every consent with its proof, in one cell that reads back exactly in every language. */
export const consentsToText = ({ consents }: Pick<Person, 'consents'>): string =>
  Object.entries(consents)
    .map(([key, { given, on, source }]) => `${escaped(key)}: ${given ? 'yes' : 'no'}; ${on ?? ''}; ${escaped(source)}`)
    .join(' | ')

/** Reads what `consentsToText` wrote; null for any other text. */
export const parseConsents = (text: string): Readonly<Record<ConsentKey, Consent>> | null => {
  const consents: Record<ConsentKey, Consent> = {}
  for (const part of pieces(text, '|')) {
    const [, channel, rest = ''] = /^\s*((?:email|phone|sms|post):(?:[^:\\]|\\[^])*):([^]*)$/.exec(part) ?? []
    const [given = '', on = '', source = ''] = pieces(rest, ';').map((field) => unescaped(field.trim()))
    if (channel === undefined || (given !== 'yes' && given !== 'no')) return null
    const date = parsePartialDate(on)
    if (date === null && on !== '') return null
    // The expression above says that it begins with a channel.
    consents[unescaped(channel) as ConsentKey] = { given: given === 'yes', on: date, source }
  }
  return consents
}
