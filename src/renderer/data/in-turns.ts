import type { InSteps } from '#domain/in-steps'

/** Lets what was sent to this thread meanwhile (« Annuler ») be heard. A timer would wait four milliseconds each time. */
export const messages = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })

/** Milliseconds between two tellings: a number that moves, and no more. */
const tellEvery = 100

/** Does long work step by step, telling how far it is and listening in between; null when it was given up. */
export const inTurns = async <Value>(work: InSteps<Value>, onStep: (done: number) => void, isCancelled: () => boolean): Promise<Value | null> => {
  let told = 0
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    const now = performance.now()
    // Each telling draws the window again.
    if (now - told >= tellEvery) {
      told = now
      onStep(step.value)
    }
    await messages()
    if (isCancelled()) return null
  }
}
