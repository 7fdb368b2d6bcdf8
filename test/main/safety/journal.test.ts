import { execFileSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { headerSize } from '#main/safety/journal-frame'
import { openJournal } from '#main/safety/journal'
import { tempFolder } from '#support/temp-folder'

const entry = (sequence: number, length = 40) => ({ sequence, bytes: Uint8Array.from({ length }, (_, index) => (sequence * 31 + index) % 251) })
const entries = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => entry(from + index))
const theFile = async (folder: string): Promise<string> => join(folder, (await readdir(folder)).sort()[0] ?? '')

test('garde les changements dans l’ordre, d’une session à l’autre', async () => {
  const folder = await tempFolder()
  const first = await openJournal(folder)
  expect(first.lastSequence()).toBe(0)
  expect(await first.append(entries(1, 3), { people: 2 })).toBe(3)
  await first.close()
  const second = await openJournal(folder)
  expect(second.counts()).toEqual({ people: 2 })
  expect(await second.append(entries(2, 5), { people: 4 })).toBe(5)
  expect(await second.read(1, 3)).toEqual(entries(2, 4))
  await second.close()
  const third = await openJournal(folder)
  expect(await third.read(0, 100)).toEqual(entries(1, 5))
  expect(third.counts()).toEqual({ people: 4 })
  await third.close()
})

test('un ajout coupé à n’importe quel octet ne coûte que cet ajout', async () => {
  const folder = await tempFolder()
  const journal = await openJournal(folder)
  await journal.append(entries(1, 2), { people: 2 })
  const whole = (await readFile(await theFile(folder))).length
  await journal.append([entry(3)], { people: 3 })
  await journal.close()
  const path = await theFile(folder)
  const bytes = await readFile(path)
  const endOfEntry = whole + headerSize + 40
  for (let length = whole; length < bytes.length; length += 1) {
    await writeFile(path, bytes.subarray(0, length))
    const opened = await openJournal(folder)
    const kept = length < endOfEntry ? 2 : 3
    expect(opened.lastSequence()).toBe(kept)
    expect(await opened.read(0, 10)).toEqual(entries(1, kept))
    expect(opened.damagedFiles).toEqual([])
    expect(await opened.append(entries(kept + 1, 4), { people: 4 })).toBe(4)
    expect(await opened.read(0, 10)).toEqual(entries(1, 4))
    await opened.close()
    for (const name of (await readdir(folder)).sort().slice(1)) await writeFile(join(folder, name), '')
  }
})

test('un octet changé au milieu se voit, le reste se lit, et le trou se comble', async () => {
  const folder = await tempFolder()
  const journal = await openJournal(folder)
  await journal.append(entries(1, 5), { people: 5 })
  await journal.close()
  const path = await theFile(folder)
  const bytes = await readFile(path)
  const inThird = 2 * (headerSize + 40) + headerSize + 7
  bytes[inThird] = (bytes[inThird] ?? 0) ^ 0xff
  await writeFile(path, bytes)
  const damaged = await openJournal(folder)
  expect(damaged.damagedFiles).toHaveLength(1)
  expect(damaged.lastSequence()).toBe(5)
  expect(damaged.contiguousSequence()).toBe(2)
  expect((await damaged.read(0, 10)).map(({ sequence }) => sequence)).toEqual([1, 2, 4, 5])
  expect(await damaged.append(entries(3, 5), { people: 5 })).toBe(5)
  expect(await damaged.read(0, 10)).toEqual(entries(1, 5))
  await damaged.close()
  const mended = await openJournal(folder)
  expect(mended.contiguousSequence()).toBe(5)
  await mended.close()
})

test('refuse un trou : un changement perdu ne passe pas inaperçu', async () => {
  const journal = await openJournal(await tempFolder())
  await journal.append(entries(1, 2), {})
  await expect(journal.append([entry(4)], {})).rejects.toThrow(/does not follow/)
  expect(await journal.append([entry(3)], {})).toBe(3)
  await journal.close()
})

test('oublie les fichiers dont une sauvegarde tient tous les changements, jamais le dernier', async () => {
  const folder = await tempFolder()
  for (const from of [1, 11, 21]) {
    const journal = await openJournal(folder)
    await journal.append(entries(from, from + 9), { people: from })
    await journal.close()
  }
  const journal = await openJournal(folder)
  await journal.prune(15)
  expect(journal.firstSequence()).toBe(11)
  await journal.prune(30)
  expect(journal.firstSequence()).toBe(21)
  expect(await journal.read(0, 100)).toEqual(entries(21, 30))
  await journal.close()
})

test('des octets quelconques sont un journal vide, pas une panne', async () => {
  const folder = await tempFolder()
  await writeFile(
    join(folder, '00000001-1.journal'),
    Uint8Array.from({ length: 5_000 }, (_, index) => (index * index * 7) % 256),
  )
  const journal = await openJournal(folder)
  expect(journal.lastSequence()).toBe(0)
  expect(await journal.append(entries(1, 1), {})).toBe(1)
  await journal.close()
})

test.skipIf(process.getuid?.() !== 0)(
  'sur un disque plein, ce qui était là reste, ce qui n’a pas tenu est refusé, et la suite passe (il faut être root pour en monter un)',
  async () => {
    const folder = await tempFolder()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder])
    try {
      const journal = await openJournal(folder)
      await journal.append(entries(1, 3), { people: 3 })
      await expect(journal.append([entry(4, 400_000)], { people: 4 })).rejects.toThrow(/ENOSPC/)
      expect(journal.lastSequence()).toBe(3)
      expect(await journal.append([entry(4)], { people: 4 })).toBe(4)
      await journal.close()
      const again = await openJournal(folder)
      expect(await again.read(0, 10)).toEqual(entries(1, 4))
      expect(again.damagedFiles).toEqual([])
      await again.close()
    } finally {
      execFileSync('umount', [folder])
    }
  },
)
