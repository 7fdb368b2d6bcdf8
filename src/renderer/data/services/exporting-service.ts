import type { ExportRequest, PreparedExport } from '#data/export-contract'
import { exportTables, listToExport, type ExportedList } from '#data/export-rows'
import type { FactsMirror } from '#data/facts-mirror'
import type { Store } from '#data/store'

/** Lists on their way out: made here, page by page, relayed by the window, written by main. */
export interface ExportingService {
  /** Gathers what the list holds at this moment; later changes are not in it. */
  readonly prepare: (request: ExportRequest) => Promise<PreparedExport>
  /** UTF-8 JSON of `OutputCell[][]`, for `sendRows`; null past the end, and for an export that was let go. */
  readonly rows: (exportId: string, from: number, count: number) => Promise<Uint8Array | null>
  readonly end: (exportId: string) => Promise<void>
}

export const createExportingService = (store: Store, facts: Pick<FactsMirror, 'columns'>): ExportingService => {
  const lists = new Map<string, ExportedList>()
  let started = 0
  return {
    prepare: async (request) => {
      await store.mirror.load(...exportTables(request))
      const list = listToExport(store.mirror, request, await facts.columns())
      started += 1
      const exportId = String(started)
      lists.set(exportId, list)
      return {
        exportId,
        sheet: { name: request.sheetName, notes: request.notes, columns: list.columns },
        rowCount: list.rowCount,
        leftOut: list.leftOut,
      }
    },
    rows: async (exportId, from, count) => {
      const list = lists.get(exportId)
      if (list === undefined || from >= list.rowCount) return null
      const rows = Array.from({ length: Math.min(count, list.rowCount - from) }, (_, index) => list.row(from + index))
      return new TextEncoder().encode(JSON.stringify(rows))
    },
    end: async (exportId) => {
      lists.delete(exportId)
    },
  }
}
