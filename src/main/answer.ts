import { callChannel } from '#bridge/channels'
import { payloadByCall, type CallName, type DesktopCalls } from '#bridge/desktop-api'

/**
 * Gives a call of the window its handler: `answer('readRows', (page) => …)`.
 * Sender and payload are checked before the handler runs. Expected failures are values of the call's own type; what the handler throws is a bug,
 * which reaches the window as a rejected promise and the log file as a line.
 */
export type Answer = <Name extends CallName>(name: Name, handler: DesktopCalls[Name]) => void

/** The part of Electron's `ipcMain` that is needed here. */
export interface IpcDoor<Event> {
  readonly handle: (channel: string, listener: (event: Event, payload: unknown) => Promise<unknown>) => void
}

export interface AnswerOptions<Event> {
  readonly door: IpcDoor<Event>
  /** True when the call comes from the page of our own window. */
  readonly isTrusted: (event: Event) => boolean
  readonly logProblem: (where: string, problem: unknown) => void
}

export const makeAnswer =
  <Event>({ door, isTrusted, logProblem }: AnswerOptions<Event>): Answer =>
  (name, handler) => {
    door.handle(callChannel(name), async (event, payload) => {
      if (!isTrusted(event)) {
        logProblem(`answer ${name}`, new Error('refused: the sender is not our page'))
        throw new Error(`${name}: refused sender`)
      }
      const checked = payloadByCall[name].safeParse(payload)
      if (!checked.success) {
        const places = checked.error.issues.map((issue) => `${issue.path.join('.') || '(payload)'}: ${issue.message}`).join('; ')
        logProblem(`answer ${name}`, new Error(`bad payload: ${places}`))
        throw new TypeError(`${name}: bad payload: ${places}`)
      }
      try {
        // The schema of this very name has just accepted the payload, which the compiler cannot follow through a generic name.
        return await (handler as (payload: unknown) => Promise<unknown>)(checked.data)
      } catch (problem) {
        logProblem(`answer ${name}`, problem)
        throw problem
      }
    })
  }
