import { z } from 'zod'
import type { FileProgress } from '#bridge/reading'

/** What the menu asks of the window. */
export const menuCommands = ['undo', 'redo', 'import', 'new-person', 'search', 'backup', 'settings', 'help'] as const
export type MenuCommand = (typeof menuCommands)[number]

/** Small things about the application and its window. */
export interface WindowApi {
  readonly appInfo: () => Promise<{ readonly version: string; readonly device: string; readonly platform: string; readonly locale: string }>
  /** Writes one line to the log file; personal data do not belong there. */
  readonly logProblem: (problem: { readonly where: string; readonly message: string; readonly stack: string }) => Promise<void>
  /** Tells main that everything is stored, so that closing the window is safe. */
  readonly setBusy: (state: { readonly busy: boolean; readonly reason: string }) => Promise<void>
  /** The language chosen in the settings: menu and messages of main follow it. */
  readonly setLanguage: (chosen: { readonly language: 'fr' | 'en' }) => Promise<void>
  /** Opens an address of the allow-list (help, CNIL, official pages) in the user's browser, or a new message to people in blind copy (`mailto:?bcc=…`). */
  readonly openExternal: (link: { readonly url: string }) => Promise<void>
}
export const windowPayloads = {
  appInfo: z.undefined(),
  logProblem: z.strictObject({ where: z.string().max(200), message: z.string().max(2000), stack: z.string().max(10_000) }),
  setBusy: z.strictObject({ busy: z.boolean(), reason: z.string().max(200) }),
  setLanguage: z.strictObject({ language: z.enum(['fr', 'en']) }),
  openExternal: z.strictObject({ url: z.url() }),
} as const satisfies Record<keyof WindowApi, z.ZodType>

/** What main sends to the window without being asked. */
export interface PushedEvents {
  readonly fileProgress: FileProgress
  readonly menuCommand: MenuCommand
  readonly diskState: { readonly disk: 'ok' | 'low' | 'full'; readonly freeBytes: number }
  /** The user wants to close: the window stores what is pending, then calls `setBusy(false)`. */
  readonly closing: { readonly at: string }
}
