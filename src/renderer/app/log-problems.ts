import type { DesktopApi } from '#bridge/desktop-api'

/** Sends to the log file whatever nobody caught: a bug in an event handler, a promise left alone. Pages that fail have their error page. */
export const logProblems = (target: Window, desktop: Pick<DesktopApi, 'logProblem'>): void => {
  const log = (where: string, thrown: unknown): void => {
    const { message, stack } =
      thrown instanceof Error ? { message: `${thrown.name}: ${thrown.message}`, stack: thrown.stack ?? '' } : { message: String(thrown), stack: '' }
    void desktop.logProblem({ where, message: message.slice(0, 2000), stack: stack.slice(0, 10_000) })
  }
  target.addEventListener('error', (event) => log('window', event.error ?? event.message))
  target.addEventListener('unhandledrejection', (event) => log('promise', event.reason))
}
