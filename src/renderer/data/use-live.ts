import { useEffect, useState, type DependencyList } from 'react'
import type { TableName } from '#domain/tables'
import type { Services } from '#data/services'
import { useDataClient } from '#data/use-data'

/**
 * The answer of a query, asked again whenever one of `tables` changed or `deps` did; `undefined` until the first answer.
 * While new deps load the last answer stays: give the page of one record a `key`, so that it never shows another one.
 * A query that fails throws into the error page of the route.
 */
export const useLive = <Value>(tables: readonly TableName[], query: (data: Services) => Promise<Value>, deps: DependencyList): Value | undefined => {
  const client = useDataClient()
  const [answer, setAnswer] = useState<Answer<Value>>({ kind: 'waiting' })

  useEffect(() => {
    let isOver = false
    let isRunning = false
    let isDirty = false
    const run = async (): Promise<void> => {
      if (isRunning) {
        isDirty = true
        return
      }
      isRunning = true
      do {
        isDirty = false
        const next = await query(client.services).then(
          (value): Answer<Value> => ({ kind: 'known', value }),
          (error: unknown): Answer<Value> => ({ kind: 'failed', error }),
        )
        if (!isOver) setAnswer(next)
      } while (isDirty && !isOver)
      isRunning = false
    }
    const stop = client.onChange((notice) => {
      if (notice.tables.some((table) => tables.includes(table))) void run()
    })
    void run()
    return () => {
      isOver = true
      stop()
    }
    // `query` and `tables` are written in place by the caller; `deps` say when they mean something new.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, ...deps])

  if (answer.kind === 'failed') throw answer.error
  return answer.kind === 'known' ? answer.value : undefined
}

type Answer<Value> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: unknown }
