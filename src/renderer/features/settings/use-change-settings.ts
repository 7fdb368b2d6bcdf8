import type { Settings } from '#domain/settings'
import { useData } from '#data/use-data'
import { useReportWrite } from '#ui/report-write'

/** Keeps some settings at once; says so only when it could not. */
export const useChangeSettings = (): ((settings: Partial<Omit<Settings, 'id'>>) => void) => {
  const data = useData()
  const report = useReportWrite()
  return (settings) => void data.settings.change(settings).then(report)
}
