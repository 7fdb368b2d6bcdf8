import type { DesktopCalls } from '#bridge/desktop-api'
import type { ChangeCause } from '#domain/change'
import type { ChangeId } from '#domain/id'
import type { TableName } from '#domain/tables'
import type { DataStatus, StartState } from '#data/start-state'

/** What the window is told after each change: enough to know which queries to run again. */
export interface WindowNotice {
  readonly changeId: ChangeId | null
  readonly cause: ChangeCause | null
  readonly tables: readonly TableName[]
}

/**
 * What the data room asks of the window that started it: the way to main (a worker has no bridge), and things to tell.
 * In the app it is a Comlink proxy, in tests a plain object.
 */
export interface Host {
  /** Main, through the window. */
  readonly desktop: DesktopCalls
  /** A thread that packs: see `gzip-thread.ts`. @throws where there are none. */
  readonly openGzipThread: () => Promise<MessagePort>
  readonly changed: (notice: WindowNotice) => Promise<void>
  readonly statusMoved: (status: DataStatus) => Promise<void>
  /** The data left this window (another one took them) or came back. */
  readonly startMoved: (state: StartState) => Promise<void>
}
