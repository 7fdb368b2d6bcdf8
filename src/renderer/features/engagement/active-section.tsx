import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ActiveMonths } from '#domain/indicators/figure'
import type { IsoDate } from '#domain/period'
import { ActiveChart } from '#charts/active-chart'
import type { ChartTable } from '#charts/table'
import { useFormat } from '#i18n/setup'
import { useKeptState } from '#ui/use-kept-state'
import { SavedChart } from './saved-chart.tsx'
import { useOpenFigure } from './use-figures.ts'
import type { RuleWords } from '#i18n/rule-words'

const ranges = ['two', 'five', 'all'] as const
const monthsOf = { two: 24, five: 60, all: Number.POSITIVE_INFINITY } as const

/** Active people, month by month. */
export const ActiveSection = ({
  months: { months },
  rules,
  today,
}: {
  readonly months: ActiveMonths
  readonly rules: RuleWords
  readonly today: IsoDate
}) => {
  const { t } = useTranslation(['engagement', 'common'])
  const format = useFormat()
  const open = useOpenFigure(today)
  const [range, setRange] = useKeptState<(typeof ranges)[number]>('engagement.range', () => 'five')
  const shown = months.slice(-monthsOf[range])
  const title = t('months.title')
  const points = shown.map(({ month, count, ref }, index) => ({
    label: format.month(month),
    tick: month.endsWith('-01') || (index === 0 && Number(month.slice(5)) <= 8) ? month.slice(0, 4) : '',
    count,
    onPick: () => open(ref, t('months.list', { month: format.month(month) }), rules.active),
  }))
  const table: ChartTable = {
    rowHeader: t('months.month'),
    columns: [{ header: t('months.active'), kind: 'integer' }],
    rows: points.toReversed().map(({ label, count, onPick }) => ({ label, cells: [{ text: format.number(count), value: count, onPick }] })),
  }
  return (
    <SavedChart
      title={title}
      rule={rules.active}
      table={table}
      controls={
        months.length > 24 && (
          <SegmentedControl
            size="xs"
            aria-label={t('months.range')}
            value={range}
            onChange={(value) => setRange(ranges.find((known) => known === value) ?? 'all')}
            data={ranges.map((value) => ({ value, label: t(`months.ranges.${value}`) }))}
          />
        )
      }
    >
      <ActiveChart name={title} points={points} lastLabel={format.number(shown.at(-1)?.count ?? 0)} unit={(count) => t('common:people', { count })} />
    </SavedChart>
  )
}
