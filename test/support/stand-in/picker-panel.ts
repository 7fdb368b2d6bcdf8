export interface PickerPanel {
  readonly title: string
  readonly kind: 'file' | 'folder' | 'save'
  readonly folder: string
  readonly folders: readonly string[]
  readonly files: readonly string[]
  readonly name: string
  readonly words: Readonly<Record<'up' | 'open' | 'choose' | 'save' | 'cancel' | 'name', string>>
}
/** A name in the folder or a path of its own; final when the button was pressed, not when a folder was only entered. */
export type PickerAnswer = { readonly path: string; readonly isFinal: boolean } | null

/** One step of the panel: shows a folder, answers what was clicked. Runs in the page, so it refers to nothing outside itself. */
export const showPickerPanel = ({ title, kind, folder, folders, files, name, words }: PickerPanel): Promise<PickerAnswer> =>
  new Promise((resolve) => {
    const host = document.createElement('div')
    // Out of reach of the application's styles.
    const shadow = host.attachShadow({ mode: 'closed' })
    const dialog = document.createElement('dialog')
    const add = <Tag extends keyof HTMLElementTagNameMap>(parent: Element, tag: Tag, text = ''): HTMLElementTagNameMap[Tag] => {
      const element = document.createElement(tag)
      element.textContent = text
      parent.append(element)
      return element
    }
    const done = (answer: PickerAnswer): void => {
      host.remove()
      resolve(answer)
    }
    add(
      dialog,
      'style',
      `dialog { font: 14px system-ui; width: 34rem; border: 1px solid #8888; border-radius: 10px; padding: 1rem; display: grid; gap: .7rem }
       h2 { font-size: 1rem; margin: 0 } p { margin: 0; opacity: .7; overflow-wrap: anywhere } ul { list-style: none; margin: 0; padding: 0; height: 18rem; overflow: auto }
       li button { all: unset; display: block; width: 100%; padding: .2rem .4rem; border-radius: 4px } li button:hover, li button:focus-visible { background: #8883 }
       input { font: inherit; width: 100%; box-sizing: border-box; padding: .4rem } footer { display: flex; gap: .5rem; justify-content: end } footer button { font: inherit; padding: .4rem .9rem }`,
    )
    add(dialog, 'h2', title)
    add(dialog, 'p', folder)
    const list = add(dialog, 'ul')
    const field = document.createElement('input')
    field.value = name
    field.setAttribute('aria-label', words.name)
    const line = (text: string, onClick: () => void): void => add(add(list, 'li'), 'button', text).addEventListener('click', onClick)
    line(`↑ ${words.up}`, () => done({ path: '..', isFinal: false }))
    for (const one of folders) line(`${one}/`, () => done({ path: one, isFinal: false }))
    for (const one of files)
      line(one, () => {
        if (kind === 'save') field.value = one
        else done({ path: one, isFinal: true })
      })
    dialog.append(field)
    const footer = add(dialog, 'footer')
    const finish = (): void => {
      const path = field.value.trim()
      if (path !== '' || kind === 'folder') done({ path: path === '' ? '.' : path, isFinal: true })
    }
    add(footer, 'button', words.cancel).addEventListener('click', () => done(null))
    add(footer, 'button', kind === 'folder' ? words.choose : kind === 'save' ? words.save : words.open).addEventListener('click', finish)
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') finish()
    })
    dialog.addEventListener('cancel', () => done(null))
    shadow.append(dialog)
    document.body.append(host)
    dialog.showModal()
  })
