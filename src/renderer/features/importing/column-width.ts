import type { ColumnMapping } from '#domain/importing/mapping'

/** Width of a column of the grid, in pixels, by what it holds. */
export const columnWidth = ({ target }: ColumnMapping): number => {
  if (target === null) return 130
  if (target.kind !== 'field') return target.kind === 'custom' ? 150 : 110
  switch (target.field) {
    case 'email':
    case 'payerEmail':
    case 'organisationEmail':
    case 'street':
    case 'note':
      return 220
    case 'fullName':
    case 'organisation':
    case 'eventName':
      return 190
    case 'postalCode':
    case 'gender':
    case 'birthYear':
    case 'hours':
      return 92
    default:
      return 140
  }
}
