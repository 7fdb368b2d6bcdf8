import { gzipSync } from 'node:zlib'
import type { FileProgress, PickedFile } from '#bridge/reading'
import type { FileInfo, FileProblemKind, RawRow } from '#domain/importing/sheet'
import { failed, ok } from '#domain/result'
import type { FlowPorts } from '../../src/renderer/features/importing/import-flow.ts'

export interface DeskFile {
  readonly fileName: string
  /** Rows by sheet, or why it is refused. */
  readonly sheets: Readonly<Record<string, readonly RawRow[]>> | FileProblemKind
}

export interface ReadingDesk {
  readonly desktop: FlowPorts['desktop']
  /** Pages asked for and not yet answered, at most, over the whole reading. */
  readonly mostOnTheWay: () => number
  readonly closed: () => readonly string[]
  readonly tell: (progress: FileProgress) => void
}

/** Main's reading room without its threads: the same answers, from rows in memory. */
export const readingDesk = (files: readonly DeskFile[]): ReadingDesk => {
  const listeners = new Set<(progress: FileProgress) => void>()
  const closed: string[] = []
  let onTheWay = 0
  let most = 0
  const fileOf = (fileId: string): DeskFile => {
    const file = files[Number(fileId.slice(-4))]
    if (file === undefined) throw new Error(`No file ${fileId}`)
    return file
  }
  const picked = files.map(({ fileName }, index): PickedFile => ({
    fileId: `0190c000-0000-7000-8000-00000000${String(index).padStart(4, '0')}`,
    fileName,
    size: 1000,
  }))
  const sheetsOf = ({ sheets }: DeskFile): readonly (readonly [string, readonly RawRow[]])[] =>
    typeof sheets === 'string' ? [] : Object.entries(sheets)
  return {
    mostOnTheWay: () => most,
    closed: () => closed,
    tell: (progress) => {
      for (const listener of listeners) listener(progress)
    },
    desktop: {
      chooseFiles: async () => picked,
      receiveFile: async ({ fileName }) => {
        const known = picked.find((file) => file.fileName === fileName)
        if (known === undefined) throw new Error(`No file ${fileName}`)
        return known
      },
      openFile: async ({ fileId }) => {
        const file = fileOf(fileId)
        if (typeof file.sheets === 'string') return failed({ kind: file.sheets, detail: 'test' })
        const info: FileInfo = {
          fileName: file.fileName,
          format: 'xlsx',
          encoding: null,
          delimiter: null,
          sheets: sheetsOf(file).map(([name, rows]) => ({
            name,
            rows: rows.length,
            columns: Math.max(0, ...rows.map((row) => row.length)),
            hidden: false,
          })),
        }
        return ok(info)
      },
      readRows: async ({ fileId, sheet, from, count }) => {
        onTheWay += 1
        most = Math.max(most, onTheWay)
        await Promise.resolve()
        onTheWay -= 1
        return gzipSync(JSON.stringify((sheetsOf(fileOf(fileId))[sheet]?.[1] ?? []).slice(from, from + count)))
      },
      closeFile: async ({ fileId }) => {
        closed.push(fileId)
      },
      on: (name, listener) => {
        if (name !== 'fileProgress') throw new Error(`Nothing listens to ${name} here`)
        const heard = listener as (progress: FileProgress) => void
        listeners.add(heard)
        return () => listeners.delete(heard)
      },
    },
  }
}
