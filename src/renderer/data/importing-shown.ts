import type { PartialDate } from '#domain/period'

/** A value of a record with its names looked up, still without a language: the window writes it. */
export type ShownValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: PartialDate }
  | { readonly kind: 'phone'; readonly number: string }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'gender'; readonly gender: string }
  | { readonly kind: 'consent'; readonly given: boolean }
  | { readonly kind: 'attendance'; readonly status: string; readonly hours: number | null }
  /** `name` null: a built-in kind, named by the interface. */
  | {
      readonly kind: 'role'
      readonly roleKind: string
      readonly name: string | null
      readonly start: PartialDate | null
      readonly end: PartialDate | null
    }
  | { readonly kind: 'list'; readonly items: readonly ShownValue[] }

/** One field of a record, before and after. */
export interface ShownChange {
  /** As in `Edit`. */
  readonly path: string
  /** The part of the path before « / »: `emails`, `custom`, `roles`… */
  readonly field: string
  /** What the entry is called, for custom fields, tags and consents; else ''. */
  readonly name: string
  readonly before: ShownValue
  readonly after: ShownValue
}
