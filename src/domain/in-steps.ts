/** Long work that can be left and taken up again: it yields how much of it is done, and returns what it made. */
export type InSteps<Value> = Generator<number, Value, void>

/** How many items long work handles before it yields: a few dozen milliseconds. */
export const stepSize = 1_000

/** Does the whole work at once. */
export const atOnce = <Value>(work: InSteps<Value>): Value => {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
