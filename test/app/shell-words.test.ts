import { describe, expect, it } from 'vitest'
import { calmStatus, type DataStatus } from '#data/start-state'
import { actOf } from '#data/change-act'
import { safetyWords } from '../../src/renderer/app/safety-words.ts'

const now = new Date('2026-11-22T14:00:00Z')
const copyAt = (at: string): DataStatus['lastBackup'] => ({
  name: 'copie',
  at,
  reason: 'automatic',
  databaseId: '',
  lastSequence: 1,
  counts: {},
  size: 1,
  appVersion: '0.1.0',
  schemaVersion: 1,
})

describe('le bandeau des copies', () => {
  it('dit tranquillement l’âge de la dernière copie, ou qu’il n’y en a pas encore', () => {
    expect(safetyWords(calmStatus, now)).toEqual({ key: 'never', tone: 'quiet' })
    expect(safetyWords({ ...calmStatus, lastBackup: copyAt('2026-11-22T12:00:00Z') }, now)).toEqual({ key: 'last', tone: 'quiet' })
  })
  it('s’inquiète d’une copie de plus de trois jours', () => {
    expect(safetyWords({ ...calmStatus, lastBackup: copyAt('2026-11-19T14:00:00Z') }, now).tone).toBe('quiet')
    expect(safetyWords({ ...calmStatus, lastBackup: copyAt('2026-11-19T13:00:00Z') }, now)).toEqual({ key: 'old', tone: 'warn' })
  })
  it('dit d’abord ce qui empêche d’enregistrer, puis ce qui l’empêchera', () => {
    const fresh = { ...calmStatus, lastBackup: copyAt('2026-11-22T12:00:00Z') }
    expect(safetyWords({ ...fresh, disk: 'low', journal: 'behind' }, now)).toEqual({ key: 'low', tone: 'warn' })
    expect(safetyWords({ ...fresh, journal: 'behind' }, now)).toEqual({ key: 'behind', tone: 'warn' })
    expect(safetyWords({ ...fresh, copyProblem: 'folder-missing' }, now)).toEqual({ key: 'copyFailed', tone: 'warn' })
    expect(safetyWords({ ...fresh, disk: 'full' }, now)).toEqual({ key: 'full', tone: 'bad' })
    expect(safetyWords({ ...fresh, readOnly: 'storage-failed', disk: 'low' }, now)).toEqual({ key: 'stopped', tone: 'bad' })
  })
})

describe('ce que Ctrl+Z dit avoir annulé', () => {
  it('nomme l’import par son fichier', () => {
    expect(actOf({ cause: { kind: 'import', importId: 'i' as never, fileName: 'membres.xlsx' }, editCounts: { people: 12 } })).toEqual({
      kind: 'import',
      fileName: 'membres.xlsx',
    })
  })
  it('compte les fiches d’une seule sorte', () => {
    expect(actOf({ cause: { kind: 'form' }, editCounts: { people: 3 } })).toEqual({ kind: 'records', table: 'people', count: 3 })
  })
  it('dit « plusieurs » quand il y en a de plusieurs sortes', () => {
    expect(actOf({ cause: { kind: 'form' }, editCounts: { people: 3, tags: 1 } })).toEqual({ kind: 'records', table: 'several', count: 4 })
  })
})
