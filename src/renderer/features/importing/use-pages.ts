import { useEffect, useRef, useState } from 'react'
import type { Page } from '#data/importing-contract'

export interface Pages<Item> {
  /** null until the first answer. */
  readonly total: number | null
  /** undefined while its page is on its way. */
  readonly itemAt: (index: number) => Item | undefined
  /** First and last positions in sight: their pages are fetched. */
  readonly onRange: (first: number, last: number) => void
}

const pageSize = 60

/**
 * A long list fetched page by page. When `version` moves, what is in sight is fetched again and stays on screen meanwhile;
 * when the list itself is another one, give its component another `key`.
 */
export const usePages = <Item>(fetchPage: (from: number, count: number) => Promise<Page<Item>>, version: number): Pages<Item> => {
  const [known, setKnown] = useState<{ readonly total: number | null; readonly pages: ReadonlyMap<number, readonly Item[]> }>({
    total: null,
    pages: new Map(),
  })
  const range = useRef({ first: 0, last: 0 })
  const asked = useRef(new Map<number, number>())
  const fetchLatest = useRef(fetchPage)
  fetchLatest.current = fetchPage
  const latest = useRef(version)

  const fetchRange = (isFresh: boolean): void => {
    const first = Math.floor(range.current.first / pageSize)
    const last = Math.floor(range.current.last / pageSize)
    for (let page = first; page <= last; page += 1) {
      if (!isFresh && asked.current.get(page) === latest.current) continue
      asked.current.set(page, latest.current)
      const at = latest.current
      void fetchLatest.current(page * pageSize, pageSize).then(({ items, total }) => {
        if (at === latest.current) setKnown(({ pages }) => ({ total, pages: new Map(pages).set(page, items) }))
      })
    }
  }

  useEffect(() => {
    latest.current = version
    fetchRange(true)
    // The function is made anew at each render; the version says when it answers something else.
  }, [version])

  return {
    total: known.total,
    itemAt: (index) => known.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    onRange: (first, last) => {
      range.current = { first, last }
      fetchRange(false)
    },
  }
}
