import { readingPayloads, type ReadingApi } from '#bridge/reading'
import { safetyPayloads, type SafetyApi } from '#bridge/safety'
import { windowPayloads, type PushedEvents, type WindowApi } from '#bridge/window'
import { writingPayloads, type WritingApi } from '#bridge/writing'

/** Everything the window can ask of main, each call answered by one handler of `main/answer.ts`, which checks sender and payload. */
export interface DesktopCalls extends ReadingApi, WritingApi, SafetyApi, WindowApi {}
export type CallName = keyof DesktopCalls

/** What the preload puts on `window.desktop`. */
export interface DesktopApi extends DesktopCalls {
  /** Listens to what main sends by itself; answers the function that stops listening. */
  readonly on: <Name extends keyof PushedEvents>(name: Name, listener: (event: PushedEvents[Name]) => void) => () => void
}

/** The payload of each call, checked in main before its handler runs. */
export const payloadByCall = { ...readingPayloads, ...writingPayloads, ...safetyPayloads, ...windowPayloads } as const
