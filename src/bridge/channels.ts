import type { CallName } from '#bridge/desktop-api'
import type { PushedEvents } from '#bridge/window'

// The names stand here a second time, without zod, because the sandboxed preload must stay a few lines; the type refuses a list that lacks one.
const calls: Readonly<Record<CallName, true>> = {
  chooseFiles: true,
  receiveFile: true,
  openFile: true,
  readRows: true,
  closeFile: true,
  startTable: true,
  sendRows: true,
  finishTable: true,
  cancelTable: true,
  savePdf: true,
  saveWord: true,
  saveBytes: true,
  saveLetters: true,
  revealSaved: true,
  safetyState: true,
  appendJournal: true,
  readJournal: true,
  startBackup: true,
  sendBackupPart: true,
  finishBackup: true,
  listBackups: true,
  chooseBackup: true,
  readBackupPart: true,
  setDatabaseAside: true,
  chooseBackupFolder: true,
  appInfo: true,
  logProblem: true,
  setBusy: true,
  setLanguage: true,
  openExternal: true,
}
export const callNames = Object.keys(calls) as readonly CallName[]

/** `desktop:readRows` for a call, `desktop:on:menuCommand` for an event. */
export const callChannel = (name: CallName): string => `desktop:${name}`
export const eventChannel = (name: keyof PushedEvents): string => `desktop:on:${name}`
