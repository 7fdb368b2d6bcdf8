import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOverview } from '#data/importing-contract'
import type { ColumnMapping, ImportMapping } from '#domain/importing/mapping'
import { useFormat } from '#i18n/setup'
import { ProgressBar } from '#ui/progress-bar'
import { ColumnRow } from './column-row.tsx'
import type { Working } from './flow-state.ts'
import { GivenEvent } from './given-event.tsx'
import { GivenRole } from './given-role.tsx'
import type { ImportFlow } from './import-flow.ts'
import { SensitiveWarning } from './sensitive-warning.tsx'
import { HeaderChoice } from './header-choice.tsx'
import { SheetChoice } from './sheet-choice.tsx'
import { SheetSource } from './sheet-source.tsx'
import { useTargetOptions } from './use-target-options.ts'
import { blockersOf } from './blockers.ts'
import classes from './importing.module.css'

interface ColumnsStepProps {
  readonly overview: ImportOverview
  readonly working: Working | null
  readonly flow: ImportFlow
}

/** « Ce que nous avons compris »: where the table lies and what each column becomes, all of it to be corrected. */
export const ColumnsStep = ({ overview, working, flow }: ColumnsStepProps) => {
  const { t } = useTranslation('importing')
  const format = useFormat()
  const { mapping, columns } = overview
  const [keepsSensitive, setKeepsSensitive] = useState(false)
  const options = useTargetOptions(overview)
  const setMapping = (next: ImportMapping): void => void flow.setMapping(next)
  const setColumn = (column: ColumnMapping): void =>
    setMapping({ ...mapping, columns: mapping.columns.map((known) => (known.index === column.index ? column : known)) })

  const sensitive = mapping.columns.filter((column, position) => columns[position]?.sensitive === true && column.target !== null)
  const blockers = blockersOf(overview, keepsSensitive ? [] : sensitive)
  const leftOut = mapping.columns.filter(({ target }) => target === null).length
  const hasTwoDigitYears = columns.some((column, position) => column.twoDigitYears && mapping.columns[position]?.target !== null)

  return (
    <div className={classes['body']}>
      <div className={classes['scrolling']}>
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
            onKeep={() => setKeepsSensitive(true)}
            onLeaveOut={() => setMapping({ ...mapping, columns: mapping.columns.map((column) => (sensitive.includes(column) ? { ...column, target: null } : column)) })}
          />
        )}
        <div className={classes['columnsHead']} aria-hidden>
          <span>{t('columns.column')}</span>
          <span>{t('columns.samples')}</span>
          <span />
          <span>{t('columns.becomes')}</span>
        </div>
        <ul className={classes['columns']}>
          {mapping.columns.map((column, position) => {
            const details = columns[position]
            return (
              details !== undefined && (
                <ColumnRow key={column.index} column={column} overview={details} options={options} customFields={overview.customFields} roleKinds={overview.roleKinds} onChange={setColumn} />
              )
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
      <footer className={classes['actionsBar']}>
        {working === null ? (
          <>
            <span className={classes['blocker']} role="status">
              {blockers[0] === undefined ? t('columns.rowsFound', { count: overview.dataRows }) : t(`columns.${blockers[0].word}`, { header: blockers[0].header })}
            </span>
            <Button variant="default" onClick={() => void flow.leave()}>
              {t('leave')}
            </Button>
            <Button disabled={blockers.length > 0 || overview.dataRows === 0} onClick={() => void flow.check()}>
              {t('columns.check')}
            </Button>
          </>
        ) : (
          <ProgressBar
            label={t(`reading.${working.stage === 'preparing' ? 'judging' : working.stage}`)}
            done={working.done}
            total={working.total}
            count={t('reading.ofRows', { done: format.number(working.done), total: format.number(working.total) })}
            onCancel={() => void flow.cancelWork()}
          />
        )}
      </footer>
    </div>
  )
}
