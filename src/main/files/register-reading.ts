import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { PickedFile } from '#bridge/reading'
import { failed } from '#domain/result'
import type { Answer } from '#main/answer'
import type { FileFilter, Room, System } from '#main/system'
import { openInWorker, type OpenedFile } from './open.ts'
import { readLimits } from './read-limits.ts'
import type { ReadWorkerData } from './read-messages.ts'
import { fileProblem } from './read-problem.ts'
import type { OnReadProgress } from './read-progress.ts'

/**
 * Answers the calls of `ReadingApi`. The window only ever holds ids; paths and bytes stay here. Each open file has its own thread.
 * `workerUrl`: the entry of that thread.
 */
export const registerReading = (
  answer: Answer,
  system: Pick<System, 'dialogs' | 'language' | 'send'>,
  workerUrl = new URL('./read-worker.js', import.meta.url),
): Room => {
  // null: too large to be kept.
  const sources = new Map<string, ReadWorkerData | null>()
  const open = new Map<string, OpenedFile>()

  answer('chooseFiles', async () => {
    const paths = await system.dialogs.openFiles({ ...dialogWords[system.language], several: true })
    return Promise.all(paths.map((path) => pickPath(path, sources)))
  })
  answer('receiveFile', async ({ fileName, bytes }) => {
    const fileId = randomUUID()
    if (bytes.length > readLimits.fileSize) sources.set(fileId, null)
    else {
      // Shared with the thread, not copied, and still here for a second try.
      const kept = new Uint8Array(new SharedArrayBuffer(bytes.length))
      kept.set(bytes)
      sources.set(fileId, { fileName, bytes: kept })
    }
    return { fileId, fileName, size: bytes.length }
  })
  answer('openFile', async ({ fileId }) => {
    const source = sources.get(fileId)
    if (source === null) return failed(fileProblem('too-large', 'more bytes than are kept'))
    if (source === undefined) return failed(fileProblem('unreadable', 'no file under this id'))
    await open.get(fileId)?.close()
    const tell = atMostEvery(100, (done, total) => system.send('fileProgress', { fileId, done, total, unit: 'bytes' }))
    const file = openInWorker(source, { workerUrl, onProgress: tell })
    open.set(fileId, file)
    return file.opened
  })
  answer('readRows', async ({ fileId, sheet, from, count }) => {
    const file = open.get(fileId)
    if (file === undefined) throw new Error('readRows: no such open file')
    return file.readRows({ sheet, from, count })
  })
  answer('closeFile', async ({ fileId }) => {
    const file = open.get(fileId)
    open.delete(fileId)
    sources.delete(fileId)
    await file?.close()
  })
  return {
    close: async () => {
      await Promise.all([...open.values()].map((file) => file.close()))
      open.clear()
      sources.clear()
    },
  }
}

const pickPath = async (path: string, sources: Map<string, ReadWorkerData | null>): Promise<PickedFile> => {
  const fileId = randomUUID()
  const fileName = basename(path)
  sources.set(fileId, { fileName, path })
  // A file that has just vanished is told when it is opened.
  const size = await stat(path).then(
    (info) => info.size,
    () => 0,
  )
  return { fileId, fileName, size }
}

/** Progress is for eyes: the last value always passes, those in between now and then. */
const atMostEvery = (milliseconds: number, tell: OnReadProgress): OnReadProgress => {
  let last = 0
  return (done, total) => {
    const now = performance.now()
    if (total !== null && done < total && now - last < milliseconds) return
    last = now
    tell(done, total)
  }
}

const extensions = ['xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'fods', 'csv', 'tsv', 'txt', 'vcf', 'xml', 'html', 'htm']
const dialogWords: Readonly<Record<'fr' | 'en', { readonly title: string; readonly filters: readonly FileFilter[] }>> = {
  fr: {
    title: 'Choisir un tableur',
    filters: [
      { name: 'Tableurs et listes de contacts', extensions },
      { name: 'Tous les fichiers', extensions: ['*'] },
    ],
  },
  en: {
    title: 'Choose a spreadsheet',
    filters: [
      { name: 'Spreadsheets and contact lists', extensions },
      { name: 'All files', extensions: ['*'] },
    ],
  },
}
