import type { PersonId } from '#domain/id'
import type { RowDraft } from '#domain/importing/draft'

/** Why two records may be the same person, strongest first; `diminutive` only ever hints. */
export type MatchReason =
  | 'maillage-id'
  | 'external-id'
  | 'member-number'
  | 'email'
  | 'phone'
  | 'name'
  | 'name-swapped'
  | 'name-close'
  | 'diminutive'
  | 'birth-date'
  | 'commune'
/** What speaks against it. */
export type MatchDoubt =
  | 'other-first-name'
  | 'other-last-name'
  | 'other-birth-date'
  | 'other-commune'
  | 'other-email'
  | 'other-member-number'
  | 'several-candidates'
  | 'name-only'

/** Somebody a row may be about: already known (`personId`), or on another row of the same file (`row`, its 0-based position). */
export interface Candidate {
  readonly personId: PersonId | null
  readonly row: number | null
  /** 0 to 100. */
  readonly score: number
  readonly reasons: readonly MatchReason[]
  readonly doubts: readonly MatchDoubt[]
}

/** One field of a person that the file fills, adds to or would replace. */
export interface FieldChange {
  /** As in `Edit`: `firstName`, `emails`, `custom/<id>`, `roles/<id>`, `tags/<id>`… */
  readonly path: string
  readonly before: unknown
  readonly after: unknown
  /** `fills` an empty field; `adds` to a list; `replaces` a value; `refused`: never taken (an opt-out turned into an opt-in). */
  readonly kind: 'fills' | 'adds' | 'replaces' | 'refused'
  /** What happens unless the user says otherwise. */
  readonly suggested: 'keep' | 'take'
}

/** What will become of one person (or event, or organisation) of the file. */
export type Verdict =
  | { readonly kind: 'created' }
  | { readonly kind: 'changed'; readonly id: string; readonly reasons: readonly MatchReason[]; readonly fields: readonly FieldChange[] }
  | { readonly kind: 'same'; readonly id: string; readonly reasons: readonly MatchReason[]; readonly fields: readonly FieldChange[] }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'rejected' }

/** One or several rows of the file that are about the same person, and the verdict. */
export interface JudgedDraft {
  /** The first of its rows (0-based): its key in decisions. */
  readonly row: number
  readonly rows: readonly number[]
  /** Why its rows were put together; empty for a single row. */
  readonly joinedBy: readonly MatchReason[]
  /** The rows together. */
  readonly draft: RowDraft
  readonly verdict: Verdict
}

/** The user's answer for one judged draft, by its `row`. */
export type DraftChoice =
  | { readonly kind: 'create' }
  | { readonly kind: 'match'; readonly personId: PersonId }
  /** Same person as that other row of the file. */
  | { readonly kind: 'join'; readonly row: number }
  | { readonly kind: 'skip' }

export interface ImportDecisions {
  readonly choices: ReadonlyMap<number, DraftChoice>
  /** By row, then by path. */
  readonly fields: ReadonlyMap<number, ReadonlyMap<string, 'keep' | 'take'>>
}
export const noDecisions: ImportDecisions = { choices: new Map(), fields: new Map() }
