import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping } from '#domain/importing/mapping'

interface NameOrderChoiceProps {
  readonly column: ColumnMapping
  readonly onChange: (order: 'last-first' | 'first-last') => void
}

/** How whole names are written in a column: « DURAND Camille » or « Camille Durand ». */
export const NameOrderChoice = ({ column, onChange }: NameOrderChoiceProps) => {
  const { t } = useTranslation('importing')
  if (column.target?.kind !== 'field' || column.target.field !== 'fullName') return null
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('columns.nameOrder')}
      value={column.nameOrder ?? ''}
      onChange={(order) => onChange(order === 'first-last' ? 'first-last' : 'last-first')}
      data={(['last-first', 'first-last'] as const).map((order) => ({ value: order, label: t(`columns.nameOrders.${order}`) }))}
    />
  )
}
