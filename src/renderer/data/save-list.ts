import type { SavedFile, SaveProblem, WritingApi } from '#bridge/writing'
import type { Result } from '#domain/result'
import type { ExportRequest, PreparedExport } from '#data/export-contract'
import type { ExportingService } from '#data/services/exporting-service'

/** How an export ended; `given-up`: in the dialog, or by « Annuler ». */
export type ListSaved =
  | { readonly kind: 'given-up' }
  | {
      readonly kind: 'done'
      readonly outcome: Result<SavedFile, SaveProblem>
      readonly rowCount: number
      readonly leftOut: PreparedExport['leftOut']
    }

export interface SaveListOptions {
  readonly suggestedName: string
  readonly onProgress: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/** Small enough for « Annuler » to be heard at once and for the window never to notice; main takes each page before the next one is made. */
const pageRows = 2_000

/** In the window: carries the rows of an export from the data thread to main, without looking at them. */
export const saveList = async (
  exporting: ExportingService,
  desktop: Pick<WritingApi, 'startTable' | 'sendRows' | 'finishTable' | 'cancelTable'>,
  request: ExportRequest,
  { suggestedName, onProgress, signal }: SaveListOptions,
): Promise<ListSaved> => {
  const { exportId, sheet, rowCount, leftOut } = await exporting.prepare(request)
  try {
    const save = await desktop.startTable({ suggestedName, format: request.format, sheets: [sheet], language: request.language })
    if (save === null) return { kind: 'given-up' }
    for (let from = 0; from < rowCount; from += pageRows) {
      const rows = await exporting.rows(exportId, from, pageRows)
      if (signal.aborted || rows === null) {
        await desktop.cancelTable(save)
        return { kind: 'given-up' }
      }
      await desktop.sendRows({ ...save, sheet: 0, rows })
      onProgress(Math.min(from + pageRows, rowCount), rowCount)
    }
    return { kind: 'done', outcome: await desktop.finishTable(save), rowCount, leftOut }
  } finally {
    await exporting.end(exportId)
  }
}
