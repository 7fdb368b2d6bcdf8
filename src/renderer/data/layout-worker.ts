import { createGraphLayout, turnsToSettle, type LayoutInput, type Places } from '#data/graph-layout'

/** What the thread that lays out tells after each of its steps. */
export interface LayoutStep extends Places {
  readonly isSettled: boolean
}

/** Long enough to move something, short enough to show that it moves. */
const stepTime = 60

// A thread that places the people of one drawing, step by step, and ends.
addEventListener('message', ({ data }: MessageEvent<LayoutInput>) => {
  const layout = createGraphLayout(data)
  let left = turnsToSettle(data.x.length)
  const tell = (): void => {
    const { x, y } = layout.places()
    postMessage({ x, y, isSettled: left <= 0 } satisfies LayoutStep, { transfer: [x.buffer, y.buffer] })
  }
  const go = (): void => {
    const from = performance.now()
    do {
      layout.step(2)
      left -= 2
    } while (left > 0 && performance.now() - from < stepTime)
    tell()
    if (left > 0) setTimeout(go)
    else close()
  }
  go()
})
