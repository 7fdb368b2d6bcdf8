import type { PartialDate } from '#domain/period'
import type { Channel, Consent, ConsentKey, Person } from '#domain/person'

/** One consent as the form holds it: asked or not, the answer, and its proof. */
export interface ConsentDraft {
  readonly key: ConsentKey
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly on: PartialDate | null
  readonly source: string
}

/** The channels one asks about, in the order of the form. */
const channelsAsked = ['email', 'phone', 'sms', 'post'] as const satisfies readonly Channel[]

/** Every channel for news, answered or not; then what was noted for another use. */
export const consentsToDraft = (consents: Person['consents']): readonly ConsentDraft[] => {
  const news = channelsAsked.map((channel): ConsentKey => `${channel}:news`)
  const others = (Object.keys(consents) as ConsentKey[]).filter((key) => !news.includes(key))
  return [...news, ...others].map((key): ConsentDraft => {
    const consent = consents[key]
    return consent === undefined
      ? { key, answer: 'unknown', on: null, source: '' }
      : { key, answer: consent.given ? 'yes' : 'no', on: consent.on, source: consent.source }
  })
}

/** What will be kept: nothing for « jamais demandé »; a new answer whose proof was not written takes `asked`. */
export const draftToConsents = (
  drafts: readonly ConsentDraft[],
  before: Person['consents'],
  asked: { readonly on: PartialDate; readonly source: string },
): Person['consents'] =>
  Object.fromEntries(
    drafts.flatMap(({ key, answer, on, source }): readonly (readonly [ConsentKey, Consent])[] => {
      if (answer === 'unknown') return []
      const given = answer === 'yes'
      const isNew = before[key]?.given !== given
      const written = source.trim()
      return [[key, { given, on: on ?? (isNew ? asked.on : null), source: written === '' && isNew ? asked.source : written }]]
    }),
  )
