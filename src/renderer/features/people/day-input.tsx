import { firstDay, type IsoDate } from '#domain/period'
import { PartialDateInput } from '#ui/partial-date-input'

/** A whole day: a year or a month typed alone means its first day. */
export const DayInput = ({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: IsoDate
  readonly onChange: (day: IsoDate) => void
}) => <PartialDateInput label={label} value={value} onChange={(date) => date !== null && onChange(firstDay(date))} />
