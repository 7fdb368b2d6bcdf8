import type { CustomFieldId } from '#domain/id'

export type CustomFieldKind = 'text' | 'number' | 'date' | 'choice' | 'boolean'

/** A column of the association's own, on people. Values live in `Person.custom`; dates are `PartialDate` strings. */
export interface CustomField {
  readonly id: CustomFieldId
  readonly name: string
  readonly kind: CustomFieldKind
  /** For `choice`, in the order proposed; else empty. */
  readonly choices: readonly string[]
  /** Health, religion, opinions, justice…: shown with a warning, left out of exports unless asked for. */
  readonly sensitive: boolean
  readonly archived: boolean
  readonly order: number
}
