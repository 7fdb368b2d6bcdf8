import type { Brand } from '#domain/id'

/** A calendar day, `2026-03-12`; always valid, proleptic Gregorian, years 0001–9999. */
export type IsoDate = PartialDate & Brand<'IsoDate'>
/** What is known of a date: `1998`, `1998-05` or `1998-05-12`; always valid. Sorts as text. */
export type PartialDate = Brand<'PartialDate'>
