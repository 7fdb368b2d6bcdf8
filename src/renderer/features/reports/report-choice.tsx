import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { firstDay, lastDay, type IsoDate, type PartialDate, type Period } from '#domain/period'
import type { AssociationYear } from '#domain/year'
import { PartialDateInput } from '#ui/partial-date-input'
import { yearName } from './report-tables.ts'
import styles from './reports.module.css'

/** What the user chose: a year of the association by its key, or two dates; `key` null is « from one date to another ». */
export interface ReportChoice {
  readonly key: number | null
  readonly start: IsoDate
  readonly end: IsoDate
  readonly masked: boolean
  /** Euros an hour; null: not valued. */
  readonly rate: number | null
  readonly rateSource: string
}

/** Under this many people, a cell of a crossing could name somebody. */
export const maskThreshold = 5

/** The chosen period, or null while the dates are the wrong way round. */
export const chosenPeriod = (choice: ReportChoice, years: readonly AssociationYear[]): Period | null => {
  const year = years.find(({ key }) => key === choice.key)
  if (year !== undefined) return { start: year.start, end: year.end }
  return choice.start <= choice.end ? { start: choice.start, end: choice.end } : null
}

interface ReportChoiceBarProps {
  readonly choice: ReportChoice
  readonly years: readonly AssociationYear[]
  readonly onChange: (choice: ReportChoice) => void
}

/** Which period the report is about, and the two options that funders differ on. */
export const ReportChoiceBar = ({ choice, years, onChange }: ReportChoiceBarProps) => {
  const { t } = useTranslation('reports')
  const chooseYear = (value: string): void => {
    const year = years.find(({ key }) => String(key) === value)
    onChange(year === undefined ? { ...choice, key: null } : { ...choice, key: year.key, start: year.start, end: year.end })
  }
  return (
    <div className={styles['choice']}>
      <NativeSelect
        label={t('choice.period')}
        value={choice.key === null ? 'dates' : String(choice.key)}
        data={[
          ...years.toReversed().map((year) => ({ value: String(year.key), label: t('choice.year', { year: yearName(year) }) })),
          { value: 'dates', label: t('choice.dates') },
        ]}
        onChange={(event) => chooseYear(event.currentTarget.value)}
      />
      {choice.key === null && (
        <>
          <PartialDateInput
            label={t('choice.start')}
            value={choice.start}
            onChange={(date) => onDay(date, (day) => onChange({ ...choice, start: firstDay(day) }))}
          />
          <PartialDateInput
            label={t('choice.end')}
            value={choice.end}
            onChange={(date) => onDay(date, (day) => onChange({ ...choice, end: lastDay(day) }))}
          />
        </>
      )}
      <NumberInput
        label={t('choice.rate')}
        description={t('choice.rateHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={choice.rate ?? ''}
        min={0}
        max={1000}
        decimalScale={2}
        decimalSeparator=","
        allowedDecimalSeparators={[',', '.']}
        hideControls
        onChange={(value) => onChange({ ...choice, rate: typeof value === 'number' && value > 0 ? value : null })}
      />
      {choice.rate !== null && (
        <TextInput
          label={t('choice.rateSource')}
          placeholder={t('choice.rateSourceExample')}
          value={choice.rateSource}
          onChange={(event) => onChange({ ...choice, rateSource: event.currentTarget.value })}
        />
      )}
      <Checkbox
        className={styles['mask'] ?? ''}
        label={t('choice.mask')}
        description={t('choice.maskHint', { threshold: maskThreshold })}
        checked={choice.masked}
        onChange={(event) => onChange({ ...choice, masked: event.currentTarget.checked })}
      />
    </div>
  )
}

const onDay = (date: PartialDate | null, take: (date: PartialDate) => void): void => {
  if (date !== null) take(date)
}
