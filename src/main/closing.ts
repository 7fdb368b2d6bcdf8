/** What the closing of the window needs of the rest: the window itself, and a way to ask the user. */
export interface ClosingOptions {
  /** Tells the page that the user wants to close. */
  readonly tellPage: () => void
  /** Destroys the window, without asking again. */
  readonly destroy: () => void
  /** Asks whether to close although the page is still storing; `reason` in the page's own words. True: close. */
  readonly askToCloseAnyway: (reason: string) => Promise<boolean>
  readonly wait: (milliseconds: number) => Promise<void>
}

export interface Closing {
  /** The page's state, as it tells by `setBusy`. */
  readonly setBusy: (state: { readonly busy: boolean; readonly reason: string }) => void
  /** The user closes the window; answers true when it may close at once, false when this object will destroy it later. */
  readonly mayCloseNow: () => boolean
}

const patience = 10_000

/**
 * Closing waits until the page says that everything is stored. A page that never spoke has nothing to store;
 * one that is busy, or does not answer for ten seconds, is closed only if the user says so.
 */
export const makeClosing = ({ tellPage, destroy, askToCloseAnyway, wait }: ClosingOptions): Closing => {
  let hasSpoken = false
  let isBusy = false
  let reason = ''
  let isClosing = false
  let isDone = false
  const finish = (): void => {
    if (isDone) return
    isDone = true
    destroy()
  }
  const askLater = async (): Promise<void> => {
    await wait(patience)
    if (isDone || !isClosing) return
    if (!isBusy || (await askToCloseAnyway(reason))) finish()
    else isClosing = false
  }
  return {
    setBusy: (state) => {
      hasSpoken = true
      isBusy = state.busy
      reason = state.reason
      if (isClosing && !isBusy) finish()
    },
    mayCloseNow: () => {
      if (!hasSpoken || isDone) return true
      if (!isClosing) {
        isClosing = true
        tellPage()
        void askLater()
      }
      return false
    },
  }
}
