/** A string that cannot be mistaken for another kind of string: `PersonId` is not `EventId`. */
export type Brand<Name extends string> = string & { readonly __brand: Name }

/** All ids are UUIDv7, made outside the domain (which knows no clock and no chance). */
export type PersonId = Brand<'PersonId'>
export type RolePeriodId = Brand<'RolePeriodId'>
/** Built-in role kinds have plain ids (`volunteer`, `mentor`…), the user's own are UUIDs. */
export type RoleKindId = Brand<'RoleKindId'>
export type OrganisationId = Brand<'OrganisationId'>
export type TerritoryId = Brand<'TerritoryId'>
export type EventId = Brand<'EventId'>
export type HoursId = Brand<'HoursId'>
export type TagId = Brand<'TagId'>
export type CustomFieldId = Brand<'CustomFieldId'>
export type ChangeId = Brand<'ChangeId'>
export type ImportId = Brand<'ImportId'>
export type SavedViewId = Brand<'SavedViewId'>
