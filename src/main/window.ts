import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { guardContents, type PageOrigin } from '#main/guard'

/** The one window: sandboxed, isolated, without Node, unable to leave its page. It stays hidden until its page is ready. */
export const makeWindow = (page: PageOrigin): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Maillage',
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  guardContents(window.webContents, page)
  return window
}
