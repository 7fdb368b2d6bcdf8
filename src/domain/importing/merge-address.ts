import { foldCommuneName } from '#domain/commune'
import { foldWords } from '#domain/fold-text'
import type { FieldChange } from '#domain/importing/verdict'
import type { Address } from '#domain/person'

/** What the addresses of a file change: an address that agrees is completed, another one takes the place of the one with the same label; null when all is known. */
export const mergeAddresses = (before: readonly Address[], drafts: readonly Address[]): FieldChange | null => {
  let next = before
  let replaced = false
  for (const draft of drafts) {
    const agreeing = next.find((address) => agrees(address, draft))
    if (agreeing !== undefined) {
      const completed = complete(agreeing, draft)
      if (completed !== agreeing) next = next.map((address) => (address === agreeing ? completed : address))
      continue
    }
    const old = next.find((address) => address.label === draft.label && !drafts.some((other) => agrees(address, other)))
    replaced ||= old !== undefined
    next = old === undefined ? [...next, draft] : next.map((address) => (address === old ? draft : address))
  }
  if (next === before) return null
  return { path: 'addresses', before, after: next, kind: before.length === 0 ? 'fills' : replaced ? 'replaces' : 'adds', suggested: 'take' }
}

/** Nothing said of the one contradicts the other, and they have a street or a place in common. */
const agrees = (left: Address, right: Address): boolean => {
  const streets = agreeing(foldWords(left.street), foldWords(right.street))
  const codes = agreeing(left.postalCode, right.postalCode)
  const cities =
    left.communeCode !== null && left.communeCode === right.communeCode ? 'same' : agreeing(foldCommuneName(left.city), foldCommuneName(right.city))
  const countries = left.country === right.country
  if (streets === 'other' || codes === 'other' || cities === 'other' || !countries) return false
  if (left.qpvCode !== null && right.qpvCode !== null && left.qpvCode !== right.qpvCode) return false
  return (
    streets === 'same' ||
    codes === 'same' ||
    cities === 'same' ||
    (left.qpvCode !== null && left.qpvCode === right.qpvCode) ||
    isBlank(left) ||
    isBlank(right)
  )
}

const complete = (address: Address, draft: Address): Address => {
  const completed: Address = {
    ...address,
    street: address.street === '' ? draft.street : address.street,
    postalCode: address.postalCode === '' ? draft.postalCode : address.postalCode,
    city: address.city === '' ? draft.city : address.city,
    communeCode: address.communeCode ?? draft.communeCode,
    qpvCode: address.qpvCode ?? draft.qpvCode,
  }
  const same = completed.street === address.street && completed.postalCode === address.postalCode && completed.city === address.city
  return same && completed.communeCode === address.communeCode && completed.qpvCode === address.qpvCode ? address : completed
}

const agreeing = (left: string, right: string): 'same' | 'other' | 'unknown' =>
  left === '' || right === '' ? 'unknown' : left === right ? 'same' : 'other'
const isBlank = (address: Address): boolean =>
  address.street === '' && address.postalCode === '' && address.city === '' && address.communeCode === null
