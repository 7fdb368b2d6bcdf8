import { useRouter } from '@tanstack/react-router'
import { useEffect, type RefObject } from 'react'

/**
 * Going back finds a page scrolled as it was left; a page that is opened anew begins at its top. Heights are kept by step of the history, so that two visits to
 * one page do not mix. A page reads its data first: its place is found as soon as it is tall enough, unless somebody scrolled meanwhile.
 */
export const useKeptScroll = (scroller: RefObject<HTMLElement | null>): void => {
  const router = useRouter()
  useEffect(() => {
    const heightByStep = new Map<string, number>()
    let stopWaiting = (): void => undefined
    const stopLeaving = router.subscribe('onBeforeNavigate', ({ fromLocation }) => {
      const step = fromLocation?.state.__TSR_key
      if (step !== undefined && scroller.current !== null) heightByStep.set(step, scroller.current.scrollTop)
      stopWaiting()
    })
    const stopArriving = router.subscribe('onResolved', ({ toLocation, pathChanged, hrefChanged }) => {
      stopWaiting()
      if (scroller.current === null || !(pathChanged || hrefChanged)) return
      stopWaiting = scrollWhenTallEnough(scroller.current, heightByStep.get(toLocation.state.__TSR_key ?? '') ?? 0)
    })
    return () => {
      stopLeaving()
      stopArriving()
      stopWaiting()
    }
  }, [router, scroller])
}

/** Scrolls to a height as soon as the content allows it; answers what gives up. */
const scrollWhenTallEnough = (scroller: HTMLElement, height: number): (() => void) => {
  scroller.scrollTop = height
  if (scroller.scrollTop >= height) return () => undefined
  const heights = new ResizeObserver(() => {
    scroller.scrollTop = height
    if (scroller.scrollTop >= height) stop()
  })
  const content = new MutationObserver(() => {
    heights.disconnect()
    for (const child of scroller.children) heights.observe(child)
  })
  const stop = (): void => {
    heights.disconnect()
    content.disconnect()
    for (const act of ownScrolls) scroller.removeEventListener(act, stop)
  }
  for (const child of scroller.children) heights.observe(child)
  content.observe(scroller, { childList: true })
  for (const act of ownScrolls) scroller.addEventListener(act, stop)
  return stop
}

/** What somebody scrolls with. */
const ownScrolls = ['wheel', 'pointerdown', 'keydown'] as const
