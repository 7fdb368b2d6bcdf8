import type { AttendanceStatus } from '#domain/attendance'
import { foldWords } from '#domain/fold-text'
import { parseHoursText } from '#domain/importing/parse-number'

/** « oui », a cross, « 1 », VRAI → true; « non », « 0 », « - », FAUX → false; anything else null. */
export const parseYesNo = (text: string): boolean | null => {
  const known = yesNoByText.get(text)
  if (known !== undefined) return known
  const sign = signByText.get(text)
  if (sign !== undefined) return sign
  return yesNoByText.get(foldWords(text)) ?? null
}

/** What a cell of an attendance sheet says; hours noted instead of a cross count as presence. `null`: nothing that can be understood; 'nothing': nobody was expected there. */
export const parseAttendance = (text: string): { readonly status: AttendanceStatus; readonly hours: number | null } | 'nothing' | null => {
  const folded = foldWords(text)
  const status = statusByWord.get(folded)
  if (status !== undefined) return { status, hours: null }
  const yes = parseYesNo(text)
  if (yes === true) return present
  // An empty box or « non » in a grid of crosses says « did not come », not « was expected and did not come ».
  if (yes === false) return 'nothing'
  const hours = parseHoursText(text)
  return hours === null || hours > 24 ? null : hours === 0 ? 'nothing' : { status: 'present', hours }
}

/** A consent: agreement, refusal, or null when it can't be read (it is then left out, never taken for a yes). */
export const parseConsent = (text: string): boolean | null => consentByWord.get(foldWords(text)) ?? parseYesNo(text)

/** True when the text is one of the marks of a grid: a cross, yes, no, a word of presence. */
export const isMark = (text: string): boolean => parseYesNo(text) !== null || statusByWord.has(foldWords(text))

const present = { status: 'present', hours: null } as const

const yesNoByText: ReadonlyMap<string, boolean> = new Map([
  ...['oui', 'o', 'yes', 'y', 'vrai', 'true', '1', 'x', 'xx', 'xxx', 'ok', 'ja', 'si', 'on', 'v', 'coche'].map((word) => [word, true] as const),
  ...['non', 'n', 'no', 'faux', 'false', '0', 'off', 'ko'].map((word) => [word, false] as const),
])
/** Marks that folding would lose. */
const signByText: ReadonlyMap<string, boolean> = new Map([
  ...['✓', '✔', '✔️', '☑', '☑️', '✗', '✘', '×', '☒', '+', '●', '•', '*', '✅', '✖'].map((sign) => [sign, true] as const),
  ...['-', '–', '—', '/', '❌', '☐', '.'].map((sign) => [sign, false] as const),
])
const statusByWord: ReadonlyMap<string, AttendanceStatus> = new Map([
  ...['present', 'presente', 'p', 'pres', 'venu', 'venue', 'la', 'participe', 'a participe', 'attended', 'here', 'valide'].map(
    (word) => [word, 'present'] as const,
  ),
  ...['en ligne', 'visio', 'distance', 'a distance', 'distanciel', 'online', 'en visio'].map((word) => [word, 'online'] as const),
  ...['inscrit', 'inscrite', 'i', 'registered', 'reserve', 'prevu', 'prevue'].map((word) => [word, 'registered'] as const),
  ...['invite', 'invitee', 'invited', 'convie'].map((word) => [word, 'invited'] as const),
  ...['excuse', 'excusee', 'e', 'exc', 'excused', 'abs excuse', 'absent excuse', 'absente excusee', 'ae'].map((word) => [word, 'excused'] as const),
  ...['absent', 'absente', 'a', 'abs', 'no show', 'pas venu', 'pas venue', 'missed'].map((word) => [word, 'absent'] as const),
  ...['sans inscription', 'non inscrit', 'non inscrite', 'walk in', 'present sans inscription'].map((word) => [word, 'walk-in'] as const),
])
const consentByWord: ReadonlyMap<string, boolean> = new Map([
  ...[
    'accepte',
    'accepte e',
    'd accord',
    'accord',
    'inscrit',
    'inscrite',
    'abonne',
    'abonnee',
    'subscribed',
    'opt in',
    'optin',
    'j accepte',
    'granted',
    'actif',
    'souhaite',
  ].map((word) => [word, true] as const),
  ...[
    'refuse',
    'refus',
    'pas d accord',
    'desinscrit',
    'desinscrite',
    'desabonne',
    'desabonnee',
    'unsubscribed',
    'opt out',
    'optout',
    'je refuse',
    'oppose',
    'opposition',
    'cleaned',
    'bounced',
    'denied',
    'ne souhaite pas',
    'non inscrit',
    'non inscrite',
    'non abonne',
  ].map((word) => [word, false] as const),
])
