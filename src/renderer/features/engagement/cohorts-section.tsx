import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CohortBasis, CohortTable, CohortTableRow } from '#domain/indicators/figure'
import type { IsoDate } from '#domain/period'
import { CohortCurves } from '#charts/cohort-curves'
import { CohortMap } from '#charts/cohort-map'
import type { ChartTable } from '#charts/table'
import { useFormat } from '#i18n/setup'
import { useKeptState } from '#ui/use-kept-state'
import { SavedChart } from './saved-chart.tsx'
import { useOpenFigure } from './use-figures.ts'
import type { RuleWords } from '#i18n/rule-words'
import { yearLabel } from './year-label.ts'
import styles from './engagement.module.css'

const bases = ['activity', 'joining'] as const

interface CohortsSectionProps {
  readonly cohorts: Readonly<Record<CohortBasis, CohortTable>>
  readonly rules: RuleWords
  readonly today: IsoDate
}

/** Who stays, by year of arrival: as a map whose cells open their lists, and as curves. */
export const CohortsSection = ({ cohorts, rules, today }: CohortsSectionProps) => {
  const { t } = useTranslation(['engagement', 'common'])
  const format = useFormat()
  const open = useOpenFigure(today)
  const [basis, setBasis] = useKeptState<CohortBasis>('engagement.basis', () => 'activity')
  const { rows, undated } = cohorts[basis]
  const filled = rows.filter(({ size }) => size > 0)
  const width = Math.max(0, ...filled.map(({ cells }) => cells.length))
  const later = (offset: number): string => (offset === 0 ? t('cohorts.yearZero') : t('cohorts.yearLater', { count: offset }))
  const rule = [rules.cohorts, t('cohorts.running'), undated > 0 ? t('cohorts.undated', { count: undated }) : '']
    .filter((part) => part !== '')
    .join(' ')
  const short = t('cohorts.short', { basis: t(`cohorts.bases.${basis}`) })
  const openCell = (row: CohortTableRow, offset: number): void => {
    const cell = row.cells[offset]
    if (cell !== null && cell !== undefined)
      open(cell.ref, t('cohorts.list', { cohort: yearLabel(row.year), later: later(offset) }), rules.cohorts, short)
  }
  const offsets = Array.from({ length: width }, (_, offset) => offset)
  const table: ChartTable = {
    rowHeader: t('cohorts.cohort'),
    columns: [{ header: t('cohorts.size'), kind: 'integer' }, ...offsets.map((offset) => ({ header: later(offset), kind: 'percent' as const }))],
    rows: filled.map((row) => ({
      label: yearLabel(row.year),
      cells: [
        {
          text: format.number(row.size),
          value: row.size,
          onPick: () => open(row.ref, `${t('cohorts.cohort')} ${yearLabel(row.year)}`, rules.cohorts, short),
        },
        ...offsets.map((offset) => {
          const cell = row.cells[offset]
          return cell === null || cell === undefined
            ? { text: '', value: null }
            : { text: format.percent(cell.share), value: cell.share, onPick: () => openCell(row, offset) }
        }),
      ],
    })),
  }
  const [mapTitle, curvesTitle] = [t('cohorts.title'), t('cohorts.curvesTitle')]
  return (
    <div className={styles['sections']}>
      <SavedChart
        title={mapTitle}
        rule={rule}
        table={table}
        controls={
          <NativeSelect
            size="xs"
            aria-label={t('cohorts.basis')}
            value={basis}
            onChange={(event) => setBasis(bases.find((known) => known === event.currentTarget.value) ?? 'activity')}
            data={bases.map((value) => ({ value, label: t(`cohorts.bases.${value}`) }))}
          />
        }
      >
        <CohortMap
          headers={{ cohort: t('cohorts.cohort'), size: t('cohorts.size'), years: offsets.map(later) }}
          rows={filled.map((row) => ({
            label: yearLabel(row.year),
            size: format.number(row.size),
            cells: row.cells.map((cell, offset) =>
              cell === null
                ? null
                : {
                    share: cell.share,
                    text: format.percent(cell.share),
                    description: t('cohorts.cell', {
                      cohort: yearLabel(row.year),
                      later: later(offset),
                      percent: format.percent(cell.share),
                      count: cell.count,
                      size: row.size,
                    }),
                    onPick: () => openCell(row, offset),
                  },
            ),
          }))}
        />
      </SavedChart>
      {width > 1 && (
        <SavedChart title={curvesTitle} rule={rules.cohorts} table={table}>
          <CohortCurves
            name={curvesTitle}
            xLabel={later}
            percent={(share) => format.percent(share)}
            curves={filled.map((row) => ({ label: yearLabel(row.year), shares: row.cells.map((cell) => cell?.share ?? null) }))}
          />
        </SavedChart>
      )}
    </div>
  )
}
