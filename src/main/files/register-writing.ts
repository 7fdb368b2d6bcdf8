import { randomUUID } from 'node:crypto'
import { extname, join } from 'node:path'
import type { SavedFile, TableFormat } from '#bridge/writing'
import type { Answer } from '../answer.ts'
import type { FileFilter, Room, System } from '../system.ts'
import { saveFile } from './save-file.ts'
import { writeInWorker, type TableBeingWritten } from './write-in-worker.ts'

/**
 * Answers the calls of `WritingApi`. Paths come from the dialog and stay here: the window holds an id, and can only have shown what was saved in this session.
 * `workerUrl`: the entry of the writing thread.
 */
export const registerWriting = (
  answer: Answer,
  system: Pick<System, 'dialogs' | 'language' | 'printPage' | 'revealFile'>,
  workerUrl = new URL('./write-worker.js', import.meta.url),
): Room => {
  const tables = new Map<string, TableBeingWritten>()
  const saved = new Set<string>()

  const askWhere = async (suggestedName: string, format: FileKind): Promise<string | null> => {
    const path = await system.dialogs.saveFile({
      title: words[system.language].title,
      suggestedName: fileName(suggestedName, format),
      filters: [words[system.language][format]],
    })
    // Some desktops leave the extension out of what they answer.
    return path === null || extname(path) !== '' ? path : `${path}.${format}`
  }
  const remember = <Saved extends { readonly ok: boolean; readonly value?: SavedFile }>(outcome: Saved): Saved => {
    if (outcome.ok && outcome.value !== undefined) saved.add(pathOf(outcome.value))
    return outcome
  }
  const take = (saveId: string): TableBeingWritten => {
    const table = tables.get(saveId)
    if (table === undefined) throw new Error('no such table is being written')
    return table
  }

  answer('startTable', async ({ suggestedName, format, sheets, language }) => {
    const path = await askWhere(suggestedName, format)
    if (path === null) return null
    const saveId = randomUUID()
    tables.set(saveId, writeInWorker({ path, format, sheets, language }, workerUrl))
    return { saveId }
  })
  answer('sendRows', async ({ saveId, sheet, rows }) => take(saveId).sendRows(sheet, rows))
  answer('finishTable', async ({ saveId }) => {
    const table = take(saveId)
    tables.delete(saveId)
    return remember(await table.finish())
  })
  answer('cancelTable', async ({ saveId }) => {
    const table = tables.get(saveId)
    tables.delete(saveId)
    await table?.cancel()
  })
  answer('savePdf', async ({ suggestedName, foot = true }) => {
    const path = await askWhere(suggestedName, 'pdf')
    return path === null ? null : remember(await saveFile(path, await system.printPage({ foot })))
  })
  answer('saveWord', async ({ suggestedName, document }) => {
    const path = await askWhere(suggestedName, 'docx')
    if (path === null) return null
    // The library is only read by those who write a Word file.
    const { writeDocx } = await import('./write-docx.ts')
    return remember(await saveFile(path, await writeDocx(document)))
  })
  answer('saveBytes', async ({ suggestedName, bytes }) => {
    const path = await askWhere(suggestedName, 'png')
    return path === null ? null : remember(await saveFile(path, bytes))
  })
  answer('saveLetters', async ({ suggestedName, paper }) => {
    const path = await askWhere(suggestedName, 'docx')
    if (path === null) return null
    // The library is only read by those who write a Word file.
    const { writeLetters } = await import('./write-letters.ts')
    return remember(await saveFile(path, await writeLetters(paper)))
  })
  answer('revealSaved', async (file) => {
    if (!saved.has(pathOf(file))) throw new Error('revealSaved: this file was not saved by this session')
    system.revealFile(pathOf(file))
  })
  return {
    close: async () => {
      await Promise.all([...tables.values()].map((table) => table.cancel()))
      tables.clear()
    },
  }
}

type FileKind = TableFormat | 'pdf' | 'docx' | 'png'

const pathOf = ({ folder, fileName: name }: SavedFile): string => join(folder, name)

/** A name that every system takes, with its extension. */
const fileName = (suggested: string, format: FileKind): string => {
  const clean = Array.from(suggested, (character) => (forbidden.has(character) || character < ' ' ? '-' : character))
    .join('')
    .replace(/[. ]+$/, '')
    .slice(0, 120)
  const name = clean === '' ? 'Maillage' : clean
  return name.toLowerCase().endsWith(`.${format}`) ? name : `${name}.${format}`
}
const forbidden = new Set('<>:"/\\|?*')

const words: Readonly<Record<'fr' | 'en', Readonly<Record<FileKind, FileFilter>> & { readonly title: string }>> = {
  fr: {
    title: 'Enregistrer sous',
    xlsx: { name: 'Classeur Excel', extensions: ['xlsx'] },
    ods: { name: 'Classeur LibreOffice', extensions: ['ods'] },
    csv: { name: 'Texte séparé par des points-virgules', extensions: ['csv'] },
    vcf: { name: 'Cartes de visite', extensions: ['vcf'] },
    pdf: { name: 'Document PDF', extensions: ['pdf'] },
    docx: { name: 'Document Word', extensions: ['docx'] },
    png: { name: 'Image', extensions: ['png'] },
  },
  en: {
    title: 'Save as',
    xlsx: { name: 'Excel workbook', extensions: ['xlsx'] },
    ods: { name: 'LibreOffice workbook', extensions: ['ods'] },
    csv: { name: 'Comma-separated text', extensions: ['csv'] },
    vcf: { name: 'Contact cards', extensions: ['vcf'] },
    pdf: { name: 'PDF document', extensions: ['pdf'] },
    docx: { name: 'Word document', extensions: ['docx'] },
    png: { name: 'Image', extensions: ['png'] },
  },
}
