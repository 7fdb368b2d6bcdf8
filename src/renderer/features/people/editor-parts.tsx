import { SegmentedControl } from '@mantine/core'
import type { PeopleCondition } from '#domain/people-filter'
import type { IsoDate } from '#domain/period'
import type { Lists, Names } from './lists.ts'

export interface EditorProps<Condition extends PeopleCondition = PeopleCondition> {
  readonly condition: Condition
  readonly onChange: (condition: PeopleCondition) => void
  readonly lists: Lists
  readonly names: Names
  readonly today: IsoDate
}

/** Menus of a filter open inside its popover: a click in them is no click outside. */
export const inPlace = { withinPortal: false } as const

/** « sont / ne sont pas ». */
export const NotSwitch = ({
  value,
  yes,
  no,
  onChange,
}: {
  readonly value: boolean
  readonly yes: string
  readonly no: string
  readonly onChange: (not: boolean) => void
}) => (
  <SegmentedControl
    size="xs"
    fullWidth
    data={[
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ]}
    value={value ? 'no' : 'yes'}
    onChange={(next) => onChange(next === 'no')}
  />
)
