import type { EventId, PersonId } from '#domain/id'
import type { LeftOut } from '#domain/exporting/contact-rules'
import type { ChosenColumn } from '#domain/exporting/people-columns'
import type { ExportLanguage } from '#domain/exporting/words'
import type { Channel } from '#domain/person'
import type { OutputSheet, TableFormat } from '#bridge/writing'

/**
 * What a list of people is for. `record`: a copy of what is known, where everybody asked for is there, marked. `contact`: a list to write to or call, without
 * those who died, oppose any contact, refused this channel for this use or gave no address for it.
 */
export type ExportPurpose = { readonly kind: 'record' } | { readonly kind: 'contact'; readonly channel: Channel; readonly use: string }

/** A list to export: whom, in their order, and which columns. Removed people and events are never exported. */
export type ExportRequest = {
  readonly language: ExportLanguage
  readonly format: TableFormat
  /** Name of the sheet, already in words. */
  readonly sheetName: string
  /** Title, rule, date: above the header of a workbook, already in words; empty for a file that is to be read back. */
  readonly notes: readonly string[]
} & (
  | {
      readonly list: 'people'
      readonly ids: readonly PersonId[]
      readonly purpose: ExportPurpose
      /** null: all. */
      readonly columns: readonly ChosenColumn[] | null
      readonly withSensitive: boolean
    }
  | { readonly list: 'events'; readonly ids: readonly EventId[] }
  | { readonly list: 'attendance'; readonly ids: readonly EventId[] }
)

/** An export ready to be written: its sheet, then its rows page by page. */
export interface PreparedExport {
  readonly exportId: string
  readonly sheet: OutputSheet
  readonly rowCount: number
  /** People asked for who are not in the file, by reason; people without a card to write among them for `vcf`. */
  readonly leftOut: Readonly<Record<LeftOut, number>>
}
