import { tableNames, type TableName } from '#domain/tables'
import type { ChangeRow } from '#data/database'

/** What a change was about, for « Annulé : 3 personnes ». */
export type Act =
  | { readonly kind: 'import'; readonly fileName: string }
  | { readonly kind: 'records'; readonly table: TableName | 'several'; readonly count: number }

/** An import is named after its file, another change after the table that it wrote. */
export const actOf = ({ cause, editCounts }: Pick<ChangeRow, 'cause' | 'editCounts'>): Act => {
  if (cause.kind === 'import') return { kind: 'import', fileName: cause.fileName }
  const touched = tableNames.filter((table) => (editCounts[table] ?? 0) > 0)
  const [table = 'several'] = touched.length === 1 ? touched : []
  return { kind: 'records', table, count: touched.reduce((sum, name) => sum + (editCounts[name] ?? 0), 0) }
}
