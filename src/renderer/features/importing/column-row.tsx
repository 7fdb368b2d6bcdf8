import type { ComboboxItem, ComboboxItemGroup } from '@mantine/core'
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnOverview } from '#data/importing-contract'
import type { CustomField } from '#domain/custom-field'
import type { ColumnMapping } from '#domain/importing/mapping'
import type { RoleKind } from '#domain/role'
import { DateOrderChoice } from './date-order.tsx'
import { NameOrderChoice } from './name-order.tsx'
import { TargetDetails } from './target-details.tsx'
import { TargetSelect } from './target-select.tsx'
import { targetToValue, valueToTarget } from './target-options.ts'
import classes from './columns.module.css'

interface ColumnRowProps {
  readonly column: ColumnMapping
  readonly overview: ColumnOverview
  readonly options: readonly ComboboxItemGroup<ComboboxItem>[]
  readonly customFields: readonly CustomField[]
  readonly roleKinds: readonly RoleKind[]
  readonly onChange: (column: ColumnMapping) => void
}

const Row = ({ column, overview, options, customFields, roleKinds, onChange }: ColumnRowProps) => {
  const { t } = useTranslation('importing')
  return (
    <li className={classes['column']} data-left-out={column.target === null || undefined}>
      <div className={classes['columnHeader']}>
        <span className={classes['columnName']}>{column.header}</span>
        {overview.sensitive && <IconAlertTriangle size={15} className={classes['warnIcon']} aria-label={t('columns.sensitiveTitle')} />}
      </div>
      <div className={classes['samples']}>
        {overview.samples.length === 0 ? <em>{t('columns.noSamples')}</em> : overview.samples.map((sample) => <span key={sample}>{sample}</span>)}
      </div>
      <IconArrowRight size={16} className={classes['arrow']} aria-hidden />
      <div className={classes['target']}>
        <TargetSelect
          label={t('columns.chooseTarget', { header: column.header })}
          options={options}
          value={targetToValue(column.target)}
          onChange={(value) => onChange({ ...column, target: valueToTarget(value, column, customFields, roleKinds) })}
        />
        <TargetDetails target={column.target} roleKinds={roleKinds} onChange={(target) => onChange({ ...column, target })} />
        <NameOrderChoice column={column} onChange={(nameOrder) => onChange({ ...column, nameOrder })} />
        <DateOrderChoice column={column} overview={overview} onChange={(dateOrder) => onChange({ ...column, dateOrder })} />
      </div>
    </li>
  )
}

/** One column of the file: its name, what is in it, and what it becomes. */
export const ColumnRow = memo(Row)
