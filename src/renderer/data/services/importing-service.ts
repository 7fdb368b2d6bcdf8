import { diffRecord } from '#domain/change'
import type { ImportId } from '#domain/id'
import type { ImportRecord } from '#domain/import-record'
import { fullName } from '#domain/person'
import { failed, ok, type Result } from '#domain/result'
import { loadCommunes } from '#data/communes'
import type { ApplyProblem, ImportingService, OnProgress, UndoImportProblem } from '#data/importing-contract'
import { beginAhead, goAhead, type AheadSurroundings } from '#data/importing-ahead'
import { applyImport } from '#data/importing-apply'
import { chooseSheet } from '#domain/importing/choose-sheet'
import { dataVersion, judgeSheet, type Judgement } from '#data/importing-judgement'
import { existingRecords, knownLists, namesOf } from '#data/importing-known'
import { rejectedColumns, rejectedRows } from '#data/importing-rejected'
import {
  chooseHeader,
  openSession,
  overviewOf,
  peekRows,
  rowsOf,
  sheetRows,
  understandSheet,
  useMapping,
  type ImportSession,
} from '#data/importing-session'
import { ambiguousPage, changedFields, changesPage, rowsPage } from '#data/importing-pages'
import { showChange } from '#data/importing-show'
import { gunzipBytes } from '#data/gzip'
import { messages } from '#data/in-turns'
import { newId } from '#data/new-id'
import { loadQpv } from '#data/qpv'
import type { Store } from '#data/store'
import { undoChange, type UndoProblem } from '#data/undo'

/** Conflicts shown before an undo is decided: enough to understand, few enough to read. */
const shownConflicts = 20

/** Rows worked on ahead before other calls are heard: a few milliseconds. */
const rowsBetweenCalls = 200

export const createImportingService = (store: Store): ImportingService => {
  const sessions = new Map<ImportId, ImportSession>()
  const sessionOf = (id: ImportId): ImportSession => {
    const session = sessions.get(id)
    if (session === undefined) throw new Error(`No import ${id} is under way`)
    return session
  }
  const judgementOf = (id: ImportId): Judgement => {
    const { judgement } = sessionOf(id)
    if (judgement === null) throw new Error(`The rows of import ${id} were not judged`)
    return judgement
  }
  const judge = (session: ImportSession, onProgress: OnProgress): Promise<Judgement | null> => {
    const { layout, mapping, decisions, ahead, sheet } = session
    // It is used up, and a mended row would no longer be what was drafted.
    session.ahead = null
    return judgeSheet(store, { rows: rowsOf(session), layout, mapping, decisions, ahead, sheet, isCancelled: () => session.isCancelled }, onProgress)
  }
  const templates = () => store.mirror.read('importTemplates')
  const surroundingsOfRows = async (): Promise<AheadSurroundings> => {
    const [known, communes, qpv, kept] = await Promise.all([existingRecords(store), loadCommunes(), loadQpv(), templates()])
    return { version: dataVersion(store), context: { known, communes, qpv }, known, templates: kept }
  }
  /** Goes on between two calls, until the rows are done or somebody asks what was made of them. */
  const workAhead = async (session: ImportSession, sheet: number): Promise<void> => {
    const rows = sheetRows(session, sheet).all()
    const surroundings = session.ahead?.sheet === sheet ? null : await surroundingsOfRows()
    // Another page may have begun it meanwhile.
    if (surroundings !== null && session.ahead?.sheet !== sheet) session.ahead = beginAhead(sheet, rows, surroundings)
    const { ahead } = session
    if (ahead === null || ahead.isRunning) return
    ahead.isRunning = true
    while (session.ahead === ahead && goAhead(ahead, rows, rowsBetweenCalls)) await messages()
    ahead.isRunning = false
  }

  return {
    prepare: async () => {
      await Promise.all([loadCommunes(), loadQpv(), existingRecords(store)])
    },
    begin: async (file) => {
      const id = newId<ImportId>()
      sessions.set(id, openSession(id, file))
      return id
    },
    takeRows: async ({ id, sheet, from, bytes }) => {
      const session = sessionOf(id)
      sheetRows(session, sheet).take(from, await gunzipBytes(bytes))
      void workAhead(session, sheet)
    },
    proposeSheet: async (id) => {
      const session = sessionOf(id)
      const samples = session.file.sheets.flatMap(({ name, hidden, rows }, sheet) =>
        rows === 0 ? [] : [{ sheet, sample: { name, hidden, rowCount: rows, rows: sheetRows(session, sheet).all() } }],
      )
      return samples[chooseSheet(samples.map(({ sample }) => sample))]?.sheet ?? null
    },
    understand: async ({ id, sheet, withTemplate }) => {
      const known = await knownLists(store)
      understandSheet(sessionOf(id), sheet, known, withTemplate ? await templates() : null)
      return overviewOf(sessionOf(id), known)
    },
    overview: async (id) => {
      const session = sessions.get(id)
      return session === undefined ? null : overviewOf(session, await knownLists(store))
    },
    peek: async ({ id, from, count }) => peekRows(sessionOf(id), from, count),
    setHeader: async ({ id, headerRow }) => {
      const known = await knownLists(store)
      chooseHeader(sessionOf(id), headerRow, known, await templates())
      return overviewOf(sessionOf(id), known)
    },
    setMapping: async ({ id, mapping }) => {
      useMapping(sessionOf(id), mapping)
      return overviewOf(sessionOf(id), await knownLists(store))
    },
    judge: async (id, onProgress) => {
      const session = sessionOf(id)
      session.isCancelled = false
      session.judgement ??= await judge(session, onProgress)
      return session.judgement?.counts() ?? null
    },
    cancelWork: async (id) => {
      sessionOf(id).isCancelled = true
    },
    rows: async ({ id, tab, from, count }) => rowsPage(sessionOf(id), judgementOf(id), tab, from, count),
    changes: async ({ id, from, count }) => changesPage(judgementOf(id), await namesOf(store), from, count),
    ambiguous: async ({ id, from, count }) => ambiguousPage(judgementOf(id), await namesOf(store), from, count),
    changedFields: async (id) => changedFields(judgementOf(id), await namesOf(store)),
    mendCell: async ({ id, row, column, text }) => {
      const session = sessionOf(id)
      sheetRows(session, session.sheet).mend(row, column, text)
      const judgement = judgementOf(id)
      judgement.redraft(row, rowsOf(session)[row] ?? [])
      return judgement.counts()
    },
    decide: async ({ id, rows, choice }) => {
      const judgement = judgementOf(id)
      judgement.decide(rows, choice)
      return judgement.counts()
    },
    decideFields: async ({ id, row, field, choice }) => judgementOf(id).decideFields(row, field, choice),
    apply: async (id, onProgress): Promise<Result<ImportRecord, ApplyProblem>> => {
      const session = sessionOf(id)
      session.isCancelled = false
      // Somebody may have edited a person since: what is written starts from what is there now.
      if (judgementOf(id).judgedOn !== dataVersion(store)) session.judgement = await judge(session, onProgress)
      if (session.judgement === null) return failed({ kind: 'cancelled', detail: '' })
      return applyImport(store, session, session.judgement, onProgress)
    },
    rejectedColumns: async ({ id, problemHeader }) => rejectedColumns(sessionOf(id), problemHeader),
    rejectedRows: async ({ id, from, count, words }) => rejectedRows(sessionOf(id), judgementOf(id), from, count, words),
    close: async (id) => {
      const session = sessions.get(id)
      if (session !== undefined) session.ahead = null
      sessions.delete(id)
    },

    earlier: async () => [...(await store.mirror.read('imports')).values()].sort((left, right) => (left.at < right.at ? 1 : -1)),
    templates: async () => [...(await templates()).values()].sort((left, right) => (left.usedAt < right.usedAt ? 1 : -1)),
    forgetTemplate: async (id) => {
      const template = (await templates()).get(id) ?? null
      const edit = diffRecord('importTemplates', template, null)
      if (edit !== null) await store.write({ cause: { kind: 'form' }, edits: [edit] })
    },
    undo: async ({ id, choice }) => {
      const record = (await store.mirror.read('imports')).get(id)
      if (record === undefined) return failed({ kind: 'unknown' })
      const undone = await undoChange(store, record.changeId, choice)
      return undone.ok ? ok(null) : failed(await undoProblem(store, undone.error))
    },
  }
}

const undoProblem = async (store: Store, problem: UndoProblem): Promise<UndoImportProblem> => {
  switch (problem.kind) {
    case 'later-edits': {
      const names = await namesOf(store)
      const shown = problem.conflicts.slice(0, shownConflicts).map(({ table, key, kind, fields }) => ({
        record: recordName(store, table, key),
        kind,
        changes: fields.slice(0, 6).map(({ path, current, wanted }) => showChange({ path, before: current, after: wanted }, names)),
      }))
      return { kind: 'later-edits', conflicts: problem.conflicts.length, shown }
    }
    case 'already-undone':
    case 'nothing-left':
      return { kind: problem.kind }
    case 'read-only':
      return { kind: problem.reason === 'disk-full' ? 'disk-full' : 'read-only' }
    case 'storage':
      return { kind: problem.reason === 'disk-full' ? 'disk-full' : 'unknown' }
    default:
      return { kind: 'unknown' }
  }
}

/** How a person would call a record, whatever its table. */
const recordName = (store: Store, table: Parameters<Store['mirror']['loaded']>[0], key: string): string => {
  const record = store.mirror.loaded(table).get(key)
  if (record === undefined) return key
  if ('firstName' in record) return fullName(record)
  if ('entries' in record) return store.mirror.loaded('events').get(key)?.name ?? key
  return 'name' in record && record.name !== null ? record.name : key
}
