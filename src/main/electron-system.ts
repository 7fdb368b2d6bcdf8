import { app, dialog, shell, type BrowserWindow, type FileFilter as ElectronFilter } from 'electron'
import { join } from 'node:path'
import { eventChannel } from '#bridge/channels'
import type { Log } from '#main/log'
import type { FileFilter, System } from '#main/system'

/** The real desktop, through Electron. `window` answers null before the window is there and after it is gone. */
export const makeElectronSystem = (window: () => BrowserWindow | null, log: Log): System => {
  // Dialogs hang over the window, and only its page asks for them.
  const present = (): BrowserWindow => {
    const current = window()
    if (current === null) throw new Error('the window is gone')
    return current
  }
  return {
    folders: { userData: app.getPath('userData'), documents: app.getPath('documents'), temp: app.getPath('temp') },
    appVersion: app.getVersion(),
    language: appLanguage(),
    dialogs: {
      openFiles: async ({ title, filters, several }) => {
        const answer = await dialog.showOpenDialog(present(), {
          title,
          filters: mutable(filters),
          properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
        })
        return answer.canceled ? [] : answer.filePaths
      },
      saveFile: async ({ title, suggestedName, filters }) => {
        const answer = await dialog.showSaveDialog(present(), {
          title,
          defaultPath: join(app.getPath('documents'), suggestedName),
          filters: mutable(filters),
          properties: ['showOverwriteConfirmation', 'createDirectory'],
        })
        return answer.canceled || answer.filePath === '' ? null : answer.filePath
      },
      openFolder: async ({ title, startIn }) => {
        const answer = await dialog.showOpenDialog(present(), { title, defaultPath: startIn, properties: ['openDirectory', 'createDirectory'] })
        return answer.canceled ? null : (answer.filePaths[0] ?? null)
      },
    },
    printPage: async ({ foot }) => {
      const pages = {
        pageSize: 'A4',
        printBackground: true,
        preferCSSPageSize: true,
        displayHeaderFooter: foot,
        headerTemplate: '<span></span>',
        footerTemplate: pageFoot,
      } as const
      return new Uint8Array(await present().webContents.printToPDF(pages))
    },
    revealFile: (path) => shell.showItemInFolder(path),
    send: (name, event) => {
      const contents = window()?.webContents
      if (contents !== undefined && !contents.isDestroyed()) contents.send(eventChannel(name), event)
    },
    logProblem: log.problem,
  }
}

/** Chromium fills in the page's title and the two numbers; it has no style of its own there, not even a size. */
const pageFoot =
  '<div style="display:flex;justify-content:space-between;width:100%;margin:0 14mm;font:8px sans-serif;color:#5c5850">' +
  '<span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>'

/** French unless the system speaks English. */
export const appLanguage = (): 'fr' | 'en' => (app.getLocale().toLowerCase().startsWith('en') ? 'en' : 'fr')

const mutable = (filters: readonly FileFilter[]): ElectronFilter[] => filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }))
