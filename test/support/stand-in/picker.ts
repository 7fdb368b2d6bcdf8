import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { languageArgument } from './host.ts'
import { showPickerPanel, type PickerAnswer } from './picker-panel.ts'

export interface PickOptions {
  readonly title: string
  readonly kind: 'file' | 'folder' | 'save'
  /** Folder to begin in, or the suggested path of a file to save. */
  readonly start: string | null
  /** Without dot; empty: all. */
  readonly extensions: readonly string[]
}

/** Lets the user walk through folders in a panel over the page, in the place of the system's dialog. null: she gave up. */
export const pickPath = async (page: Page, options: PickOptions): Promise<string | null> => {
  const start = options.start ?? homedir()
  let folder = isFolder(start) ? start : nearestFolder(dirname(start))
  const name = options.kind === 'save' ? basename(start) : ''
  for (;;) {
    const words = languageArgument().startsWith('en') ? english : french
    const answer: PickerAnswer = await page.evaluate(showPickerPanel, {
      title: options.title,
      kind: options.kind,
      folder,
      name,
      words,
      ...listing(folder, options),
    })
    if (answer === null) return null
    const path = resolve(folder, answer.path)
    if (isFolder(path) && !(answer.isFinal && options.kind === 'folder')) folder = path
    else if (options.kind !== 'save') return existsSync(path) ? path : null
    else if (!existsSync(path) || (await page.evaluate((question) => confirm(question), words.replace.replace('{name}', basename(path))))) return path
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
const nearestFolder = (path: string): string => (isFolder(path) || dirname(path) === path ? path : nearestFolder(dirname(path)))

const listing = (folder: string, { kind, extensions }: PickOptions): { readonly folders: readonly string[]; readonly files: readonly string[] } => {
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort((one, other) => one.localeCompare(other, 'fr'))
  const isWanted = (name: string): boolean =>
    extensions.length === 0 || extensions.includes('*') || extensions.includes(extname(name).slice(1).toLowerCase())
  return {
    folders: names.filter((name) => isFolder(join(folder, name))),
    files: kind === 'folder' ? [] : names.filter((name) => !isFolder(join(folder, name)) && isWanted(name)),
  }
}

const french = {
  up: 'Dossier parent',
  open: 'Ouvrir',
  choose: 'Choisir ce dossier',
  save: 'Enregistrer',
  cancel: 'Annuler',
  name: 'Nom',
  replace: '« {name} » existe déjà. Le remplacer ?',
}
const english = {
  up: 'Parent folder',
  open: 'Open',
  choose: 'Choose this folder',
  save: 'Save',
  cancel: 'Cancel',
  name: 'Name',
  replace: '“{name}” already exists. Replace it?',
}
