import type { Page } from '@playwright/test'

/** What measurements need inside the page: times taken from outside would count the way there and back. Times are `performance.now()`, in milliseconds. */
export interface Probe {
  /** The first element in sight that matches the selector and whose words match; null when there is none. */
  readonly find: (selector: string, words?: RegExp) => HTMLElement | null
  /** Waits until the element is there and not disabled, then clicks it; answers when it was clicked. */
  readonly click: (selector: string, words?: RegExp) => Promise<number>
  /** Waits until it is true at the beginning of a frame; answers when that frame was painted. @throws after the patience of a measurement (four minutes). */
  readonly painted: (isTrue: () => boolean) => Promise<number>
  /** A list whose rows in sight have their content. */
  readonly hasRows: () => boolean
  /** Blocks of the window of more than 50 ms that began at or after a moment, in milliseconds. */
  readonly longTasksSince: (from: number) => readonly number[]
}

declare global {
  interface Window {
    /** Only while a measurement runs. */
    probe: Probe
  }
}

/** Brings the probe into the page as it is now loaded. */
export const installProbe = (page: Page): Promise<void> => page.evaluate(makeProbe)

// Runs in the page: whatever it needs is inside.
const makeProbe = (): void => {
  const patience = 240_000
  const long: PerformanceEntry[] = []
  new PerformanceObserver((list) => {
    long.push(...list.getEntries())
  }).observe({ type: 'longtask' })
  const wordsOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  const find: Probe['find'] = (selector, words) => {
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if ((words === undefined || words.test(wordsOf(element))) && element.getClientRects().length > 0) return element
    }
    return null
  }
  const painted: Probe['painted'] = (isTrue) =>
    new Promise((resolve, reject) => {
      const from = performance.now()
      const look = (): void => {
        if (isTrue()) {
          // The message is handled once this frame is painted.
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve(performance.now()))
          port1.start()
          port2.postMessage(null)
        } else if (performance.now() - from > patience)
          reject(new Error(`waited in vain for ${isTrue.toString()}; in sight: ${wordsOf(document.body).slice(0, 500)}`))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  const isReady = (element: HTMLElement | null): element is HTMLElement => element !== null && !element.matches(':disabled, [inert] *')
  window.probe = {
    find,
    painted,
    click: async (selector, words) => {
      await painted(() => isReady(find(selector, words)))
      const at = performance.now()
      find(selector, words)?.click()
      return at
    },
    hasRows: () => {
      const rows = [...document.querySelectorAll('[role=grid] [role=row][data-index]')]
      return rows.length > 0 && rows.every((row) => !row.hasAttribute('aria-label'))
    },
    longTasksSince: (from) => long.filter(({ startTime }) => startTime >= from).map(({ duration }) => duration),
  }
}
