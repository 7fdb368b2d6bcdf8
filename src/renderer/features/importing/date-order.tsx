import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ColumnOverview, DateExample } from '#data/importing-contract'
import type { ColumnMapping, DateOrder } from '#domain/importing/mapping'
import { useFormat } from '#i18n/setup'
import classes from './columns.module.css'

interface DateOrderChoiceProps {
  readonly column: ColumnMapping
  readonly overview: ColumnOverview
  readonly onChange: (order: DateOrder) => void
}

/** How the dates of a column are read, always with an example; asked when both readings are possible. */
export const DateOrderChoice = ({ column, overview, onChange }: DateOrderChoiceProps) => {
  const { t } = useTranslation('importing')
  const format = useFormat()
  const example = overview.dateExample
  if (column.dateOrder === null || example === null) return null
  const read = (order: Exclude<DateOrder, 'ambiguous'>): string => {
    const date = example[order]
    return date === null ? t('columns.noSuchDate') : format.date(date)
  }
  if (column.dateOrder === 'ambiguous') {
    return (
      <div className={classes['ask']} role="group" aria-label={t('columns.dateAsk')} data-asks>
        <p className={classes['askTitle']}>{t('columns.dateAsk')}</p>
        <SegmentedControl
          size="xs"
          orientation="vertical"
          fullWidth
          value=""
          onChange={(order) => isOrder(order) && onChange(order)}
          data={ordersOf(example).map((order) => ({ value: order, label: t('columns.dateExample', { raw: example.from, date: read(order) }) }))}
        />
      </div>
    )
  }
  return (
    <div className={classes['dateLine']}>
      <span>{t('columns.dateExample', { raw: example.from, date: read(column.dateOrder) })}</span>
      <SegmentedControl
        size="xs"
        aria-label={t('columns.dateOrder')}
        value={column.dateOrder}
        onChange={(order) => isOrder(order) && onChange(order)}
        data={(['dmy', 'mdy', 'ymd'] as const).map((order) => ({ value: order, label: t(`columns.dateOrders.${order}`) }))}
      />
    </div>
  )
}

const ordersOf = (example: DateExample): readonly (keyof Omit<DateExample, 'from'>)[] =>
  (['dmy', 'mdy', 'ymd'] as const).filter((order) => example[order] !== null)
const isOrder = (value: string): value is 'dmy' | 'mdy' | 'ymd' => value === 'dmy' || value === 'mdy' || value === 'ymd'
