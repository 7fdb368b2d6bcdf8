import { createContext, use, useState, type ReactNode } from 'react'

/** The list behind a figure, a bar or a cell: whom, under which title, by which rule. */
export interface OpenedList {
  readonly title: string
  readonly rule: string
  /** The part of the rule that this list is about, in one short sentence; the whole rule is then a click away. */
  readonly shortRule?: string | undefined
  readonly ids: readonly string[]
}

interface OpenLists {
  readonly open: (list: OpenedList) => void
  readonly find: (key: string) => OpenedList | null
}
const OpenListsContext = createContext<OpenLists>({
  open: () => {
    throw new Error('OpenListsProvider is missing')
  },
  find: () => null,
})

/**
 * « Voir la liste »: answers a function that keeps the list and goes to Personnes with its key (`/people?list=…`). Lists live as long as the window, so that
 * « Retour » finds them again.
 */
export const useOpenList = (): ((list: OpenedList) => void) => use(OpenListsContext).open

/** The list that a key stands for; null when the window has been closed since. */
export const useOpenedList = (key: string | undefined): OpenedList | null => {
  const { find } = use(OpenListsContext)
  return key === undefined ? null : find(key)
}

/** `navigate` brings the window to Personnes with the key of the list. */
export const OpenListsProvider = ({ navigate, children }: { readonly navigate: (key: string) => void; readonly children: ReactNode }) => {
  const [kept] = useState(() => new Map<string, OpenedList>())
  const open = (list: OpenedList): void => {
    const key = String(kept.size + 1)
    kept.set(key, list)
    navigate(key)
  }
  return <OpenListsContext value={{ open, find: (key) => kept.get(key) ?? null }}>{children}</OpenListsContext>
}
