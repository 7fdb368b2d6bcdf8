import type { PickedFile } from '#bridge/reading'
import type { ApplyProblem, ImportOverview, ImportTab, VerdictCounts, WorkProgress } from '#data/importing-contract'
import type { ImportRecord } from '#domain/import-record'
import type { FileProblemKind } from '#domain/importing/sheet'

/** How far the opening of a file is; `total` null while it cannot be known. */
export interface ReadingState {
  readonly stage: 'opening' | 'rows' | 'understanding'
  readonly done: number
  readonly total: number | null
}

/** Where the user is. Going back keeps everything: the import itself lives in the data thread. */
export type FlowStep =
  | { readonly kind: 'start'; readonly cancelled: boolean }
  | { readonly kind: 'reading'; readonly file: PickedFile; readonly reading: ReadingState }
  | { readonly kind: 'refused'; readonly file: PickedFile; readonly problem: FileProblemKind }
  | { readonly kind: 'columns'; readonly file: PickedFile; readonly overview: ImportOverview; readonly working: Working | null }
  | {
      readonly kind: 'check'
      readonly file: PickedFile
      readonly overview: ImportOverview
      readonly check: CheckState
      readonly working: Working | null
    }
  | { readonly kind: 'receipt'; readonly file: PickedFile; readonly overview: ImportOverview; readonly record: ImportRecord }

/** A long work under way in the data thread. */
export type Working = WorkProgress | { readonly stage: 'rows'; readonly done: number; readonly total: number }

export interface CheckState {
  readonly counts: VerdictCounts
  readonly tab: ImportTab
  /** Grows whenever rows were judged again: what was fetched before is stale. */
  readonly version: number
  readonly problem: ApplyProblem | null
}

export interface FlowState {
  readonly step: FlowStep
  /** Files chosen together that still wait. */
  readonly waiting: readonly PickedFile[]
  /** 1-based position of the file under way among those chosen together. */
  readonly position: { readonly index: number; readonly total: number }
}

export const startState: FlowState = { step: { kind: 'start', cancelled: false }, waiting: [], position: { index: 0, total: 0 } }

/** The tab that has most to say first: what must be decided, then what can be mended, then what will happen. */
export const firstTab = (counts: VerdictCounts): ImportTab => {
  if (counts.undecided > 0) return 'ambiguous'
  if (counts.problems > 0) return 'problems'
  if (counts.create > 0) return 'create'
  if (counts.change > 0) return 'change'
  return counts.same > 0 ? 'same' : 'rejected'
}
