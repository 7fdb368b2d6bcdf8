import { proxy } from 'comlink'
import type { ReadingApi } from '#bridge/reading'
import type { ImportingService } from '#data/importing-contract'
import { sampleFiles } from './sample-files.ts'

/** How far the sample is: files done, of how many, and the one being imported. */
export interface SampleProgress {
  readonly fileName: string
  readonly done: number
  readonly total: number
}

export interface SamplePorts {
  readonly desktop: Pick<ReadingApi, 'receiveFile' | 'openFile' | 'readRows' | 'closeFile'>
  readonly importing: ImportingService
  readonly onProgress: (progress: SampleProgress) => void
}

/**
 * Brings the sample association in through the very import that the user's own files take: nothing is prepared beforehand. Where the import would ask,
 * it answers as a hurried volunteer: doubtful rows are new people, rejected rows are left aside.
 * Answers the file that could not be imported, or null when all is well.
 */
export const importSample = async ({ desktop, importing, onProgress }: SamplePorts): Promise<string | null> => {
  for (const [done, { fileName, url }] of sampleFiles.entries()) {
    onProgress({ fileName, done, total: sampleFiles.length })
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
    const { fileId } = await desktop.receiveFile({ fileName, bytes })
    const imported = await importFile({ desktop, importing }, fileId)
    await desktop.closeFile({ fileId })
    if (!imported) return fileName
  }
  return null
}

const importFile = async ({ desktop, importing }: Pick<SamplePorts, 'desktop' | 'importing'>, fileId: string): Promise<boolean> => {
  const info = await desktop.openFile({ fileId })
  if (!info.ok) return false
  const id = await importing.begin(info.value)
  for (const [sheet, { rows }] of info.value.sheets.entries()) {
    if (rows > 0) await importing.takeRows({ id, sheet, from: 0, bytes: await desktop.readRows({ fileId, sheet, from: 0, count: rows }) })
  }
  const sheet = await importing.proposeSheet(id)
  if (sheet === null) return false
  await importing.understand({ id, sheet, withTemplate: false })
  const quiet = proxy(() => undefined)
  if ((await importing.judge(id, quiet)) === null) return false
  await importing.decide({ id, rows: 'undecided', choice: { kind: 'create' } })
  const applied = await importing.apply(id, quiet)
  await importing.close(id)
  return applied.ok
}
