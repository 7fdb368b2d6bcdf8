import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IDBKeyRange } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { stepsUpTo } from '#data/backup-reader'
import { AppDatabase } from '#data/database'
import { migrations, schemaVersion, type Migration } from '#data/migrations'
import { newDisk } from '#support/data-world'

/** A dump of each released version, made by that version. */
interface Dump {
  readonly schemaVersion: number
  readonly tables: Readonly<Record<string, readonly object[]>>
}
const folder = join(import.meta.dirname, '../fixtures/databases')
const dumps = readdirSync(folder)
  .sort((left, right) => left.localeCompare(right, 'en', { numeric: true }))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Dump)

test('chaque version a sa vraie vieille base, et chaque étape est passée par l’une d’elles', async () => {
  expect(dumps.map((dump) => dump.schemaVersion)).toEqual(migrations.map(({ version }) => version))
  const ran = new Set<number>()
  const watched: readonly Migration[] = migrations.map((step) => {
    const { upgrade } = step
    if (upgrade === undefined) return step
    return { ...step, upgrade: (transaction) => upgrade(transaction).finally(() => ran.add(step.version)) }
  })
  for (const dump of dumps) {
    const disk = newDisk()
    const old = new AppDatabase('old', { indexedDB: disk, IDBKeyRange }, stepsUpTo(migrations, dump.schemaVersion))
    await old.open()
    for (const [table, rows] of Object.entries(dump.tables)) await old.table(table).bulkAdd([...rows])
    old.close()
    const today = new AppDatabase('old', { indexedDB: disk, IDBKeyRange }, watched)
    await today.open()
    for (const [table, rows] of Object.entries(dump.tables)) expect(await today.table(table).count()).toBe(rows.length)
    expect(today.verno).toBe(schemaVersion)
    today.close()
  }
  expect([...ran]).toEqual(migrations.filter(({ upgrade }) => upgrade !== undefined).map(({ version }) => version))
})

test('les étapes se suivent sans trou et ne se répètent pas', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
  expect(migrations.every(({ why }) => why.length > 10)).toBe(true)
})

test('la version 1 est restée telle qu’elle a été livrée', () => {
  expect(migrations[0]?.stores).toEqual({
    people: 'id',
    roleKinds: 'id',
    organisations: 'id',
    territories: 'id',
    events: 'id',
    attendance: 'id',
    hours: 'id',
    tags: 'id',
    customFields: 'id',
    imports: 'id',
    importTemplates: 'id',
    savedViews: 'id',
    settings: 'id',
    changes: 'id, bulk',
    changeParts: 'sequence, changeId, *keys',
    meta: 'key',
    recordPages: '[table+first+count]',
  })
})

test('de la version 1 à la 2 : rien de ce qui était connu ne change, et personne n’a encore de liens', async () => {
  const [first] = dumps
  const disk = newDisk()
  const old = new AppDatabase('old', { indexedDB: disk, IDBKeyRange }, stepsUpTo(migrations, 1))
  await old.open()
  for (const [table, rows] of Object.entries(first?.tables ?? {})) await old.table(table).bulkAdd([...rows])
  old.close()
  const today = new AppDatabase('old', { indexedDB: disk, IDBKeyRange })
  await today.open()
  expect(await today.table('people').toArray()).toEqual(first?.tables['people'])
  for (const table of ['contacts', 'ties', 'communities', 'ambassadorships']) expect(await today.table(table).count()).toBe(0)
  today.close()
})
