import type { BrowserWindow } from './browser-window.ts'
import { record } from './control.ts'
import { isControlled } from './host.ts'
import { pickPath } from './picker.ts'
import { strict } from './strict.ts'

/** What a test answers to the next dialog: paths to open, a path to save, the number of a button; null gives up. */
export type DialogAnswer = { readonly open: readonly string[] } | { readonly save: string } | { readonly button: number } | null

const scripted: DialogAnswer[] = []
export const answerNextDialogs = (answers: readonly DialogAnswer[]): void => void scripted.push(...answers)

interface Options {
  readonly title?: string
  readonly message?: string
  readonly detail?: string
  readonly defaultPath?: string
  readonly properties?: readonly string[]
  readonly filters?: readonly { readonly name: string; readonly extensions: readonly string[] }[]
  readonly buttons?: readonly string[]
}

export const dialog = strict('dialog', {
  showOpenDialog: async (window: BrowserWindow, options: Options) => {
    const answer = await next('open', options, () => openByHand(window, options))
    const filePaths = answer !== null && 'open' in answer ? answer.open : []
    return { canceled: filePaths.length === 0, filePaths }
  },
  showSaveDialog: async (window: BrowserWindow, options: Options) => {
    const answer = await next('save', options, () => saveByHand(window, options))
    return answer !== null && 'save' in answer ? { canceled: false, filePath: answer.save } : { canceled: true, filePath: '' }
  },
  showMessageBox: async (window: BrowserWindow, options: Options) => {
    const answer = await next('message', options, async () => ({ button: (await confirmByHand(window, options)) ? 1 : 0 }))
    return { response: answer !== null && 'button' in answer ? answer.button : 0, checkboxChecked: false }
  },
  showErrorBox: (title: string, content: string): void => console.error(`${title}: ${content}`),
})

const next = async (kind: string, options: Options, byHand: () => Promise<DialogAnswer>): Promise<DialogAnswer> => {
  record({ kind: 'dialog', what: kind, title: options.title ?? options.message ?? '', path: options.defaultPath ?? '' })
  const answer = scripted.shift()
  if (answer !== undefined) return answer
  // A test that forgot an answer must fail at once, not wait for a hand.
  if (isControlled) throw new Error(`no answer was scripted for the dialog « ${options.title ?? options.message ?? kind} »`)
  return byHand()
}

const openByHand = async (window: BrowserWindow, options: Options): Promise<DialogAnswer> => {
  const isFolder = options.properties?.includes('openDirectory') === true
  const path = await pickPath(await window.page(), {
    title: options.title ?? '',
    kind: isFolder ? 'folder' : 'file',
    start: options.defaultPath ?? null,
    extensions: options.filters?.flatMap((filter) => filter.extensions) ?? [],
  })
  return path === null ? null : { open: [path] }
}
const saveByHand = async (window: BrowserWindow, options: Options): Promise<DialogAnswer> => {
  const path = await pickPath(await window.page(), { title: options.title ?? '', kind: 'save', start: options.defaultPath ?? null, extensions: [] })
  return path === null ? null : { save: path }
}
const confirmByHand = async (window: BrowserWindow, options: Options): Promise<boolean> => {
  const page = await window.page()
  const words = [options.message, options.detail, `OK : ${options.buttons?.[1] ?? 'OK'}`].filter(Boolean).join('\n\n')
  return page.evaluate((text) => confirm(text), words)
}
