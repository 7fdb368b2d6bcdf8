import type { ImportOverview } from '#data/importing-contract'
import type { ColumnMapping } from '#domain/importing/mapping'

/** The columns of sensitive data that would be kept. */
export const sensitiveColumns = ({ mapping, columns }: ImportOverview): readonly ColumnMapping[] =>
  mapping.columns.filter((column, position) => columns[position]?.sensitive === true && column.target !== null)
