import { isSameValue } from '#domain/change-fields'
import { foldWords } from '#domain/fold-text'
import type { ConsentKey, Address, Consent, DirectoryVisibility, Email, Person, Phone } from '#domain/person'
import type { RolePeriod } from '#domain/role'

/** What both records list, each thing once: those of the first one come first. */
export const unionBy = <Item>(kept: readonly Item[], other: readonly Item[], keyOf: (item: Item) => string): readonly Item[] => {
  const known = new Set(kept.map(keyOf))
  const added = other.filter((item) => {
    const key = keyOf(item)
    if (known.has(key)) return false
    known.add(key)
    return true
  })
  return added.length === 0 ? kept : [...kept, ...added]
}

export const emailKey = ({ address }: Email): string => address.trim().toLowerCase()
export const phoneKey = ({ number }: Phone): string => number.replaceAll(/[\s.-]/g, '')

/** Addresses of both; one that another one says in full is that other one. */
export const unionOfAddresses = (kept: readonly Address[], other: readonly Address[]): readonly Address[] => {
  let addresses = kept
  for (const address of other) {
    if (addresses.some((known) => saysAll(known, address))) continue
    const lesser = addresses.findIndex((known) => saysAll(address, known))
    addresses = lesser < 0 ? [...addresses, address] : addresses.with(lesser, address)
  }
  return addresses
}

/** Whether the first address says everything that the second one says. */
const saysAll = (whole: Address, part: Address): boolean =>
  [
    [whole.street, part.street],
    [whole.postalCode, part.postalCode],
    [whole.city, part.city],
    [whole.country, part.country],
    [whole.communeCode ?? '', part.communeCode ?? ''],
    [whole.qpvCode ?? '', part.qpvCode ?? ''],
  ].every(([left = '', right = '']) => right === '' || foldWords(left) === foldWords(right))

/** Periods of both; one that the other record has too, to the day, is there once. */
export const unionOfRoles = (kept: Person['roles'], other: Person['roles']): Person['roles'] => {
  const known = Object.values(kept)
  const added = Object.values(other).filter((role) => !known.some((one) => isSameRole(one, role)))
  return added.length === 0 ? kept : { ...kept, ...Object.fromEntries(added.map((role) => [role.id, role])) }
}

const isSameRole = (left: RolePeriod, right: RolePeriod): boolean => isSameValue({ ...left, id: '' }, { ...right, id: '' })

/** What she agreed to and refused: a refusal always wins; of two answers that agree, the later one is the proof. */
export const unionOfConsents = (kept: Person['consents'], other: Person['consents']): Person['consents'] => {
  const consents: Record<ConsentKey, Consent> = { ...kept }
  for (const [key, right] of Object.entries(other) as [ConsentKey, Consent][]) {
    const left = consents[key]
    consents[key] = left === undefined ? right : strongerConsent(left, right)
  }
  return consents
}

const strongerConsent = (left: Consent, right: Consent): Consent => {
  if (left.given !== right.given) return left.given ? right : left
  return (right.on ?? '') > (left.on ?? '') ? right : left
}

/** What the directory may show: only what both opened, for the shorter time; where one record says nothing, what the other one says. */
export const narrowerDirectory = (
  kept: DirectoryVisibility | null | undefined,
  other: DirectoryVisibility | null | undefined,
): DirectoryVisibility | null | undefined => {
  if (kept === undefined || other === undefined) return kept ?? other
  if (kept === null || other === null) return null
  const fields = Object.fromEntries(Object.entries(kept.fields).filter(([field]) => field in other.fields))
  const until = kept.until === null || other.until === null ? (kept.until ?? other.until) : kept.until < other.until ? kept.until : other.until
  return { fields, until }
}

/** One note after the other; what one of them says already is not said twice. */
export const joinNotes = (...notes: readonly string[]): string =>
  notes.reduce((whole, note) => (note === '' || whole.includes(note) ? whole : note.includes(whole) ? note : `${whole}\n${note}`), '')
