import type { TFunction } from 'i18next'
import { ageRangeAt, type IsoDate } from '#domain/period'
import type { CustomValue } from '#domain/person'
import type { PartialDate } from '#domain/period'
import type { CustomField } from '#domain/custom-field'
import type { CustomFieldId } from '#domain/id'
import { peopleColumns, type PeopleColumn } from '#data/people-sort'
import type { PersonRow } from '#data/people-row'
import type { Formatter } from '#i18n/format'
import { Badge } from '#ui/badge'
import type { Column } from '#ui/data-table'
import { PersonName } from '#ui/person-name'
import type { Lists, Names } from './lists.ts'
import classes from './people-columns.module.css'

export interface ColumnFacts {
  readonly t: TFunction<'people'>
  readonly common: TFunction
  readonly format: Formatter
  readonly names: Names
  readonly lists: Lists
  readonly today: IsoDate
}

/** All the columns one may choose, the association's own fields last. */
export const availableColumns = (lists: Lists): readonly PeopleColumn[] => [
  ...peopleColumns,
  ...lists.customFields.filter(({ archived }) => !archived).map(({ id }): PeopleColumn => `custom:${id}`),
]

export const columnHeader = (column: PeopleColumn, { t, names }: Pick<ColumnFacts, 't' | 'names'>): string =>
  isCustom(column) ? names.customField(customIdOf(column)) : t(`columns.${column}`)

/** The first columns that fit beside a panel, which shows the rest of whoever is looked at; the name always does. */
export const fittingColumns = (columns: readonly PeopleColumn[], width: number): readonly PeopleColumn[] => {
  let left = width - tickWidth
  return columns.filter((column) => {
    left -= minWidths[column] ?? 110
    return column === 'name' || left >= 0
  })
}
const tickWidth = 36
const minWidths: Readonly<Partial<Record<PeopleColumn, number>>> = {
  name: 140,
  roles: 110,
  commune: 92,
  postalCode: 92,
  email: 130,
  phone: 126,
  last: 130,
}

/** The columns of the table; one whose field no longer exists is left out. */
export const tableColumns = (columns: readonly PeopleColumn[], facts: ColumnFacts): readonly Column<PersonRow>[] =>
  columns
    .filter((column) => !isCustom(column) || facts.lists.customFields.some(({ id }) => id === customIdOf(column)))
    .map((column) => ({
      id: column,
      header: columnHeader(column, facts),
      sortable: true,
      ...shapeOf(column, facts),
    }))

type Shape = Pick<Column<PersonRow>, 'width' | 'align' | 'figures' | 'render'>

const shapeOf = (column: PeopleColumn, facts: ColumnFacts): Shape => {
  const { format, names, t, common, today } = facts
  switch (column) {
    case 'name':
      return { width: { min: 140, share: 1.3 }, render: (row) => <PersonName person={row} /> }
    case 'roles':
      return { width: { min: 110, share: 1.2 }, render: (row) => row.roles.map((kind) => <Badge key={kind}>{names.role(kind)}</Badge>) }
    case 'commune':
      return { width: { min: 92, share: 1.1 }, render: (row) => row.city }
    case 'postalCode':
      return { width: 92, figures: true, render: (row) => row.postalCode }
    case 'email':
      return { width: { min: 130, share: 2.2 }, render: (row) => row.email }
    case 'phone':
      return { width: 126, figures: true, render: (row) => (row.phone === '' ? '' : format.phone(row.phone)) }
    case 'last':
      return { width: { min: 130, share: 1.6 }, render: (row) => lastWords(row.last, facts) }
    case 'age':
      return { width: 96, render: (row) => ageWords(row.birthDate, today, t) }
    case 'birthDate':
      return { width: 104, figures: true, render: (row) => (row.birthDate === null ? '' : format.shortDate(row.birthDate)) }
    case 'gender':
      return { width: 84, render: (row) => (row.gender === null ? '' : common(`gender.${row.gender}`)) }
    case 'tags':
      return {
        width: { min: 110, share: 1.2 },
        render: (row) =>
          row.tags.map((tag) => (
            <Badge key={tag} outline>
              {names.tag(tag)}
            </Badge>
          )),
      }
    case 'memberNumber':
      return { width: 112, render: (row) => row.memberNumber }
    case 'joinedOn':
      return { width: 104, render: (row) => (row.joinedOn === null ? '' : format.shortDate(row.joinedOn)) }
    case 'territory':
      return { width: { min: 100, share: 1 }, render: (row) => (row.territoryId === null ? '' : names.territory(row.territoryId)) }
    case 'organisation':
      return { width: { min: 120, share: 1.2 }, render: (row) => row.organisations.map(names.organisation).join(', ') }
    default:
      return customShape(
        facts.lists.customFields.find(({ id }) => id === customIdOf(column)),
        facts,
      )
  }
}

const customShape = (field: CustomField | undefined, facts: ColumnFacts): Shape => ({
  width: field?.kind === 'text' ? { min: 110, share: 1 } : 110,
  align: field?.kind === 'number' ? 'right' : 'left',
  render: (row) => (field === undefined ? '' : customText(row.custom[field.id] ?? null, field, facts)),
})

/** The value of a custom field as it is read; '' when it isn't given. */
export const customText = (value: CustomValue, field: CustomField, { format, common }: Pick<ColumnFacts, 'format' | 'common'>): string => {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? common('yes') : common('no')
  if (typeof value === 'number') return format.number(value, 3)
  return field.kind === 'date' ? format.shortDate(value as PartialDate) : value
}

/** « 34 ans », « 17 ou 18 ans » when the birth date is known in part, '' when it is not known. */
export const ageWords = (birthDate: PartialDate | null, today: IsoDate, t: ColumnFacts['t']): string => {
  const age = ageRangeAt(birthDate, today)
  if (age === null) return ''
  return age.min === age.max ? t('age', { count: age.min }) : t('ageBetween', { min: age.min, max: age.max })
}

const lastWords = (last: PersonRow['last'], { format, t }: ColumnFacts) => {
  if (last === undefined) return ''
  if (last === null) return <span className={classes['never']}>{t('never')}</span>
  return (
    <>
      <span className={classes['date']}>{format.shortDate(last.on)}</span>{' '}
      <span className={classes['what']}>{last.name === '' ? t('hoursGiven') : last.name}</span>
    </>
  )
}

const isCustom = (column: PeopleColumn): column is `custom:${CustomFieldId}` => column.startsWith('custom:')
const customIdOf = (column: string): CustomFieldId => column.slice('custom:'.length) as CustomFieldId
