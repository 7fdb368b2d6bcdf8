import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Act } from '#support/stand-in/control'
import type { DialogAnswer } from '#support/stand-in/dialog'

export interface LaunchOptions {
  /** Folder of the profile, the journal and the log: its own for each test. */
  readonly userData: string
  /** Folder where files are saved and backups kept. */
  readonly documents: string
  /** `fr-FR` unless said otherwise. */
  readonly locale?: string
  readonly colorScheme?: 'light' | 'dark'
  /** 1280 × 800 unless said otherwise. */
  readonly viewport?: { readonly width: number; readonly height: number }
  /** More environment for main. */
  readonly env?: Readonly<Record<string, string>>
}

/** A running Maillage: real Electron where its binary is installed, the stand-in elsewhere. */
export interface LaunchedApp {
  readonly page: Page
  /** Process id of main. */
  readonly pid: number
  /** Chromium's own profile, which holds IndexedDB: a folder that tests may damage or delete while the app is closed. */
  readonly profileFolder: string
  /** Answers to the next dialogs, in order: `{ open: [path] }`, `{ save: path }`, `{ button: 1 }`, null for « Annuler ». */
  readonly answerDialogs: (answers: readonly DialogAnswer[]) => Promise<void>
  /** Clicks an item of the application's menu, by its words. */
  readonly pressMenu: (label: string) => Promise<void>
  /** Dialogs shown, links opened, files shown in their folder. */
  readonly acts: () => Promise<readonly Act[]>
  /** Quits as a user does: the page stores what is pending first. */
  readonly close: () => Promise<void>
  /** Kills main, browser and every process of theirs at once, as a power cut would. */
  readonly kill: () => Promise<void>
  /** What main wrote on stderr so far. */
  readonly errors: () => string
}

/** The application ended at once, since another one already has this profile. */
export class SecondInstance extends Error {}

/** Environment that both ways of launching give to main: its folders, and one time zone for every machine. */
export const environmentOf = ({ userData, documents, env = {} }: LaunchOptions): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  TZ: 'Europe/Paris',
  MAILLAGE_USER_DATA: userData,
  MAILLAGE_DOCUMENTS: documents,
  ...env,
})
export const profileFolderOf = ({ userData }: LaunchOptions): string => join(userData, 'profile')

/** The end of main's log file. */
export const logOf = ({ userData }: LaunchOptions): string => {
  const path = join(userData, 'maillage.log')
  return existsSync(path) ? readFileSync(path, 'utf8').slice(-4000) : ''
}
