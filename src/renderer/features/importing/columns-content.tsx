import { NumberInput } from '@mantine/core'
import { memo, useCallback, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOverview } from '#data/importing-contract'
import type { ColumnMapping, ImportMapping } from '#domain/importing/mapping'
import { ColumnRow } from './column-row.tsx'
import { GivenEvent } from './given-event.tsx'
import { GivenRole } from './given-role.tsx'
import { HeaderChoice } from './header-choice.tsx'
import type { ImportFlow } from './import-flow.ts'
import { sensitiveColumns } from './sensitive-columns.ts'
import { SensitiveWarning } from './sensitive-warning.tsx'
import { SheetChoice } from './sheet-choice.tsx'
import { SheetSource } from './sheet-source.tsx'
import { useTargetOptions } from './use-target-options.ts'
import shared from './importing.module.css'
import classes from './columns.module.css'

/** As many columns as a small window shows: the others are drawn just after, so that the window is never held up. */
const columnsAtFirst = 6

interface ColumnsContentProps {
  readonly overview: ImportOverview
  readonly flow: ImportFlow
  readonly keepsSensitive: boolean
  readonly onKeepSensitive: (keeps: boolean) => void
}

const Content = ({ overview, flow, keepsSensitive, onKeepSensitive }: ColumnsContentProps) => {
  const { t } = useTranslation('importing')
  const { mapping, columns } = overview
  const options = useTargetOptions(overview)
  const drawn = useDeferredValue(mapping.columns.length, columnsAtFirst)
  const setMapping = (next: ImportMapping): void => void flow.setMapping(next)
  const setColumn = useCallback((column: ColumnMapping): void => void flow.setColumn(column), [flow])
  const sensitive = sensitiveColumns(overview)
  const leaveOut = (): void =>
    setMapping({ ...mapping, columns: mapping.columns.map((column) => (sensitive.includes(column) ? { ...column, target: null } : column)) })
  const leftOut = mapping.columns.filter(({ target }) => target === null).length
  const hasTwoDigitYears = columns.some((column, position) => column.twoDigitYears && mapping.columns[position]?.target !== null)
  return (
    <div className={shared['scrolling']}>
      <SheetSource overview={overview} flow={flow} />
      <div className={classes['sentences']}>
        <SheetChoice overview={overview} flow={flow} />
        {mapping.subject === 'people' && <GivenRole mapping={mapping} roleKinds={overview.roleKinds} onChange={setMapping} />}
        {mapping.subject === 'people' && <GivenEvent mapping={mapping} onChange={setMapping} />}
      </div>
      <HeaderChoice overview={overview} flow={flow} />
      {sensitive.length > 0 && (
        <SensitiveWarning
          headers={sensitive.map(({ header }) => header)}
          kept={keepsSensitive}
          onKeep={() => onKeepSensitive(true)}
          onLeaveOut={leaveOut}
        />
      )}
      <div className={classes['columnsHead']} aria-hidden>
        <span>{t('columns.column')}</span>
        <span>{t('columns.samples')}</span>
        <span />
        <span>{t('columns.becomes')}</span>
      </div>
      <ul className={classes['columns']}>
        {mapping.columns.slice(0, drawn).map((column, position) => {
          const details = columns[position]
          if (details === undefined) return null
          return (
            <ColumnRow
              key={column.index}
              column={column}
              overview={details}
              options={options}
              customFields={overview.customFields}
              roleKinds={overview.roleKinds}
              onChange={setColumn}
            />
          )
        })}
      </ul>
      <div className={classes['foot']}>
        {leftOut > 0 && <span>{t('columns.leftOutCount', { count: leftOut })}</span>}
        {hasTwoDigitYears && (
          <NumberInput
            label={t('columns.pivotLabel')}
            description={t('columns.pivot', { low: String(mapping.twoDigitYearPivot).padStart(2, '0') })}
            w={340}
            min={0}
            max={99}
            allowDecimal={false}
            value={mapping.twoDigitYearPivot}
            onChange={(pivot) => typeof pivot === 'number' && setMapping({ ...mapping, twoDigitYearPivot: pivot })}
          />
        )}
      </div>
    </div>
  )
}

/** The table of columns with what stands above it; drawn again when the understanding moved, not at each step of the progress below it. */
export const ColumnsContent = memo(Content)
