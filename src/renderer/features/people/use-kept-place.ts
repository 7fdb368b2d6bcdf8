import { useLayoutEffect, type RefObject } from 'react'
import { keepScroll, keptScroll } from './list-state.ts'

/** Coming back from somebody's page finds the list scrolled as it was left. Answers the function that gives the keyboard to the list. */
export const useKeptPlace = (place: RefObject<HTMLElement | null>, isKnown: boolean): (() => void) => {
  useLayoutEffect(() => {
    const scroller = gridOf(place)?.parentElement ?? null
    if (!isKnown || scroller === null) return undefined
    scroller.scrollTop = keptScroll()
    return () => keepScroll(scroller.scrollTop)
  }, [place, isKnown])
  return () => gridOf(place)?.focus()
}

const gridOf = (place: RefObject<HTMLElement | null>): HTMLElement | null => place.current?.querySelector<HTMLElement>('[role=grid]') ?? null
