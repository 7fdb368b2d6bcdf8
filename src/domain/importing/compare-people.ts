import { distance } from '#domain/importing/edit-distance'
import { isDiminutive } from '#domain/importing/first-names'
import { hasWholeName, wordsKey, type MatchRecord } from '#domain/importing/match-record'
import type { Candidate, MatchDoubt, MatchReason } from '#domain/importing/verdict'

/** How a draft and somebody compare. `sure`: the same person, with nothing against it; `maybe`: to be asked; `no`: another person. */
export interface Comparison {
  readonly outcome: 'sure' | 'maybe' | 'no'
  readonly score: number
  readonly reasons: readonly MatchReason[]
  readonly doubts: readonly MatchDoubt[]
}

/**
 * Compares one row with one person. The rules, strongest first:
 * an id of ours or of the other program; a member number with the same name; then the same name with an e-mail, a phone, a whole birth date or a commune in common;
 * the same name alone, when nothing contradicts it. Two different birth dates are two people. The same e-mail under another first name is another person (a family).
 * Close names (one typo, a part of a double name, a diminutive) are only ever asked, except a last name with one typo beside the same first name and e-mail.
 */
export const comparePeople = (draft: MatchRecord, other: MatchRecord): Comparison => {
  const names = compareNames(draft, other)
  const reasons: MatchReason[] = []
  const doubts: MatchDoubt[] = []
  const external = sharesOne(draft.externalKeys, other.externalKeys)
  const member = draft.memberNumber !== '' && draft.memberNumber === other.memberNumber
  const email = sharesOne(draft.emails, other.emails)
  const phone = sharesOne(draft.phones, other.phones)
  const birth = compareBirths(draft, other)
  const commune = sharesOne(draft.communes, other.communes)
  if (external) reasons.push('external-id')
  if (member) reasons.push('member-number')
  if (email) reasons.push('email')
  if (phone) reasons.push('phone')
  if (names.reason !== null) reasons.push(names.reason)
  if (birth === 'same') reasons.push('birth-date')
  if (commune) reasons.push('commune')
  if (birth === 'other') doubts.push('other-birth-date')
  if (names.doubt !== null) doubts.push(names.doubt)
  if (!email && draft.emails.length > 0 && other.emails.length > 0) doubts.push('other-email')
  if (!commune && draft.communes.length > 0 && other.communes.length > 0) doubts.push('other-commune')
  if (!member && draft.memberNumber !== '' && other.memberNumber !== '') doubts.push('other-member-number')
  const answer = (outcome: Comparison['outcome'], score: number): Comparison => ({ outcome, score, reasons, doubts })

  const sameName = names.kind === 'same'
  const unnamed = names.kind === 'unnamed'
  if (external) return sameName || unnamed ? answer('sure', 98) : answer('maybe', 60)
  if (member) return birth === 'other' ? answer('maybe', 55) : sameName || unnamed ? answer('sure', 97) : answer('maybe', 50)
  if (birth === 'other') return sameName && email ? answer('maybe', 55) : answer('no', 0)
  const otherNumber = doubts.includes('other-member-number')
  if (sameName) {
    if (birth === 'same') return answer('sure', 94)
    if (email) return otherNumber ? answer('maybe', 65) : answer('sure', 95)
    if (phone) return otherNumber ? answer('maybe', 65) : answer('sure', 92)
    if (otherNumber) return answer('no', 0)
    if (doubts.length > 0)
      return doubts.includes('other-email') && doubts.includes('other-commune') ? answer('no', 0) : answer('maybe', commune ? 65 : 50)
    const otherPhone = draft.phones.length > 0 && other.phones.length > 0
    if (commune) return otherPhone ? answer('maybe', 65) : answer('sure', 85)
    return otherPhone ? answer('maybe', 50) : answer('sure', 75)
  }
  if (unnamed) return email ? answer('sure', 80) : phone ? answer('maybe', 60) : answer('no', 0)
  if (otherNumber) return answer('no', 0)
  if (names.kind === 'close-last')
    return email && names.oneTypo
      ? answer('sure', 88)
      : email || phone || birth === 'same' || commune
        ? answer('maybe', birth === 'same' ? 70 : 60)
        : closeAlone(doubts, answer)
  if (names.kind === 'close-first')
    return email || phone || birth === 'same'
      ? answer('maybe', 60)
      : commune && !doubts.includes('other-email')
        ? answer('maybe', 45)
        : closeAlone(doubts, answer)
  if (names.kind === 'diminutive')
    return email || phone || birth === 'same' || (commune && !doubts.includes('other-email')) ? answer('maybe', 55) : answer('no', 0)
  // A married name: the same first name behind the same e-mail or phone.
  if (names.kind === 'same-first') return email || (phone && birth === 'same') ? answer('maybe', 50) : answer('no', 0)
  return answer('no', 0)
}

/** Two people for sure: born on two days, or of one name under two member numbers. */
export const areSurelyTwo = ({ outcome, doubts, reasons }: Comparison): boolean =>
  outcome === 'no' && (doubts.includes('other-birth-date') || (doubts.includes('other-member-number') && reasons.includes('name')))

/** A quick look before the whole comparison: one name equal, the other one typo or a part away, or a diminutive. */
export const haveCloseNames = (draft: MatchRecord, other: MatchRecord): boolean => {
  const { kind } = compareNames(draft, other)
  return kind !== 'other' && kind !== 'same-first'
}

/** The comparison as something to be asked. */
export const toCandidate = (other: MatchRecord, comparison: Comparison, more: readonly MatchDoubt[] = []): Candidate => ({
  personId: other.personId,
  row: other.row,
  score: comparison.score,
  reasons: comparison.reasons,
  doubts: [...comparison.doubts, ...more],
})

/** One typo and nothing else known on either side is worth a question; any difference makes it another person. */
const closeAlone = (doubts: readonly MatchDoubt[], answer: (outcome: Comparison['outcome'], score: number) => Comparison): Comparison =>
  doubts.some((doubt) => doubt === 'other-email' || doubt === 'other-commune') ? answer('no', 0) : answer('maybe', 35)

interface NameComparison {
  readonly kind: 'same' | 'close-last' | 'close-first' | 'diminutive' | 'same-first' | 'other' | 'unnamed'
  readonly reason: MatchReason | null
  readonly doubt: MatchDoubt | null
  readonly oneTypo: boolean
}

const compareNames = (draft: MatchRecord, other: MatchRecord): NameComparison => {
  if (draft.nameKey === '' || other.nameKey === '') return unnamed
  if (draft.nameKey === other.nameKey) {
    if (draft.lastName === other.lastName) return sameName
    return draft.lastName.replaceAll(' ', '') === other.lastName.replaceAll(' ', '') ? sameName : swapped
  }
  // One of them has a first name or a last name only: equal as far as they go.
  if (!hasWholeName(draft) || !hasWholeName(other)) {
    const shared = (draft.lastName !== '' && draft.lastName === other.lastName) || (draft.firstName !== '' && draft.firstName === other.firstName)
    return shared ? partial : different
  }
  const lastEqual = draft.lastName === other.lastName
  const firstEqual = draft.firstName === other.firstName
  if (firstEqual) {
    const typo = isOneTypo(draft.lastName, other.lastName)
    return typo || isPartOf(draft.lastName, other.lastName) ? { kind: 'close-last', reason: 'name-close', doubt: null, oneTypo: typo } : sameFirst
  }
  if (lastEqual) {
    if (isOneTypo(draft.firstName, other.firstName) || isPartOf(draft.firstName, other.firstName)) return closeFirst
    return isDiminutive(draft.firstName, other.firstName) || areInitials(draft.firstName, other.firstName) ? diminutive : otherFirst
  }
  return sameWords(draft, other) ? closeFirst : different
}

const sameName: NameComparison = { kind: 'same', reason: 'name', doubt: null, oneTypo: false }
const swapped: NameComparison = { kind: 'same', reason: 'name-swapped', doubt: null, oneTypo: false }
const unnamed: NameComparison = { kind: 'unnamed', reason: null, doubt: null, oneTypo: false }
const partial: NameComparison = { kind: 'close-first', reason: 'name-close', doubt: null, oneTypo: false }
const closeFirst: NameComparison = { kind: 'close-first', reason: 'name-close', doubt: null, oneTypo: true }
const diminutive: NameComparison = { kind: 'diminutive', reason: 'diminutive', doubt: null, oneTypo: false }
const otherFirst: NameComparison = { kind: 'other', reason: null, doubt: 'other-first-name', oneTypo: false }
const sameFirst: NameComparison = { kind: 'same-first', reason: null, doubt: 'other-last-name', oneTypo: false }
const different: NameComparison = { kind: 'other', reason: null, doubt: 'other-last-name', oneTypo: false }

/** One letter more, less, other, or two letters swapped, in a name long enough for it to be a slip. */
const isOneTypo = (left: string, right: string): boolean =>
  Math.min(left.length, right.length) >= 3 && Math.abs(left.length - right.length) <= 1 && distance(left, right) === 1

/** « Durand » of « Durand Petit », « Marie » of « Marie Claude ». */
const isPartOf = (left: string, right: string): boolean => {
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  return long.startsWith(`${short} `) || long.endsWith(` ${short}`)
}

/** « JP » or « J.-P. » of « Jean-Pierre », « A. » of « Alexandre ». */
const areInitials = (left: string, right: string): boolean => {
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  const letters = short.replaceAll(' ', '')
  return letters.length <= 3 && letters === initialsOf(long)
}
const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')

/** « Nguyen Thi | Hoa » and « Nguyen | Thi Hoa »: the same words, parted elsewhere. */
const sameWords = (draft: MatchRecord, other: MatchRecord): boolean => {
  const words = wordsKey(draft)
  return words !== '' && words === wordsKey(other)
}

/** `same` only for two whole dates that are equal; a year beside a whole date of that year agrees without proving anything. */
const compareBirths = (draft: MatchRecord, other: MatchRecord): 'same' | 'other' | 'unknown' => {
  const [left, right] = [draft.birthDate, other.birthDate]
  if (left === null || right === null) return 'unknown'
  if (left === right) return left.length === 10 ? 'same' : 'unknown'
  return left.startsWith(right) || right.startsWith(left) ? 'unknown' : 'other'
}

const sharesOne = (left: readonly string[], right: readonly string[]): boolean => {
  for (const one of left) if (right.includes(one)) return true
  return false
}
