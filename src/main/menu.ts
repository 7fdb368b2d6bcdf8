import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#bridge/window'

export interface MenuOptions {
  readonly language: 'fr' | 'en'
  readonly send: (command: MenuCommand) => void
  /** The developer's tools are offered by `npm run dev` only. */
  readonly withDeveloperTools: boolean
}

/** The application's menu. Undo and redo go to the page, which undoes changes of the association, or of the text being typed. */
export const installMenu = (options: MenuOptions): void => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))

export const menuTemplate = ({ language, send, withDeveloperTools }: MenuOptions): MenuItemConstructorOptions[] => {
  const words = wordsByLanguage[language]
  const command = (name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label: words[name],
    click: () => send(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const between: MenuItemConstructorOptions = { type: 'separator' }
  return [
    {
      label: words.file,
      submenu: [
        command('new-person', 'CmdOrCtrl+N'),
        command('import', 'CmdOrCtrl+I'),
        command('backup', 'CmdOrCtrl+S'),
        between,
        command('settings', 'CmdOrCtrl+,'),
        between,
        { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        command('undo', 'CmdOrCtrl+Z'),
        command('redo', 'CmdOrCtrl+Shift+Z'),
        between,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
        between,
        command('search', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.resetZoom },
        { role: 'togglefullscreen', label: words.fullScreen },
        ...(withDeveloperTools ? [between, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { label: words.helpMenu, submenu: [command('help', 'F1')] },
  ]
}

type Word =
  | MenuCommand
  | 'file'
  | 'edit'
  | 'view'
  | 'helpMenu'
  | 'quit'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'fullScreen'
const wordsByLanguage: Readonly<Record<'fr' | 'en', Readonly<Record<Word, string>>>> = {
  fr: {
    file: 'Fichier',
    'new-person': 'Nouvelle personne',
    import: 'Importer un tableur…',
    backup: 'Copies de sécurité…',
    settings: 'Réglages…',
    quit: 'Quitter',
    edit: 'Édition',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    search: 'Rechercher',
    view: 'Affichage',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    resetZoom: 'Taille normale',
    fullScreen: 'Plein écran',
    helpMenu: 'Aide',
    help: 'Raccourcis du clavier',
  },
  en: {
    file: 'File',
    'new-person': 'New person',
    import: 'Import a spreadsheet…',
    backup: 'Backups…',
    settings: 'Settings…',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    search: 'Search',
    view: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    resetZoom: 'Normal size',
    fullScreen: 'Full screen',
    helpMenu: 'Help',
    help: 'Keyboard shortcuts',
  },
}
