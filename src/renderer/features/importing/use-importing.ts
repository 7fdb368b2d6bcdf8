import { proxy } from 'comlink'
import { useSyncExternalStore } from 'react'
import type { DataClient } from '#data/client'
import type { ImportingService } from '#data/importing-contract'
import { useDataClient } from '#data/use-data'
import type { FlowState } from './flow-state.ts'
import { createImportFlow, type ImportFlow } from './import-flow.ts'

interface ImportRoom {
  readonly importing: ImportingService
  readonly flow: ImportFlow
}

/** One room a client of the data thread: the import under way outlives the page, and a Comlink proxy must keep its identity between renders. */
const rooms = new WeakMap<DataClient, ImportRoom>()

const roomOf = (client: DataClient): ImportRoom => {
  const known = rooms.get(client)
  if (known !== undefined) return known
  const { importing } = client.services
  // What every import needs is on its way before a file is chosen.
  void importing.prepare()
  const room: ImportRoom = {
    importing,
    flow: createImportFlow({ desktop: window.desktop, importing, forDataThread: (onProgress) => proxy(onProgress) }),
  }
  rooms.set(client, room)
  return room
}

export const useImporting = (): ImportingService => roomOf(useDataClient()).importing

export const useImportFlow = (): { readonly flow: ImportFlow; readonly state: FlowState } => {
  const { flow } = roomOf(useDataClient())
  return { flow, state: useSyncExternalStore(flow.subscribe, flow.state) }
}
