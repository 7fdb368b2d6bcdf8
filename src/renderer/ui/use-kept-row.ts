import { useState } from 'react'
import { whenForgotten } from './use-kept-state.tsx'

const rowByList = new Map<string, number>()
whenForgotten(() => rowByList.clear())

/** The row on which the keyboard is (0-based); a list with a name of its own finds it again when it is shown again. */
export const useKeptRow = (list: string): readonly [number, (row: number) => void] => {
  const [row, setRow] = useState(() => rowByList.get(list) ?? 0)
  const keep = (next: number): void => {
    if (list !== '') rowByList.set(list, next)
    setRow(next)
  }
  return [row, keep]
}
