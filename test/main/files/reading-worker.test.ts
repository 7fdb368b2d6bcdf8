import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { strToU8 } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import type { DesktopCalls } from '#bridge/desktop-api'
import type { FileProgress } from '#bridge/reading'
import * as XLSX from 'xlsx'
import { readFile } from '../../../src/main/files/read-file.ts'
import { openInWorker, type OpenedFile, type OpenOptions } from '../../../src/main/files/open.ts'
import { registerReading } from '../../../src/main/files/register-reading.ts'
import { makeXlsx } from './make-xlsx.ts'

const workerUrl = new URL('../../../src/main/files/read-worker.ts', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'maillage-reading-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = (bytes: Uint8Array, options: Partial<OpenOptions> = {}): OpenedFile =>
  openInWorker({ fileName: 'membres.csv', bytes }, { workerUrl, ...options })
const textOf = (page: Uint8Array): string => gunzipSync(page).toString()
const manyRows = strToU8(`Nom;Note\n${'Durand;"une note"\n'.repeat(400_000)}`)

describe('the reading thread', () => {
  it('gives pages of rows as bytes, empty rows included, and nothing past the end', async () => {
    const file = open(strToU8('Nom;Prénom\n\n;Zoé\n'))
    expect(await file.opened).toMatchObject({ ok: true, value: { format: 'csv', sheets: [{ name: 'membres', rows: 3, columns: 2 }] } })
    expect(JSON.parse(textOf(await file.readRows({ sheet: 0, from: 0, count: 2 })))).toEqual([['Nom', 'Prénom'], []])
    expect(JSON.parse(textOf(await file.readRows({ sheet: 0, from: 2, count: 50 })))).toEqual([[null, 'Zoé']])
    expect(JSON.parse(textOf(await file.readRows({ sheet: 0, from: 9, count: 5 })))).toEqual([])
    await file.close()
  })

  it('tells how far it is, up to the whole', async () => {
    const told: (readonly [number, number | null])[] = []
    const rows = Array.from({ length: 60_000 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`).join('')
    const file = open(makeXlsx({ sheetData: rows }), { onProgress: (done, total) => told.push([done, total]) })
    expect((await file.opened).ok).toBe(true)
    expect(told.length).toBeGreaterThan(2)
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((one, other) => one - other))
    const [done, total] = told.at(-1) ?? [0, 1]
    expect(done).toBe(total)
    await file.close()
  })

  it('says honestly when a format shows nothing until it is read, then counts its rows', async () => {
    const sheet = XLSX.utils.aoa_to_sheet(Array.from({ length: 12_000 }, (_, index) => [index + 1]))
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, 'Membres')
    for (const bookType of ['biff8', 'xlml'] as const) {
      const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer)
      const told: (readonly [number, number | null])[] = []
      const read = readFile({ fileName: 'membres', bytes }, (done, total) => told.push([done, total]))
      expect(read.ok && read.value.info.sheets[0]?.rows, bookType).toBe(12_000)
      const [first, ...others] = told
      expect([(first?.[0] ?? 0) > 0, first?.[1]], bookType).toEqual([true, null])
      expect(others.length, bookType).toBeGreaterThan(1)
      expect(others.at(-1), bookType).toEqual([12_000, 12_000])
    }
  })

  it('is killed by « Annuler » whatever it is doing', async () => {
    const file = open(manyRows)
    await file.close()
    expect(await file.opened).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
    await expect(file.readRows({ sheet: 0, from: 0, count: 1 })).rejects.toThrow('no longer open')
  })

  it('is killed when it takes too long', async () => {
    expect(await open(manyRows, { timeLimit: 1 }).opened).toMatchObject({ ok: false, error: { kind: 'too-large', detail: 'time limit' } })
  })

  it('is killed when it takes too much memory, and only itself', async () => {
    expect(await open(manyRows, { memoryMegabytes: 20 }).opened).toMatchObject({ ok: false, error: { kind: 'too-large', detail: 'memory limit' } })
  })

  it('says a file that is gone is unreadable', async () => {
    const file = openInWorker({ fileName: 'a.csv', path: join(folder, 'absent.csv') }, { workerUrl })
    expect(await file.opened).toMatchObject({ ok: false, error: { kind: 'unreadable' } })
  })
})

describe('the window reads through ids', () => {
  const setUp = (paths: readonly string[] = []) => {
    const handlers: Partial<DesktopCalls> = {}
    const progress: FileProgress[] = []
    const room = registerReading(
      (name, handler) => Object.assign(handlers, { [name]: handler }),
      {
        language: 'fr',
        dialogs: { openFiles: async () => paths, saveFile: async () => null, openFolder: async () => null },
        send: (name, event) => {
          if (name === 'fileProgress') progress.push(event as FileProgress)
        },
      },
      workerUrl,
    )
    return { room, progress, calls: handlers as DesktopCalls }
  }

  it('opens chosen files, then forgets them', async () => {
    const path = join(folder, 'liste.csv')
    writeFileSync(path, 'Nom;Prénom\nDurand;Zoé\n')
    const { room, progress, calls } = setUp([path])
    const [picked] = await calls.chooseFiles()
    expect(picked).toMatchObject({ fileName: 'liste.csv', size: 24 })
    const fileId = picked?.fileId ?? ''
    expect(await calls.openFile({ fileId })).toMatchObject({ ok: true, value: { fileName: 'liste.csv' } })
    expect(progress.at(-1)).toMatchObject({ fileId, unit: 'bytes' })
    expect(JSON.parse(textOf(await calls.readRows({ fileId, sheet: 0, from: 1, count: 1 })))).toEqual([['Durand', 'Zoé']])
    await calls.closeFile({ fileId })
    await expect(calls.readRows({ fileId, sheet: 0, from: 1, count: 1 })).rejects.toThrow('no such open file')
    expect(await calls.openFile({ fileId })).toMatchObject({ ok: false, error: { kind: 'unreadable' } })
    await room.close()
  })

  it('opens dropped bytes, twice if need be', async () => {
    const { room, calls } = setUp()
    const { fileId } = await calls.receiveFile({ fileName: 'collé.txt', bytes: strToU8('Nom\tPrénom\nDurand\tZoé') })
    expect(await calls.openFile({ fileId })).toMatchObject({ ok: true, value: { delimiter: '\t' } })
    expect(await calls.openFile({ fileId })).toMatchObject({ ok: true, value: { delimiter: '\t' } })
    await room.close()
  })

  it('refuses dropped bytes beyond 200 MB when they are opened', async () => {
    const { room, calls } = setUp()
    const { fileId, size } = await calls.receiveFile({ fileName: 'énorme.csv', bytes: new Uint8Array(200_000_001) })
    expect(size).toBe(200_000_001)
    expect(await calls.openFile({ fileId })).toMatchObject({ ok: false, error: { kind: 'too-large' } })
    await room.close()
  })
})
