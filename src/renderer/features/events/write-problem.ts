import type { WriteProblem } from '#data/write'
import { showToast } from '#ui/toast'

/** The key of the sentence, in `events:problems`, that says why nothing was written. */
export const problemKey = (problem: WriteProblem): 'conflict' | 'readOnly' | 'storage' =>
  problem.kind === 'conflict' ? 'conflict' : problem.kind === 'read-only' ? 'readOnly' : 'storage'

/** Tells the user that nothing was written, and why. */
export const sayProblem = (message: string): void => showToast({ tone: 'problem', message })
