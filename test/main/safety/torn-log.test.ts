import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { cutTornLogs, lengthBeforeTear } from '#main/safety/torn-log'
import { makeTemporaryFolder } from '#support/temporary-folder'

const block = 32 * 1024

/** Records as LevelDB writes them one after the other, and where each of them ends. */
const logOf = (sizes: readonly number[]): { readonly bytes: Uint8Array; readonly ends: readonly number[] } => {
  const bytes: number[] = []
  const ends: number[] = []
  for (const size of sizes) {
    let left = size
    let isFirst = true
    do {
      const room = block - (bytes.length % block)
      if (room < 7) bytes.push(...Array.from({ length: room }, () => 0))
      const fits = Math.min(left, block - (bytes.length % block) - 7)
      left -= fits
      const type = isFirst ? (left === 0 ? 1 : 2) : left === 0 ? 4 : 3
      bytes.push(9, 9, 9, 9, fits & 0xff, fits >> 8, type, ...Array.from({ length: fits }, () => 7))
      isFirst = false
    } while (left > 0)
    ends.push(bytes.length)
  }
  return { bytes: Uint8Array.from(bytes), ends }
}
const sizes = fc.array(fc.oneof(fc.nat(200), fc.constantFrom(block - 7, block - 14, block - 10, 2 * block, 70_000)), { minLength: 1, maxLength: 6 })

test('un journal de la base écrit jusqu’au bout n’est pas touché', () => {
  fc.assert(
    fc.property(sizes, (list) => {
      expect(lengthBeforeTear(logOf(list).bytes)).toBeNull()
    }),
    { numRuns: 40 },
  )
})

test('coupé n’importe où, il reste exactement ce qui était écrit en entier', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), (list, seed) => {
      const { bytes, ends } = logOf(list)
      const cut = seed % bytes.length
      const whole = ends.findLast((end) => end <= cut) ?? 0
      const kept = lengthBeforeTear(bytes.subarray(0, cut)) ?? cut
      // Between two records the file may stop in the blank end of a block, which belongs to nobody.
      expect(kept === whole || (kept === cut && cut - whole < 7 && bytes.subarray(whole, cut).every((byte) => byte === 0))).toBe(true)
    }),
    { numRuns: 80 },
  )
})

test('ce qui est abîmé au milieu est laissé tel quel', () => {
  const { bytes } = logOf([100, 100, 100])
  bytes[107 + 6] = 3
  expect(lengthBeforeTear(bytes.subarray(0, 300))).toBeNull()
})

test('dans le profil, seuls les journaux de la base sont coupés', async () => {
  const { path, remove } = await makeTemporaryFolder()
  onTestFinished(remove)
  const folder = join(path, 'Default', 'IndexedDB', 'https_maillage_0.indexeddb.leveldb')
  await mkdir(folder, { recursive: true })
  const torn = logOf([50, 50]).bytes.subarray(0, 90)
  const names = ['000003.log', 'MANIFEST-000001', '000004.ldb', 'LOG']
  for (const name of names) await writeFile(join(folder, name), torn)
  expect(cutTornLogs(path)).toHaveLength(2)
  const left = await Promise.all(names.map(async (name) => (await readFile(join(folder, name))).length))
  expect(left).toEqual([57, 57, 90, 90])
  expect(cutTornLogs(path)).toEqual([])
  expect(cutTornLogs(join(path, 'nobody'))).toEqual([])
})
