import { useEffect, useState, useSyncExternalStore } from 'react'
import type { TableName } from '#domain/tables'
import type { PeopleQuery } from '#data/people-query'
import { useDataClient } from '#data/use-data'
import { createPeoplePages, type PeoplePages, type ShownList } from './people-pages.ts'

const shownTables: ReadonlySet<TableName> = new Set([
  'people',
  'tags',
  'roleKinds',
  'events',
  'attendance',
  'hours',
  'territories',
  'organisations',
  'customFields',
  'communities',
  'communityMembers',
])

/** The list of a query, page by page, kept up to date. */
export const usePeopleList = (query: PeopleQuery): { readonly list: ShownList; readonly see: PeoplePages['see'] } => {
  const client = useDataClient()
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  const [pages] = useState(() => createPeoplePages(client.services.people, (error) => setFailure({ error })))
  const list = useSyncExternalStore(pages.subscribe, pages.shown)
  useEffect(() => pages.ask(query), [pages, query])
  useEffect(
    () =>
      client.onChange(({ tables }) => {
        if (tables.some((table) => shownTables.has(table))) pages.refresh()
      }),
    [client, pages],
  )
  if (failure !== null) throw failure.error
  return { list, see: pages.see }
}
