import { isSameValue } from '#domain/change-fields'
import { foldWords } from '#domain/fold-text'
import type { CustomFieldId } from '#domain/id'
import type { Person } from '#domain/person'

/** Fields of which a person has one value only: two records that differ there need a choice. */
export const singleFields = [
  'lastName',
  'firstName',
  'birthDate',
  'gender',
  'memberNumber',
  'joinedOn',
  'territoryId',
  'sector',
  'confirmedOn',
  'payer',
] as const satisfies readonly (keyof Person)[]
export type SingleField = (typeof singleFields)[number]
/** A single field, an own field of the association, or the id in another program. */
export type SinglePath = SingleField | `custom/${string}` | `externalIds/${string}`
export type Side = 'kept' | 'other'

/** One value against another, and which of them is taken unless the user says otherwise. */
export interface SingleValue {
  readonly path: SinglePath
  readonly kept: unknown
  readonly other: unknown
  readonly suggested: Side
}

/** Where the two say something and not the same; what only one of them says needs no choice. */
export const differingValues = (kept: Person, other: Person): readonly SingleValue[] =>
  singlePaths(kept, other).flatMap((path) => {
    const [left, right] = [valueAt(kept, path), valueAt(other, path)]
    if (isBlank(left) || isBlank(right) || isSameValue(left, right)) return []
    return [{ path, kept: left, other: right, suggested: richerSide(path, left, right) }]
  })

/** Every single path of which one of the two says something. */
export const singlePaths = (kept: Person, other: Person): readonly SinglePath[] => [
  ...singleFields,
  ...keysOf(kept.custom, other.custom).map((key): SinglePath => `custom/${key}`),
  ...keysOf(kept.externalIds, other.externalIds).map((key): SinglePath => `externalIds/${key}`),
]

/** The value at a single path; null when the record says nothing. */
export const valueAt = (person: Person, path: SinglePath): unknown => {
  if (path.startsWith('custom/')) return person.custom[path.slice('custom/'.length) as CustomFieldId] ?? null
  if (path.startsWith('externalIds/')) return person.externalIds[path.slice('externalIds/'.length)] ?? null
  return person[path as SingleField] ?? null
}

/** Says nothing: not there, or empty. */
export const isBlank = (value: unknown): boolean => value === null || value === undefined || value === ''

/** The one that says more; the record that stays where both say as much. */
const richerSide = (path: SinglePath, kept: unknown, other: unknown): Side => {
  if (path === 'joinedOn' && typeof kept === 'string' && typeof other === 'string' && !isPrefix(kept, other)) return other < kept ? 'other' : 'kept'
  if (path === 'confirmedOn' && typeof kept === 'string' && typeof other === 'string') return other > kept ? 'other' : 'kept'
  if (path === 'birthDate' && typeof kept === 'string' && typeof other === 'string') return other.length > kept.length ? 'other' : 'kept'
  if (typeof kept !== 'string' || typeof other !== 'string') return 'kept'
  // « Durand-Petit » says more than « Durand », « Élodie » than « ELODIE ».
  const [left, right] = [foldWords(kept), foldWords(other)]
  if (left === right) return care(other) > care(kept) ? 'other' : 'kept'
  return right.includes(left) || right.length > left.length + 2 ? 'other' : 'kept'
}

/** Capitals where they belong, and accents. */
const care = (text: string): number => (text === text.toUpperCase() || text === text.toLowerCase() ? 0 : 2) + (/[^\p{ASCII}]/u.test(text) ? 1 : 0)

/** « 2021 » and « 2021-03 » do not contradict each other. */
const isPrefix = (left: string, right: string): boolean => left.startsWith(right) || right.startsWith(left)

const keysOf = (left: object, right: object): readonly string[] => [...new Set([...Object.keys(left), ...Object.keys(right)])]
