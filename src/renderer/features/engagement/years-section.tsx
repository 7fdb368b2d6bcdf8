import { useTranslation } from 'react-i18next'
import type { FirstYearTable, YearStatesRow, YearStatesTable } from '#domain/indicators/figure'
import type { IsoDate } from '#domain/period'
import { ShareBars } from '#charts/share-bars'
import type { ChartTable } from '#charts/table'
import { YearStatesChart } from '#charts/year-states-chart'
import { useFormat } from '#i18n/setup'
import { SavedChart } from './saved-chart.tsx'
import { useOpenFigure } from './use-figures.ts'
import type { RuleWords } from '#i18n/rule-words'
import { yearLabel } from './year-label.ts'
import styles from './engagement.module.css'

interface YearsSectionProps {
  readonly years: YearStatesTable
  readonly firstYears: FirstYearTable
  readonly rules: RuleWords
  readonly today: IsoDate
}

/** New, kept, returned and lapsed, year by year; the retention rate; what became of the new ones. */
export const YearsSection = ({ years, firstYears, rules, today }: YearsSectionProps) => (
  <div className={styles['sections']}>
    <StatesChart rows={years.rows} rules={rules} today={today} />
    <RateChart rows={years.rows} rules={rules} today={today} />
    <FirstYearChart table={firstYears} rules={rules} today={today} />
  </div>
)

interface ChartProps {
  readonly rules: RuleWords
  readonly today: IsoDate
}
const columns = ['active', 'newcomers', 'kept', 'returned', 'lapsed', 'died'] as const

const StatesChart = ({ rows, rules, today }: ChartProps & { readonly rows: readonly YearStatesRow[] }) => {
  const { t } = useTranslation(['engagement', 'common'])
  const format = useFormat()
  const open = useOpenFigure(today)
  const title = t('years.title')
  const last = rows.at(-1)
  const first = rows[0]
  const rule = [
    rules.states,
    last !== undefined && !last.isOver ? t('years.running', { year: yearLabel(last.year) }) : '',
    first?.isFirstRecorded === true ? t('years.firstRecorded', { year: yearLabel(first.year) }) : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
  const openState = (row: YearStatesRow, state: (typeof columns)[number]): void => {
    const { ref } = state === 'active' ? row.active : row.states[state]
    const year = yearLabel(row.year)
    open(ref, t(`years.list.${state}`, { year }), rules.states, t(`years.short.${state}`, { year }))
  }
  const table: ChartTable = {
    rowHeader: t('years.year'),
    columns: [
      ...columns.map((state) => ({ header: t(`years.columns.${state}`), kind: 'integer' as const })),
      { header: t('years.columns.retention'), kind: 'percent' },
    ],
    rows: rows.toReversed().map((row) => ({
      label: yearLabel(row.year),
      cells: [
        ...columns.map((state) => {
          const { count } = state === 'active' ? row.active : row.states[state]
          return { text: format.number(count), value: count, onPick: count === 0 ? undefined : () => openState(row, state) }
        }),
        { text: row.retention === null ? '–' : format.percent(row.retention), value: row.retention },
      ],
    })),
  }
  return (
    <SavedChart title={title} rule={rule} table={table}>
      <YearStatesChart
        name={title}
        words={{
          kept: t('years.states.kept'),
          returned: t('years.states.returned'),
          newcomers: t('years.states.newcomers'),
          lapsed: t('years.states.lapsed'),
        }}
        describe={(year, state, count) => t('years.segment', { year, state: t(`years.counted.${state}`, { count }) })}
        years={rows.map((row) => ({
          label: yearLabel(row.year),
          counts: {
            kept: row.states.kept.count,
            returned: row.states.returned.count,
            newcomers: row.states.newcomers.count,
            lapsed: row.states.lapsed.count,
          },
          onPick: (state) => openState(row, state),
        }))}
      />
    </SavedChart>
  )
}

const RateChart = ({ rows, rules, today }: ChartProps & { readonly rows: readonly YearStatesRow[] }) => {
  const { t } = useTranslation(['engagement', 'common'])
  const format = useFormat()
  const open = useOpenFigure(today)
  const title = t('rate.title')
  const rule = `${t('rate.rule')} ${rules.years}`
  const known = rows.filter(({ retentionBase }) => retentionBase > 0)
  const openKept = (row: YearStatesRow): void => {
    const year = yearLabel(row.year)
    open(row.states.kept.ref, t('years.list.kept', { year }), rule, t('years.short.kept', { year }))
  }
  const table: ChartTable = {
    rowHeader: t('years.year'),
    columns: [
      { header: t('rate.title'), kind: 'percent' },
      { header: t('years.columns.kept'), kind: 'integer' },
    ],
    rows: known.toReversed().map((row) => ({
      label: yearLabel(row.year),
      cells: [
        { text: row.retention === null ? '–' : format.percent(row.retention), value: row.retention },
        { text: t('rate.list', { kept: row.states.kept.count, base: row.retentionBase }), value: row.states.kept.count, onPick: () => openKept(row) },
      ],
    })),
  }
  if (known.length === 0) return null
  return (
    <SavedChart title={title} rule={rule} table={table}>
      <ShareBars
        bars={known.map((row) => {
          const [year, rate] = [yearLabel(row.year), row.retention === null ? t('rate.nothing') : format.percent(row.retention)]
          return {
            label: year,
            share: row.retention,
            text: rate,
            description: t('rate.description', { count: row.states.kept.count, base: row.retentionBase }),
            onPick: () => openKept(row),
          }
        })}
      />
    </SavedChart>
  )
}

const FirstYearChart = ({ table: { rows }, rules, today }: ChartProps & { readonly table: FirstYearTable }) => {
  const { t } = useTranslation(['engagement', 'common'])
  const format = useFormat()
  const open = useOpenFigure(today)
  const title = t('firstYear.title')
  const rule = `${t('firstYear.rule')} ${rules.years}`
  const known = rows.filter(({ newcomers }) => newcomers.count > 0)
  const table: ChartTable = {
    rowHeader: t('years.year'),
    columns: [
      { header: t('firstYear.columns.newcomers'), kind: 'integer' },
      { header: t('firstYear.columns.renewed'), kind: 'integer' },
      { header: t('firstYear.columns.rate'), kind: 'percent' },
    ],
    rows: known.toReversed().map((row) => {
      const year = yearLabel(row.year)
      return {
        label: year,
        cells: [
          {
            text: format.number(row.newcomers.count),
            value: row.newcomers.count,
            onPick: () => open(row.newcomers.ref, t('years.list.newcomers', { year }), rule, t('years.short.newcomers', { year })),
          },
          {
            text: format.number(row.renewed.count),
            value: row.renewed.count,
            onPick: () => open(row.renewed.ref, t('firstYear.list', { year }), rule, t('firstYear.short', { year })),
          },
          { text: row.rate === null ? '–' : format.percent(row.rate), value: row.rate },
        ],
      }
    }),
  }
  if (known.length === 0) return null
  return (
    <SavedChart title={title} rule={rule} table={table}>
      <ShareBars
        tone={4}
        bars={known.map((row) => {
          const [year, rate] = [yearLabel(row.year), row.rate === null ? t('firstYear.nothing') : format.percent(row.rate)]
          return {
            label: year,
            share: row.rate,
            text: rate,
            description: t('firstYear.description', { renewed: row.renewed.count, newcomers: row.newcomers.count }),
            onPick: () => open(row.renewed.ref, t('firstYear.list', { year }), rule, t('firstYear.short', { year })),
          }
        })}
      />
    </SavedChart>
  )
}
