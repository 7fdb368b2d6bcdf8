import { useTranslation } from 'react-i18next'
import type { FigureRef } from '#domain/indicators/figure'
import type { IsoDate } from '#domain/period'
import type { Result } from '#domain/result'
import type { OutputCell, OutputSheet, SavedFile, SaveProblem } from '#bridge/writing'
import type { ChartTable } from '#charts/table'
import { useData } from '#data/use-data'
import { currentLanguage } from '#i18n/setup'
import { useOpenList } from '#ui/open-list'
import { showToast } from '#ui/toast'

/** Opens the list of the people that a figure counted, under its rule; `shortRule` is what the list shows of a long one. */
export const useOpenFigure = (today: IsoDate): ((ref: FigureRef, title: string, rule: string, shortRule?: string) => void) => {
  const data = useData()
  const openList = useOpenList()
  return (ref, title, rule, shortRule) => {
    void data.figures.people(ref, today).then((ids) => openList({ title, rule, shortRule, ids }))
  }
}

/** Saves a chart as a picture or as a spreadsheet and says where it went. */
export const useSaveChart = () => {
  const { t } = useTranslation(['engagement', 'common'])
  const say = (saved: Result<SavedFile, SaveProblem> | null): void => {
    if (saved === null) return
    if (!saved.ok) return showToast({ tone: 'problem', message: t('exportFailed', { file: saved.error.fileName }) })
    const file = saved.value
    showToast({
      message: t('exported', { file: file.fileName, folder: file.folder }),
      action: { label: t('showFile'), run: () => void window.desktop.revealSaved(file) },
    })
  }
  return {
    saveImage: async (title: string, bytes: Uint8Array): Promise<void> =>
      say(await window.desktop.saveBytes({ suggestedName: `${fileNameOf(title)}.png`, bytes })),
    saveTable: async (title: string, rule: string, table: ChartTable): Promise<void> => {
      const started = await window.desktop.startTable({
        suggestedName: `${fileNameOf(title)}.xlsx`,
        format: 'xlsx',
        sheets: [sheetOf(title, rule, table)],
        language: currentLanguage(),
      })
      if (started === null) return
      const rows: readonly (readonly OutputCell[])[] = table.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)])
      await window.desktop.sendRows({ ...started, sheet: 0, rows: new TextEncoder().encode(JSON.stringify(rows)) })
      say(await window.desktop.finishTable(started))
    },
  }
}

const sheetOf = (title: string, rule: string, table: ChartTable): OutputSheet => ({
  name: title.slice(0, 31),
  notes: [title, rule],
  columns: [{ header: table.rowHeader, kind: 'text', width: null }, ...table.columns.map(({ header, kind }) => ({ header, kind, width: null }))],
})

/** A title without the signs that file systems refuse. */
const fileNameOf = (title: string): string =>
  title
    .replace(/[\\/:*?"<>|\u00A0\u202F]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
