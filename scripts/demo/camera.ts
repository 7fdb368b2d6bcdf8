import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** Takes pictures of the window, each in light and in dark. */
export interface Camera {
  readonly shoot: (name: string) => Promise<void>
  /** Pictures taken so far. */
  readonly count: () => number
}

const schemes = { light: 'clair', dark: 'sombre' } as const

export const makeCamera = async (page: Page, folder: string): Promise<Camera> => {
  let count = 0
  await Promise.all(Object.values(schemes).map((name) => mkdir(join(folder, name), { recursive: true })))
  return {
    count: () => count,
    shoot: async (name) => {
      for (const scheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor()
        // Finite transitions are brought to their end.
        await page.screenshot({ path: join(folder, schemes[scheme], `${name}.png`), animations: 'disabled', caret: 'hide' })
        count += 1
      }
    },
  }
}
