import { diffRecord, type Edit } from '#domain/change'
import type { ChangeId } from '#domain/id'
import type { ImportRecord, ImportTemplate } from '#domain/import-record'
import { planInSteps } from '#domain/importing/plan-import'
import { signatureOf } from '#domain/importing/signature'
import { failed, ok, type Result } from '#domain/result'
import type { ApplyProblem, OnProgress } from '#data/importing-contract'
import type { Judgement } from '#data/importing-judgement'
import { existingRecords } from '#data/importing-known'
import type { ImportSession } from '#data/importing-session'
import { inTurns, messages } from '#data/in-turns'
import { newId } from '#data/new-id'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

/**
 * Writes what was judged and decided as one change: people, events, attendance, hours, the receipt and the mapping for the next file with these headers.
 * All of it or nothing; `cancelled` only before the writing began.
 */
export const applyImport = async (
  store: Store,
  session: ImportSession,
  judgement: Judgement,
  onProgress: OnProgress,
): Promise<Result<ImportRecord, ApplyProblem>> => {
  const total = session.layout.dataRows.length
  onProgress({ stage: 'preparing', done: 0, total })
  store.expectBulk()
  await messages()
  const work = planInSteps(judgement.judged(), judgement.decisions, await existingRecords(store), newId)
  const plan = await inTurns(
    work,
    (done) => onProgress({ stage: 'preparing', done, total }),
    () => session.isCancelled,
  )
  if (plan === null || session.isCancelled) return failed({ kind: 'cancelled', detail: '' })
  onProgress({ stage: 'writing', done: total, total })
  await messages()

  const changeId = newId<ChangeId>()
  const at = store.session.now()
  const { fileName } = session.file
  const record: ImportRecord = {
    id: session.id,
    at,
    fileName,
    sheet: session.file.sheets.length > 1 ? (session.file.sheets[session.sheet]?.name ?? '') : '',
    source: session.mapping.source,
    counts: plan.counts,
    changeId,
    undoneBy: null,
  }
  const receipt = diffRecord('imports', null, record)
  const template = await templateEdit(store, session, at)
  const edits = [...plan.edits, receipt, template].filter((edit) => edit !== null)
  const written = await store.write({ id: changeId, cause: { kind: 'import', importId: session.id, fileName }, edits })
  return written.ok ? ok(record) : failed(applyProblem(written.error))
}

/** The mapping, kept under the headers of the file; null when nothing of it is new. */
const templateEdit = async (store: Store, session: ImportSession, usedAt: string): Promise<Edit | null> => {
  const id = signatureOf(session.layout.headers)
  const before = (await store.mirror.read('importTemplates')).get(id) ?? null
  const after: ImportTemplate = { id, name: session.file.fileName, mapping: session.mapping, usedAt }
  return diffRecord('importTemplates', before, after)
}

const applyProblem = (problem: WriteProblem): ApplyProblem => {
  switch (problem.kind) {
    case 'read-only':
      return { kind: problem.reason === 'disk-full' ? 'disk-full' : 'read-only', detail: problem.reason }
    case 'storage':
      return { kind: problem.reason === 'disk-full' ? 'disk-full' : 'unknown', detail: problem.detail }
    case 'conflict':
      return { kind: 'unknown', detail: `${problem.conflicts.length} conflicts` }
  }
}
