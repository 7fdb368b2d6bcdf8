import type { Page } from 'playwright-core'

export interface PickOptions {
  readonly title: string
  readonly kind: 'file' | 'folder' | 'save'
  readonly start: string | null
  /** Without dot; empty: all. */
  readonly extensions: readonly string[]
}

export const pickPath = async (page: Page, { title, start }: PickOptions): Promise<string | null> =>
  page.evaluate(([words, first]) => prompt(words, first), [title, start ?? ''] as const)
