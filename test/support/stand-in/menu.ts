import type { MenuItemConstructorOptions } from 'electron'
import { strict } from './strict.ts'

let template: readonly MenuItemConstructorOptions[] = []

const build = (items: readonly MenuItemConstructorOptions[]): { readonly items: readonly MenuItemConstructorOptions[] } => strict('Menu', { items })

export const Menu = strict('Menu', {
  buildFromTemplate: build,
  setApplicationMenu: (menu: { readonly items: readonly MenuItemConstructorOptions[] } | null): void => {
    template = menu?.items ?? []
  },
})

const items = (): readonly MenuItemConstructorOptions[] =>
  template.flatMap((group) => (Array.isArray(group.submenu) ? group.submenu : [])).filter((item) => item.click !== undefined)

/** Keys that the page must send on, with the place of their item. */
export const menuKeys = (): readonly { readonly accelerator: string; readonly id: number }[] =>
  items().flatMap((item, id) => (item.accelerator === undefined ? [] : [{ accelerator: String(item.accelerator), id }]))

export const pressMenu = (id: number): void => press(items()[id], `item ${id}`)

/** As a test clicks it: by the words a user reads. */
export const pressMenuItem = (label: string): void =>
  press(
    items().find((item) => item.label === label),
    label,
  )

const press = (item: MenuItemConstructorOptions | undefined, name: string): void => {
  if (item?.click === undefined) throw new Error(`the menu has no ${name}`)
  // Maillage's own items need neither item, window nor event.
  Reflect.apply(item.click, undefined, [])
}
