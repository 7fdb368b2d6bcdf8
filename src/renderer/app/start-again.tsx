import { createContext, use } from 'react'

export const StartAgainContext = createContext<() => void>(() => undefined)

/** Shows the first screen again, once nothing is kept any more (the sample was taken away). */
export const useStartAgain = (): (() => void) => use(StartAgainContext)
