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
export type ContactId = Brand<'ContactId'>
export type TaskId = Brand<'TaskId'>
export type TieId = Brand<'TieId'>
export type CommunityId = Brand<'CommunityId'>
export type AmbassadorshipId = Brand<'AmbassadorshipId'>
export type ResponsibilityId = Brand<'ResponsibilityId'>
export type HandoverId = Brand<'HandoverId'>
export type OfferId = Brand<'OfferId'>
export type ProgrammeId = Brand<'ProgrammeId'>
export type CampaignId = Brand<'CampaignId'>
export type SurveyId = Brand<'SurveyId'>
export type LetterId = Brand<'LetterId'>
export type PracticeId = Brand<'PracticeId'>
