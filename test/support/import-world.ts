import { gzipSync } from 'node:zlib'
import { builtInRoleKinds } from '#domain/role'
import { diffRecord } from '#domain/change'
import type { ImportRecord } from '#domain/import-record'
import type { ImportId } from '#domain/id'
import type { ImportMapping } from '#domain/importing/mapping'
import type { RawRow } from '#domain/importing/sheet'
import type { Person } from '#domain/person'
import type { ImportingService, ImportOverview, VerdictCounts } from '#data/importing-contract'
import { createImportingService } from '#data/services/importing-service'
import type { Store } from '#data/store'
import { openTestStore } from '#support/data-world'

/** An association with its kinds of roles and nobody yet, and the import service over it. */
export interface ImportWorld {
  readonly store: Store
  readonly importing: ImportingService
}

export const openImportWorld = async (): Promise<ImportWorld> => {
  const store = await openTestStore()
  const edits = builtInRoleKinds.map((kind) => diffRecord('roleKinds', null, kind)).filter((edit) => edit !== null)
  await store.write({ cause: { kind: 'setup' }, edits })
  return { store, importing: createImportingService(store) }
}

const quiet = (): void => undefined

/** Brings rows in as main's reader would, up to « ce que nous avons compris ». */
export const openRows = async ({ importing }: ImportWorld, rows: readonly RawRow[], fileName = 'membres.xlsx'): Promise<ImportOverview> => {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const id = await importing.begin({
    fileName,
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: [{ name: 'Feuille1', rows: rows.length, columns, hidden: false }],
  })
  await importing.takeRows({ id, sheet: 0, from: 0, bytes: gzipSync(JSON.stringify(rows)) })
  return importing.understand({ id, sheet: 0, withTemplate: true })
}

export interface JudgedRows {
  readonly id: ImportId
  readonly overview: ImportOverview
  readonly counts: VerdictCounts
}

/** The same, up to « vérifier ». `correct`: what the user changes in the mapping. */
export const judgeRows = async (
  world: ImportWorld,
  rows: readonly RawRow[],
  correct: (mapping: ImportMapping) => ImportMapping = (mapping) => mapping,
): Promise<JudgedRows> => {
  const first = await openRows(world, rows)
  const overview = await world.importing.setMapping({ id: first.id, mapping: correct(first.mapping) })
  const counts = await world.importing.judge(overview.id, quiet)
  if (counts === null) throw new Error('The judging was cancelled')
  return { id: overview.id, overview, counts }
}

/** The whole way, with what the import proposes. */
export const importRows = async (
  world: ImportWorld,
  rows: readonly RawRow[],
  correct?: (mapping: ImportMapping) => ImportMapping,
): Promise<ImportRecord> => {
  const { id } = await judgeRows(world, rows, correct)
  return applyRows(world, id)
}

export const applyRows = async ({ importing }: ImportWorld, id: ImportId): Promise<ImportRecord> => {
  const record = await importing.apply(id, quiet)
  if (!record.ok) throw new Error(`Not applied: ${record.error.kind} ${record.error.detail}`)
  await importing.close(id)
  return record.value
}

/** Everybody who is not removed, by name. */
export const everybody = async ({ store }: ImportWorld): Promise<readonly Person[]> =>
  [...(await store.mirror.read('people')).values()]
    .filter(({ deletedAt }) => deletedAt === null)
    .sort((left, right) => (left.lastName + left.firstName < right.lastName + right.firstName ? -1 : 1))
