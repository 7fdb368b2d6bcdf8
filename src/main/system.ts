import type { PushedEvents } from '#bridge/window'

/**
 * What the rooms of main (files, safety) need of the desktop around them. `electron-system.ts` gives the real one; tests give their own.
 * Each room exports one function, called once before the window opens:
 * `registerReading(answer, system)`, `registerWriting(answer, system)`, `registerSafety(answer, system)`; each answers a `Room`.
 */
export interface System {
  readonly folders: {
    /** Where the profile, the journal and the log live; the browser's own profile is a subfolder or a neighbour of what main keeps. */
    readonly userData: string
    readonly documents: string
    readonly temp: string
  }
  readonly appVersion: string
  /** Language of dialogs and of files that main names. */
  readonly language: 'fr' | 'en'
  readonly dialogs: Dialogs
  /** Prints the page now shown, with its print style, to a PDF (A4). */
  readonly printPage: (paper: { readonly foot: boolean }) => Promise<Uint8Array>
  /** Shows a file in the system's file manager. */
  readonly revealFile: (path: string) => void
  /** Sends an event to the window; nothing happens when there is none. */
  readonly send: <Name extends keyof PushedEvents>(name: Name, event: PushedEvents[Name]) => void
  /** One line in the log file; never personal data. */
  readonly logProblem: (where: string, problem: unknown) => void
}

export interface FileFilter {
  readonly name: string
  /** Without dot. */
  readonly extensions: readonly string[]
}
export interface Dialogs {
  /** Absolute paths; empty when the user gives up. */
  readonly openFiles: (options: {
    readonly title: string
    readonly filters: readonly FileFilter[]
    readonly several: boolean
  }) => Promise<readonly string[]>
  /** Absolute path; null when the user gives up. `suggestedName` without folder; starts in the documents. */
  readonly saveFile: (options: {
    readonly title: string
    readonly suggestedName: string
    readonly filters: readonly FileFilter[]
  }) => Promise<string | null>
  readonly openFolder: (options: { readonly title: string; readonly startIn: string }) => Promise<string | null>
}

/** A room of main that was registered. */
export interface Room {
  /** Ends workers, closes files; called once when the application quits. */
  readonly close: () => Promise<void>
}
