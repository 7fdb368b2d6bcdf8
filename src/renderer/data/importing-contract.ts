import type { CustomField } from '#domain/custom-field'
import type { ImportId, PersonId } from '#domain/id'
import type { ImportRecord, ImportTemplate } from '#domain/import-record'
import type { CellProblem, NoteKind } from '#domain/importing/draft'
import type { SkippedRow } from '#domain/importing/layout'
import type { ImportMapping } from '#domain/importing/mapping'
import type { FileInfo, SheetInfo } from '#domain/importing/sheet'
import type { DraftChoice, MatchDoubt, MatchReason } from '#domain/importing/verdict'
import type { PartialDate } from '#domain/period'
import type { Result } from '#domain/result'
import type { RoleKind } from '#domain/role'
import type { Tag } from '#domain/tag'
import type { OutputColumn } from '#bridge/writing'
import type { ShownChange } from '#data/importing-shown'

/** What the window shows of an import: plain values, small. Rows, drafts and decisions stay in the data thread. */
export interface ImportOverview {
  readonly id: ImportId
  readonly fileName: string
  readonly sheets: readonly SheetInfo[]
  readonly sheet: number
  /** 0-based; null when the sheet has no header. */
  readonly headerRow: number | null
  readonly groupRow: number | null
  readonly dataRows: number
  readonly skipped: readonly SkippedRow[]
  readonly mapping: ImportMapping
  /** In the order of `mapping.columns`. */
  readonly columns: readonly ColumnOverview[]
  /** The mapping comes from an earlier import of the same headers. */
  readonly fromTemplate: boolean
  /** False when no column says whom or what the rows are about: such a file would be rejected as a whole. */
  readonly saysWho: boolean
  /** What a column can become besides fields. */
  readonly roleKinds: readonly RoleKind[]
  readonly customFields: readonly CustomField[]
  readonly tags: readonly Tag[]
}

export interface ColumnOverview {
  /** Up to three different cells, as typed. */
  readonly samples: readonly string[]
  readonly filled: number
  readonly sensitive: boolean
  /** null when the column holds no date written as text. */
  readonly dateExample: DateExample | null
  readonly twoDigitYears: boolean
}

/** A date of the column as typed, and as each order reads it (null: no such day). */
export interface DateExample {
  readonly from: string
  readonly dmy: PartialDate | null
  readonly mdy: PartialDate | null
  readonly ymd: PartialDate | null
}

/** Judged drafts by outcome; `problems` counts the cells to mend, in rejected rows too, `rows` the data rows. */
export interface VerdictCounts {
  readonly create: number
  readonly change: number
  readonly same: number
  readonly ambiguous: number
  /** Of the ambiguous ones, how many still await an answer. */
  readonly undecided: number
  readonly rejected: number
  readonly problems: number
  readonly rows: number
}

export const importTabs = ['create', 'change', 'same', 'ambiguous', 'rejected', 'problems'] as const
export type ImportTab = (typeof importTabs)[number]

/** One row of the file in the grid; `cells` in the order of `mapping.columns`. */
export interface GridRow {
  /** 0-based row of the sheet. */
  readonly row: number
  /** First row of the judged draft that this row belongs to, when several rows are the same person. */
  readonly joinedTo: number | null
  readonly rejected: boolean
  readonly cells: readonly GridCell[]
  /** Problems of the row as a whole. */
  readonly problems: readonly Pick<CellProblem, 'kind' | 'severity'>[]
}
export interface GridCell {
  readonly text: string
  readonly problem: Pick<CellProblem, 'kind' | 'severity'> | null
  readonly note: { readonly kind: NoteKind; readonly to: string } | null
  readonly mended: boolean
}

/** Somebody known whom the file would change. */
export interface ChangeRow {
  readonly row: number
  readonly name: string
  readonly reasons: readonly MatchReason[]
  readonly changes: readonly (ShownChange & { readonly choice: 'keep' | 'take'; readonly refused: boolean })[]
}

/** A kind of information that changes touch: `key` as `decideFields` takes it. */
export interface ChangedField {
  readonly key: string
  readonly field: string
  readonly name: string
  readonly count: number
}

/** A row that could be several people, with the people it could be. */
export interface AmbiguousRow {
  readonly row: number
  readonly person: PersonCard
  readonly candidates: readonly CandidateCard[]
  readonly choice: DraftChoice | null
}
/** What tells one person from another at a glance. Phones as stored, dates ISO. */
export interface PersonCard {
  readonly name: string
  readonly birthDate: PartialDate | null
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly city: string
  readonly memberNumber: string
}
export interface CandidateCard {
  readonly person: PersonCard
  readonly personId: PersonId | null
  readonly row: number | null
  readonly score: number
  readonly reasons: readonly MatchReason[]
  readonly doubts: readonly MatchDoubt[]
}

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly total: number
}

/** How far a long work is. */
export interface WorkProgress {
  readonly stage: 'judging' | 'matching' | 'preparing' | 'writing'
  readonly done: number
  readonly total: number
}
export type OnProgress = (progress: WorkProgress) => void

export interface ApplyProblem {
  readonly kind: 'disk-full' | 'read-only' | 'cancelled' | 'unknown'
  readonly detail: string
}

/** Imports, from rows to receipt. An import lives in the data thread until `close`: leaving the page loses nothing. */
export interface ImportingService {
  /** Readies what every import needs (communes, people already known), while the user still looks for her file. */
  readonly prepare: () => Promise<void>
  readonly begin: (file: FileInfo) => Promise<ImportId>
  /** Rows `from`… of a sheet, as main's `readRows` gives them. */
  readonly takeRows: (page: { readonly id: ImportId; readonly sheet: number; readonly from: number; readonly bytes: Uint8Array }) => Promise<void>
  /** The sheet that holds the data, once the first rows of each were taken; null when none holds anything. */
  readonly proposeSheet: (id: ImportId) => Promise<number | null>
  /** Finds the header and guesses the columns, or takes the template of the same headers; every row of the sheet was taken before. */
  readonly understand: (ask: { readonly id: ImportId; readonly sheet: number; readonly withTemplate: boolean }) => Promise<ImportOverview>
  readonly overview: (id: ImportId) => Promise<ImportOverview | null>
  /** Rows as the file shows them, before anything was understood. */
  readonly peek: (ask: { readonly id: ImportId; readonly from: number; readonly count: number }) => Promise<readonly (readonly string[])[]>
  readonly setHeader: (ask: { readonly id: ImportId; readonly headerRow: number | null }) => Promise<ImportOverview>
  readonly setMapping: (ask: { readonly id: ImportId; readonly mapping: ImportMapping }) => Promise<ImportOverview>
  /** Drafts and matches every row, unless that was done with this very mapping. null: cancelled. */
  readonly judge: (id: ImportId, onProgress: OnProgress) => Promise<VerdictCounts | null>
  /** Stops `judge`, and `apply` while nothing is written. */
  readonly cancelWork: (id: ImportId) => Promise<void>
  readonly rows: (ask: { readonly id: ImportId; readonly tab: ImportTab; readonly from: number; readonly count: number }) => Promise<Page<GridRow>>
  readonly changes: (ask: { readonly id: ImportId; readonly from: number; readonly count: number }) => Promise<Page<ChangeRow>>
  readonly ambiguous: (ask: { readonly id: ImportId; readonly from: number; readonly count: number }) => Promise<Page<AmbiguousRow>>
  /** Kinds of information that the changes touch, for « take all of this kind ». */
  readonly changedFields: (id: ImportId) => Promise<readonly ChangedField[]>
  /** Puts another text in a cell and judges again what depends on it. */
  readonly mendCell: (ask: { readonly id: ImportId; readonly row: number; readonly column: number; readonly text: string }) => Promise<VerdictCounts>
  readonly decide: (ask: {
    readonly id: ImportId
    readonly rows: readonly number[] | 'undecided'
    readonly choice: DraftChoice | null
  }) => Promise<VerdictCounts>
  /** For one person or all of them, one field or all of them (`field`: the key of a `ChangedField`, or a whole path). */
  readonly decideFields: (ask: {
    readonly id: ImportId
    readonly row: number | 'all'
    readonly field: string | 'all'
    readonly choice: 'keep' | 'take'
  }) => Promise<void>
  readonly apply: (id: ImportId, onProgress: OnProgress) => Promise<Result<ImportRecord, ApplyProblem>>
  /** The columns of the file plus « Problème », for `startTable`. */
  readonly rejectedColumns: (ask: { readonly id: ImportId; readonly problemHeader: string }) => Promise<readonly OutputColumn[]>
  /** A page of the rejected rows for `sendRows` (null at the end); `words` says each problem. */
  readonly rejectedRows: (ask: {
    readonly id: ImportId
    readonly from: number
    readonly count: number
    readonly words: Readonly<Record<string, string>>
  }) => Promise<Uint8Array | null>
  readonly close: (id: ImportId) => Promise<void>

  readonly earlier: () => Promise<readonly ImportRecord[]>
  readonly templates: () => Promise<readonly ImportTemplate[]>
  readonly forgetTemplate: (id: string) => Promise<void>
  /** `ask` undoes when nothing was changed since; else says what was. `skip` leaves later changes, `force` takes back everything. */
  readonly undo: (ask: { readonly id: ImportId; readonly choice: 'ask' | 'skip' | 'force' }) => Promise<Result<null, UndoImportProblem>>
}

export type UndoImportProblem =
  | { readonly kind: 'later-edits'; readonly conflicts: number; readonly shown: readonly LaterEdit[] }
  | { readonly kind: 'already-undone' | 'nothing-left' | 'read-only' | 'disk-full' | 'unknown' }

/** A record that moved after the import; `after` is what is there now, `before` what undoing would put back. */
export interface LaterEdit {
  readonly record: string
  readonly kind: 'missing' | 'exists' | 'changed' | 'used'
  readonly changes: readonly ShownChange[]
}
