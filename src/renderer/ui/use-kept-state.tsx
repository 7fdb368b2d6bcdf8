import { useState } from 'react'

const keptByKey = new Map<string, unknown>()

/**
 * A choice that outlives its page while the window lives: coming back finds the same tab, the same period. `key` names it in the whole window; `start` is what it is
 * the first time.
 */
export const useKeptState = <Value,>(key: string, start: () => Value): readonly [Value, (value: Value) => void] => {
  const [value, setValue] = useState<Value>(() => (keptByKey.has(key) ? (keptByKey.get(key) as Value) : start()))
  const keep = (next: Value): void => {
    keptByKey.set(key, next)
    setValue(next)
  }
  return [value, keep]
}

const forgetters = new Set<() => void>()
/** For what is kept elsewhere while the window lives: `forget` is called when nothing of this association must be left. */
export const whenForgotten = (forget: () => void): void => void forgetters.add(forget)

/** As when the window opened: another association begins with it. */
export const forgetKeptStates = (): void => {
  keptByKey.clear()
  for (const forget of forgetters) forget()
}
