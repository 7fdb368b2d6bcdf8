import type { CallName } from '#bridge/desktop-api'
import type { PushedEvents } from '#bridge/window'

// The names stand here a second time, without zod, because the sandboxed preload must stay a few lines; the types below refuse a list that lacks one.
export const callNames = [
  'chooseFiles',
  'receiveFile',
  'openFile',
  'readRows',
  'closeFile',
  'startTable',
  'sendRows',
  'finishTable',
  'cancelTable',
  'savePdf',
  'saveBytes',
  'revealSaved',
  'safetyState',
  'appendJournal',
  'readJournal',
  'startBackup',
  'sendBackupPart',
  'finishBackup',
  'listBackups',
  'chooseBackup',
  'readBackupPart',
  'chooseBackupFolder',
  'appInfo',
  'logProblem',
  'setBusy',
  'openExternal',
] as const satisfies readonly CallName[]

export const pushedEventNames = ['fileProgress', 'menuCommand', 'diskState', 'closing'] as const satisfies readonly (keyof PushedEvents)[]

type Missing = Exclude<CallName, (typeof callNames)[number]> | Exclude<keyof PushedEvents, (typeof pushedEventNames)[number]>
/** `true`, or a type error that names the call or event missing from the lists above. */
export const everyNameIsListed: [Missing] extends [never] ? true : Missing = true

/** `desktop:readRows` for a call, `desktop:on:menuCommand` for an event. */
export const callChannel = (name: CallName): string => `desktop:${name}`
export const eventChannel = (name: keyof PushedEvents): string => `desktop:on:${name}`
