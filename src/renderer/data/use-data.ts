import { createContext, use, useSyncExternalStore } from 'react'
import type { DataClient } from '#data/client'
import type { Services } from '#data/services'
import type { DataStatus, StartState } from '#data/start-state'

/** Given once by the app (or a test), above everything that reads data. */
export const DataContext = createContext<DataClient | null>(null)

export const useDataClient = (): DataClient => {
  const client = use(DataContext)
  if (client === null) throw new Error('No DataContext above this component')
  return client
}

/** The services: `const data = useData()`, then `await data.records.save(…)` in an event handler. To show data, `useLive`. */
export const useData = (): Services => useDataClient().services

/** How the start went: the shell shows the app only when it is `ready`. */
export const useStartState = (): StartState => {
  const client = useDataClient()
  return useSyncExternalStore(client.subscribe, client.startState)
}

/** Journal, backups, disk, undo: what the shell shows all along. */
export const useDataStatus = (): DataStatus => {
  const client = useDataClient()
  return useSyncExternalStore(client.subscribe, client.status)
}
