import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { BackupInfo } from '#bridge/safety'
import { openBackups, type BackupOptions, type Backups } from '#main/safety/backups'
import { tempFolder } from '#support/temp-folder'

const databaseId = '0190a000-0000-7000-8000-000000000001'
const part = (table: string, rows: number) =>
  gzipSync(JSON.stringify({ table, records: Array.from({ length: rows }, (_, index) => ({ id: String(index) })) }))
/** A part that gzip was told to leave as large as it is. */
const largePart = gzipSync(JSON.stringify({ table: 'people', records: [{ id: '1', note: 'x'.repeat(15_000) }] }), { level: 0 })

interface World {
  readonly backups: Backups
  readonly folder: string
  readonly problems: string[]
}
const open = (folder: string, options: Partial<BackupOptions> = {}): World => {
  const problems: string[] = []
  const backups = openBackups({
    folder: () => folder,
    mayMakeFolder: () => true,
    secondFolder: () => null,
    appVersion: '1.0.0',
    now: () => new Date('2026-03-12T09:05:00'),
    onProblem: (kind) => problems.push(kind),
    ...options,
  })
  return { backups, folder, problems }
}
const make = async ({ backups }: World, counts: Record<string, number>, parts: readonly Uint8Array[], reason: BackupInfo['reason'] = 'automatic') => {
  const id = await backups.start({ databaseId, lastSequence: 12, counts, schemaVersion: 1, reason })
  for (const bytes of parts) await backups.addPart(id, bytes)
  return backups.finish(id)
}

test('une copie est relue et comptée, puis se retrouve', async () => {
  const world = open(join(await tempFolder(), 'Sauvegardes'))
  const made = await make(world, { people: 5, tags: 2 }, [part('people', 3), part('people', 2), part('tags', 2)])
  expect(made).toMatchObject({
    ok: true,
    value: { name: 'Maillage 2026-03-12 09h05.maillage', lastSequence: 12, counts: { people: 5, tags: 2 }, appVersion: '1.0.0' },
  })
  expect(await world.backups.list()).toMatchObject([{ name: 'Maillage 2026-03-12 09h05.maillage', databaseId }])
  expect(await world.backups.readPart('Maillage 2026-03-12 09h05.maillage', 2)).toEqual(part('tags', 2))
  expect(await world.backups.readPart('Maillage 2026-03-12 09h05.maillage', 3)).toBe(null)
  expect(await readdir(world.folder)).toEqual(['Maillage 2026-03-12 09h05.maillage'])
})

test('deux copies de la même minute ont deux noms', async () => {
  const world = open(await tempFolder())
  await make(world, { people: 1 }, [part('people', 1)])
  expect(await make(world, { people: 1 }, [part('people', 1)])).toMatchObject({ ok: true, value: { name: 'Maillage 2026-03-12 09h05 (2).maillage' } })
})

test('une copie à laquelle il manque une ligne n’en est pas une', async () => {
  const world = open(await tempFolder())
  expect(await make(world, { people: 6 }, [part('people', 5)])).toMatchObject({ ok: false, error: { kind: 'count-mismatch' } })
  expect(await readdir(world.folder)).toEqual([])
  expect(world.problems).toEqual(['backup-failed'])
})

test('des octets qui ne sont pas des lignes ne font pas une copie', async () => {
  const world = open(await tempFolder())
  expect(await make(world, {}, [new TextEncoder().encode('ceci n’est pas compressé')])).toMatchObject({ ok: false, error: { kind: 'damaged' } })
  expect(await readdir(world.folder)).toEqual([])
})

test('une copie coupée ou changée, n’importe où, est refusée et jamais proposée', async () => {
  const folder = await tempFolder()
  const world = open(folder)
  const made = await make(world, { people: 3 }, [part('people', 3)])
  if (!made.ok) throw new Error('not made')
  const good = await readFile(join(folder, made.value.name))
  const elsewhere = await tempFolder()
  const path = join(elsewhere, 'copie.maillage')
  for (let length = 0; length < good.length; length += 7) {
    await writeFile(path, good.subarray(0, length))
    expect(await world.backups.adopt(path)).toMatchObject({ ok: false, error: { kind: 'damaged' } })
  }
  for (let at = 0; at < good.length; at += 5) {
    const changed = Buffer.from(good)
    changed[at] = (changed[at] ?? 0) ^ 0x10
    await writeFile(path, changed)
    expect(await world.backups.adopt(path)).toMatchObject({ ok: false, error: { kind: 'damaged' } })
  }
  await writeFile(path, good)
  expect(await world.backups.adopt(path)).toMatchObject({ ok: true, value: { name: 'copie.maillage' } })
  expect(await world.backups.readPart('copie.maillage', 0)).toEqual(part('people', 3))
  await writeFile(join(folder, made.value.name), good.subarray(0, good.length - 3))
  expect(await world.backups.list()).toEqual([])
})

test('le second dossier reçoit la même copie ; débranché, il se signale sans empêcher la première', async () => {
  const folder = await tempFolder()
  const second = join(await tempFolder(), 'clé')
  const world = open(folder, { secondFolder: () => second })
  expect((await make(world, { people: 1 }, [part('people', 1)])).ok).toBe(true)
  expect(world.problems).toEqual(['second-folder-missing'])
  await mkdir(second)
  await make(world, { people: 1 }, [part('people', 1)])
  expect(await readdir(second)).toEqual(['Maillage 2026-03-12 09h05 (2).maillage'])
  await rm(join(folder, 'Maillage 2026-03-12 09h05 (2).maillage'))
  expect((await world.backups.list()).map(({ name }) => name)).toEqual(
    ['Maillage 2026-03-12 09h05 (2).maillage', 'Maillage 2026-03-12 09h05.maillage'].sort(),
  )
})

test('un dossier choisi qui n’est pas là n’est pas créé ailleurs en cachette', async () => {
  const world = open(join(await tempFolder(), 'clé-usb'), { mayMakeFolder: () => false })
  expect(await make(world, { people: 1 }, [part('people', 1)])).toMatchObject({ ok: false, error: { kind: 'folder-missing' } })
})

test('les vieilles copies s’en vont seulement quand une nouvelle est bonne', async () => {
  const folder = await tempFolder()
  for (const hour of [8, 9, 10, 11]) await make(open(folder, { now: () => new Date(2026, 2, 12, hour) }), { people: 1 }, [part('people', 1)])
  const names = async () => (await readdir(folder)).map((name) => name.slice(20, 22))
  expect(await names()).toEqual(['09', '10', '11'])
  await make(open(folder, { now: () => new Date(2026, 2, 12, 12) }), { people: 2 }, [part('people', 1)])
  expect(await names()).toEqual(['09', '10', '11'])
})

const isRoot = process.getuid?.() === 0

test.skipIf(isRoot)('un dossier interdit se dit tel (root peut tout : sauté pour lui)', async () => {
  const folder = await tempFolder()
  await chmod(folder, 0o500)
  expect(await make(open(folder), { people: 1 }, [part('people', 1)])).toMatchObject({ ok: false, error: { kind: 'refused' } })
})

test.skipIf(!isRoot)('un disque plein laisse les copies d’avant entières (il faut être root pour en monter un)', async () => {
  const folder = await tempFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  try {
    const world = open(folder)
    const first = await make(world, { people: 1 }, [part('people', 1)])
    const id = await world.backups.start({ databaseId, lastSequence: 13, counts: { people: 300 }, schemaVersion: 1, reason: 'automatic' })
    for (let number = 0; number < 300; number += 1) await world.backups.addPart(id, largePart)
    expect(await world.backups.finish(id)).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
    expect(world.problems).toEqual(['disk-full'])
    expect(first.ok && (await world.backups.list())).toEqual([first.ok && first.value])
    expect(await readdir(folder)).toHaveLength(1)
  } finally {
    execFileSync('umount', [folder])
  }
})

test('une copie commencée et abandonnée ne laisse rien', async () => {
  const world = open(await tempFolder())
  const id = await world.backups.start({ databaseId, lastSequence: 1, counts: {}, schemaVersion: 1, reason: 'asked' })
  await world.backups.addPart(id, part('people', 1))
  await world.backups.close()
  expect(await readdir(world.folder)).toEqual([])
})
