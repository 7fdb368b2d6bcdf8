import { useSyncExternalStore } from 'react'

let unsaved = false
const listeners = new Set<() => void>()

/** Tells whether a form of Personnes holds something that is not saved. */
export const setUnsaved = (next: boolean): void => {
  unsaved = next
  for (const listener of listeners) listener()
}

/** For the one who may leave the page. */
export const useUnsaved = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => unsaved,
  )
