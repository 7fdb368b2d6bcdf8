import { createContext, use, useEffect, useState, type ReactNode } from 'react'

/** What the keyboard or the menu asks of the page in sight. */
export type PageCommand = 'search' | 'new-person' | 'back'

interface CommandDesk {
  readonly run: (command: PageCommand) => void
  readonly register: (command: PageCommand, handler: () => void) => () => void
}

const CommandContext = createContext<CommandDesk>({ run: () => undefined, register: () => () => undefined })

/**
 * The page answers a command while it is shown: Ctrl+F or « / » focuses its search, N opens its form, Escape goes back. `handler` should be stable; null: this page does
 * not answer.
 */
export const useCommand = (command: PageCommand, handler: (() => void) | null): void => {
  const { register } = use(CommandContext)
  useEffect(() => (handler === null ? undefined : register(command, handler)), [register, command, handler])
}

/** Gives a command to the page in sight. */
export const useRunCommand = (): ((command: PageCommand) => void) => use(CommandContext).run

/** `goToPage` brings in a page that answers a command which the page in sight doesn't; the command waits for it. */
export const CommandProvider = ({ goToPage, children }: { readonly goToPage: (command: PageCommand) => void; readonly children: ReactNode }) => {
  const [desk] = useState(() => createDesk(goToPage))
  return <CommandContext value={desk}>{children}</CommandContext>
}

const createDesk = (goToPage: (command: PageCommand) => void): CommandDesk => {
  const handlers = new Map<PageCommand, (() => void)[]>()
  let waiting: PageCommand | null = null
  return {
    run: (command) => {
      const handler = handlers.get(command)?.at(-1)
      if (handler !== undefined) return handler()
      if (command === 'back') return
      waiting = command
      goToPage(command)
    },
    register: (command, handler) => {
      handlers.set(command, [...(handlers.get(command) ?? []), handler])
      if (waiting === command) {
        waiting = null
        handler()
      }
      return () =>
        handlers.set(
          command,
          (handlers.get(command) ?? []).filter((other) => other !== handler),
        )
    },
  }
}
