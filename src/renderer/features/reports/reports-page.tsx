import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconFileTypePdf, IconReport } from '@tabler/icons-react'
import type { SavedFile, SaveProblem } from '#bridge/writing'
import type { FigureRef } from '#domain/indicators/figure'
import type { IsoDate } from '#domain/period'
import type { Result } from '#domain/result'
import type { AssociationYear } from '#domain/year'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { EmptyState } from '#ui/empty-state'
import { useOpenList } from '#ui/open-list'
import { Page } from '#ui/page'
import { showToast } from '#ui/toast'
import { useKeptState } from '#ui/use-kept-state'
import { useToday } from '#ui/use-today'
import { Waiting } from '#ui/waiting'
import { useTranslation } from 'react-i18next'
import { chosenPeriod, maskThreshold, ReportChoiceBar, type ReportChoice } from './report-choice.tsx'
import { listRule } from './list-rule.ts'
import { ReportView } from './report-view.tsx'
import type { ReportWords } from './report-words.ts'
import { savePdf, saveWorkbook } from './save-report.ts'
import { useReportWords } from './use-report-words.ts'
import styles from './reports.module.css'

interface ReportsPageProps {
  readonly onImport: () => void
}

/** Rapports: one report for the page, the workbook and the PDF. */
export const ReportsPage = ({ onImport }: ReportsPageProps) => {
  const { t } = useTranslation('reports')
  const today = useToday()
  const words = useReportWords()
  const years = useLive(['people', 'events', 'attendance', 'hours', 'settings'], (data) => data.figures.years(today), [today])
  const isEmpty = useLive(['people'], async (data) => (await data.records.count('people')) === 0, [])
  if (words === undefined || years === undefined || isEmpty === undefined)
    return (
      <Page title={t('title')}>
        <Waiting />
      </Page>
    )
  if (isEmpty) {
    return (
      <Page title={t('title')}>
        <EmptyState
          icon={<IconReport />}
          title={t('empty.title')}
          text={t('empty.text')}
          action={<Button onClick={onImport}>{t('empty.action')}</Button>}
        />
      </Page>
    )
  }
  return <Report words={words} years={years} today={today} />
}

interface ReportProps {
  readonly words: ReportWords
  readonly years: readonly AssociationYear[]
  readonly today: IsoDate
}

const tables = ['people', 'events', 'attendance', 'hours', 'roleKinds', 'territories', 'settings'] as const

const Report = ({ words, years, today }: ReportProps) => {
  const { t } = words
  const data = useData()
  const openList = useOpenList()
  const [choice, setChoice] = useKeptState('reports.choice', () => firstChoice(years, today))
  const period = chosenPeriod(choice, years)
  const options = {
    maskBelow: choice.masked ? maskThreshold : null,
    hourlyRate: choice.rate === null ? null : { euros: choice.rate, source: choice.rateSource.trim() },
  }
  const report = useLive(tables, async ({ figures }) => (period === null ? null : figures.report(period, options, today)), [
    period?.start,
    period?.end,
    options.maskBelow,
    choice.rate,
    choice.rateSource,
    today,
  ])
  const open = (ref: FigureRef, title: string): void => {
    if (report === undefined || report === null) return
    void data.figures.people(ref, today).then((ids) => openList({ title, ...listRule(ref, report, words), ids }))
  }
  const say = (saved: Result<SavedFile, SaveProblem> | null): void => {
    if (saved === null) return
    if (!saved.ok) return showToast({ tone: 'problem', message: t(`saveProblems.${saved.error.kind}`, { file: saved.error.fileName }) })
    const file = saved.value
    showToast({
      message: t('saved', { file: file.fileName, folder: file.folder }),
      action: { label: t('showFile'), run: () => void window.desktop.revealSaved(file) },
    })
  }
  return (
    <div className={styles['page']}>
      <Page
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          report !== undefined && report !== null ? (
            <>
              <Button
                variant="default"
                leftSection={<IconFileTypePdf size={16} />}
                onClick={() => void savePdf(window.desktop, report, words).then(say)}
              >
                {t('savePdf')}
              </Button>
              <Button leftSection={<IconFileSpreadsheet size={16} />} onClick={() => void saveWorkbook(window.desktop, report, words).then(say)}>
                {t('saveWorkbook')}
              </Button>
            </>
          ) : undefined
        }
        filters={<ReportChoiceBar choice={choice} years={years} onChange={setChoice} />}
      >
        {report === null && <p role="alert">{t('choice.wrongOrder')}</p>}
        {report !== undefined && report !== null && <ReportView report={report} words={words} onOpenList={open} />}
      </Page>
    </div>
  )
}

/** The last year that is over, since that is the one to report on; else the running one. */
const firstChoice = (years: readonly AssociationYear[], today: IsoDate): ReportChoice => {
  const year = years.findLast(({ end }) => end < today) ?? years.at(-1)
  return { key: year?.key ?? null, start: year?.start ?? today, end: year?.end ?? today, masked: false, rate: null, rateSource: '' }
}
