import type { LayoutInput } from '#data/graph-layout'
import type { LayoutStep } from '#data/layout-worker'

/**
 * Places the people of a drawing in a thread of its own, so that neither the window nor the data wait: tells where they are after each step. Answers what stops it.
 */
export const settleGraph = (input: LayoutInput, onStep: (step: LayoutStep) => void): (() => void) => {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module', name: 'layout' })
  worker.addEventListener('message', ({ data }: MessageEvent<LayoutStep>) => onStep(data))
  worker.postMessage(input)
  return () => worker.terminate()
}
