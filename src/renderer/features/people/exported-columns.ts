import type { ChosenColumn } from '#domain/exporting/people-columns'
import type { PeopleColumn } from '#data/people-sort'

/** The columns of a file that looks like the list: what a column shows stands in one or more of the file's (an age is its date of birth, a commune its address). */
export const exportedColumns = (columns: readonly PeopleColumn[]): readonly ChosenColumn[] => [...new Set(columns.flatMap(fileColumns))]

const fileColumns = (column: PeopleColumn): readonly ChosenColumn[] => {
  switch (column) {
    case 'name':
      return ['lastName', 'firstName']
    case 'commune':
    case 'postalCode':
      return ['address']
    case 'age':
      return ['birthDate']
    case 'last':
      return ['lastActivity']
    default:
      return [column]
  }
}
