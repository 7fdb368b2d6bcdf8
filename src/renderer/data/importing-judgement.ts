import { loadCommunes } from '#data/communes'
import type { ImportTab, OnProgress, VerdictCounts } from '#data/importing-contract'
import { takeAhead, type RowsAhead } from '#data/importing-ahead'
import type { Decisions } from '#data/importing-decisions'
import { existingRecords } from '#data/importing-known'
import { inTurns, messages } from '#data/in-turns'
import { loadQpv } from '#data/qpv'
import type { Store } from '#data/store'
import { createDrafter, type RowDrafter } from '#domain/importing/draft-rows'
import type { CellNote, CellProblem, RowDraft } from '#domain/importing/draft'
import { judgeDrafts, judgeInSteps } from '#domain/importing/judge-drafts'
import type { ExistingRecords } from '#domain/importing/knowledge'
import type { SheetLayout } from '#domain/importing/layout'
import type { ImportMapping } from '#domain/importing/mapping'
import { indexInSteps, type MatchIndex } from '#domain/importing/match-index'
import type { DraftChoice, FieldChange, ImportDecisions, JudgedDraft, Verdict } from '#domain/importing/verdict'
import type { RawRow } from '#domain/importing/sheet'

export type JudgedAs<Kind extends Verdict['kind']> = JudgedDraft & { readonly verdict: Extract<Verdict, { readonly kind: Kind }> }

/** Every row drafted, joined and compared with whom we know, and what the user decided about it. */
export interface Judgement {
  /** The `dataVersion` it was compared with. */
  readonly judgedOn: string
  readonly counts: () => VerdictCounts
  readonly decisions: ImportDecisions
  readonly judged: () => readonly JudgedDraft[]
  readonly drafts: () => readonly RowDraft[]
  /** Without its notes. */
  readonly draftAt: (row: number) => RowDraft | undefined
  /** How the cells of a row were understood: made when they are shown. */
  readonly notesOf: (row: number) => readonly CellNote[]
  /** What is wrong with a row, on its own and beside the others. */
  readonly problemsOf: (row: number) => readonly CellProblem[]
  /** The first row of the same person, for the other rows about her; null else. */
  readonly joinedTo: (row: number) => number | null
  readonly rowsOfTab: (tab: ImportTab) => readonly number[]
  readonly changed: () => readonly JudgedAs<'changed'>[]
  /** Those that were asked about, decided or not. */
  readonly ambiguous: () => readonly JudgedAs<'ambiguous'>[]
  readonly choice: (row: number) => DraftChoice | null
  readonly fieldChoice: (row: number, change: FieldChange) => 'keep' | 'take'
  readonly decide: (rows: readonly number[] | 'undecided', choice: DraftChoice | null) => void
  readonly decideFields: (row: number | 'all', field: string, choice: 'keep' | 'take') => void
  /** Rows that the import leaves out, and why: kinds of problems, `undecided` or `skipped`. */
  readonly leftAside: () => readonly { readonly row: number; readonly why: readonly string[] }[]
  /** Drafts a mended row again; what depends on it is judged anew when it is next asked for. */
  readonly redraft: (row: number, cells: RawRow) => void
}

/** Rows drafted between two looks at « Annuler ». */
const draftedAtOnce = 2_000

/** What is judged: the rows of a sheet under a mapping, with what the user decided before. */
export interface SheetToJudge {
  readonly rows: readonly RawRow[]
  readonly layout: SheetLayout
  readonly mapping: ImportMapping
  readonly decisions: Decisions
  /** What was made of them while they came. */
  readonly ahead: RowsAhead | null
  readonly sheet: number
  readonly isCancelled: () => boolean
}

/** Drafts every row and compares them with everybody; null when the user gave up. */
export const judgeSheet = async (
  store: Store,
  { rows, layout, mapping, decisions, ahead, sheet, isCancelled }: SheetToJudge,
  onProgress: OnProgress,
): Promise<Judgement | null> => {
  const existing = await existingRecords(store)
  const judgedOn = dataVersion(store)
  const [communes, qpv] = await Promise.all([loadCommunes(), loadQpv()])
  const { dataRows } = layout
  const made = takeAhead(ahead, { sheet, version: judgedOn, mapping, dataRows })
  const context = { known: existing, communes, qpv }
  const noter = createDrafter(mapping, context)
  const drafter = made?.drafter ?? createDrafter(mapping, context, false)
  const drafts: RowDraft[] = []
  for (const position of dataRows) {
    const known = made?.drafts[position]
    drafts.push(known ?? drafter(rows[position] ?? [], position))
    if (known !== undefined || drafts.length % draftedAtOnce > 0) continue
    onProgress({ stage: 'judging', done: drafts.length, total: dataRows.length })
    await messages()
    if (isCancelled()) return null
  }
  const total = dataRows.length
  onProgress({ stage: 'matching', done: 0, total })
  await messages()
  const index = await inTurns(indexInSteps(existing.people.values()), () => undefined, isCancelled)
  if (index === null) return null
  const onStep = (done: number): void => onProgress({ stage: 'matching', done: Math.min(total, Math.round(done / 2)), total })
  const judged = await inTurns(
    judgeInSteps(drafts, existing, index, decisions, decisions.choices.size === 0 ? made?.grouper : undefined),
    onStep,
    isCancelled,
  )
  return judged === null || isCancelled()
    ? null
    : createJudgement({ drafts, drafter, notes: (row) => noter(rows[row] ?? [], row).notes, existing, index, decisions, judgedOn }, judged)
}

/** Changes whenever a record moves that an import is compared with. */
export const dataVersion = ({ mirror }: Store): string =>
  (['people', 'events', 'attendance', 'hours', 'organisations', 'territories', 'tags', 'customFields', 'roleKinds'] as const)
    .map(mirror.version)
    .join()

interface Material {
  readonly drafts: RowDraft[]
  readonly drafter: RowDrafter
  readonly notes: (row: number) => readonly CellNote[]
  readonly existing: ExistingRecords
  readonly index: MatchIndex
  readonly decisions: Decisions
  readonly judgedOn: string
}

/** `judged`: what the rows come to with the decisions of now. */
const createJudgement = ({ drafts, drafter, notes, existing, index, decisions, judgedOn }: Material, judged: readonly JudgedDraft[]): Judgement => {
  const positionOf = new Map(drafts.map(({ row }, position) => [row, position]))
  /** Rows that had something to mend: they stay in their tab once mended, or they would vanish under the user's hands. */
  const mended = new Set<number>()
  const formerlyRejected = new Set<number>()
  const asked = new Map<number, JudgedAs<'ambiguous'>>()
  let fresh: Outcome | null = sortOut(judged)

  const outcome = (): Outcome => {
    fresh ??= sortOut(judgeDrafts(drafts, existing, index, decisions))
    for (const [row] of asked) if (decisions.choices.get(row) === undefined) asked.delete(row)
    for (const judged of fresh.ambiguous) if (!asked.has(judged.row)) asked.set(judged.row, judged)
    return fresh
  }
  const draftAt = (row: number): RowDraft | undefined => drafts[positionOf.get(row) ?? -1]
  const undecided = (): readonly JudgedAs<'ambiguous'>[] => outcome().ambiguous.filter(({ row }) => decisions.choices.get(row) === undefined)
  const problemRows = (): readonly number[] => {
    const { problemsByRow } = outcome()
    return drafts.flatMap(({ row }) => (problemsByRow.has(row) || mended.has(row) ? [row] : []))
  }

  const rowsOfTab = (tab: ImportTab): readonly number[] => {
    if (tab === 'problems') return problemRows()
    if (tab === 'ambiguous') return [...asked.keys()]
    if (tab === 'rejected') return drafts.filter(({ row, rejected }) => rejected || formerlyRejected.has(row)).map(({ row }) => row)
    return outcome().rowsByTab[tab]
  }

  return {
    judgedOn,
    decisions,
    judged: () => outcome().judged,
    drafts: () => drafts,
    draftAt,
    notesOf: notes,
    problemsOf: (row) => outcome().problemsByRow.get(row) ?? [],
    joinedTo: (row) => outcome().joined.get(row) ?? null,
    rowsOfTab,
    counts: () => {
      const { created, changed, same, rejected, problems } = outcome()
      return {
        create: created,
        change: changed.length,
        same,
        rejected,
        problems,
        ambiguous: asked.size,
        undecided: undecided().length,
        rows: drafts.length,
      }
    },
    changed: () => outcome().changed,
    ambiguous: () => {
      outcome()
      return [...asked.values()].sort((left, right) => left.row - right.row)
    },
    choice: (row) => decisions.choices.get(row) ?? null,
    fieldChoice: (row, change) => (change.kind === 'refused' ? 'keep' : (decisions.fields.get(row)?.get(change.path) ?? change.suggested)),
    decide: (rows, choice) => {
      for (const row of rows === 'undecided' ? undecided().map((judged) => judged.row) : rows) decisions.choose(row, choice)
      fresh = null
    },
    decideFields: (row, field, choice) => {
      const { changed } = outcome()
      decisions.chooseFields(row === 'all' ? changed : changed.filter((judged) => judged.row === row), field, choice)
    },
    leftAside: () => {
      const left = outcome().judged.flatMap((judged): readonly { readonly row: number; readonly why: readonly string[] }[] => {
        if (judged.verdict.kind === 'rejected') return [{ row: judged.row, why: judged.draft.problems.map(({ kind }) => kind) }]
        const choice = decisions.choices.get(judged.row)
        if (choice?.kind === 'skip') return judged.rows.map((row) => ({ row, why: ['skipped'] }))
        return judged.verdict.kind === 'ambiguous' && choice === undefined ? judged.rows.map((row) => ({ row, why: ['undecided'] })) : []
      })
      return left.toSorted((one, other) => one.row - other.row)
    },
    redraft: (row, cells) => {
      const position = positionOf.get(row)
      if (position === undefined) return
      mended.add(row)
      if (drafts[position]?.rejected === true) formerlyRejected.add(row)
      drafts[position] = drafter(cells, row)
      fresh = null
    },
  }
}

interface Outcome {
  readonly judged: readonly JudgedDraft[]
  readonly created: number
  readonly changed: readonly JudgedAs<'changed'>[]
  readonly same: number
  readonly rejected: number
  readonly ambiguous: readonly JudgedAs<'ambiguous'>[]
  readonly rowsByTab: Readonly<Record<'create' | 'change' | 'same', readonly number[]>>
  readonly joined: ReadonlyMap<number, number>
  readonly problemsByRow: ReadonlyMap<number, readonly CellProblem[]>
  readonly problems: number
}

const sortOut = (judged: readonly JudgedDraft[]): Outcome => {
  const changed: JudgedAs<'changed'>[] = []
  const ambiguous: JudgedAs<'ambiguous'>[] = []
  const rowsByTab: Record<'create' | 'change' | 'same', number[]> = { create: [], change: [], same: [] }
  const joined = new Map<number, number>()
  const problemsByRow = new Map<number, CellProblem[]>()
  let [created, same, rejected, problems] = [0, 0, 0, 0]
  for (const one of judged) {
    const { verdict, row, rows, draft } = one
    for (const problem of draft.problems) {
      problems += 1
      const ofRow = problemsByRow.get(problem.row)
      if (ofRow === undefined) problemsByRow.set(problem.row, [problem])
      else ofRow.push(problem)
    }
    for (const other of rows) if (other !== row) joined.set(other, row)
    switch (verdict.kind) {
      case 'created':
        created += 1
        rowsByTab.create.push(...rows)
        break
      case 'changed':
        changed.push({ ...one, verdict })
        rowsByTab.change.push(...rows)
        break
      case 'same':
        same += 1
        rowsByTab.same.push(...rows)
        break
      case 'ambiguous':
        ambiguous.push({ ...one, verdict })
        break
      case 'rejected':
        rejected += 1
        break
    }
  }
  return { judged, created, changed, same, rejected, ambiguous, rowsByTab, joined, problemsByRow, problems }
}
