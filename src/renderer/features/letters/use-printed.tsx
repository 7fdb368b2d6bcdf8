import { useState, type ReactNode } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { SavedFile, SaveProblem } from '#bridge/writing'
import type { Result } from '#domain/result'
import classes from './letters.module.css'

export interface Printing {
  /** Put it anywhere in the page: it is only seen on paper. */
  readonly printed: ReactNode
  /** Prints these pages instead of the window; null when the user gave up. */
  readonly print: (pages: ReactNode, suggestedName: string) => Promise<Result<SavedFile, SaveProblem> | null>
}

/** Pages that exist on paper only, while they are printed. */
export const usePrinted = (): Printing => {
  const [pages, setPages] = useState<ReactNode>(null)
  return {
    printed: pages === null ? null : createPortal(<div className={classes['printed']}>{pages}</div>, document.body),
    print: async (content, suggestedName) => {
      flushSync(() => setPages(content))
      document.body.dataset['paper'] = ''
      await document.fonts.ready
      return window.desktop.savePdf({ suggestedName: `${suggestedName}.pdf`, foot: false }).finally(() => {
        delete document.body.dataset['paper']
        setPages(null)
      })
    },
  }
}
