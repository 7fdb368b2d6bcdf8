import { mapFieldsByTable, type TableName } from '#domain/tables'

/**
 * Some fields of one record, by path: `firstName`, or `roles/<id>` inside a map field (see `mapFieldsByTable`).
 * A null at a map path means « no such entry ».
 */
export type FieldValues = Readonly<Record<string, unknown>>

/**
 * The fields of a record by path, without its id: `firstName`, and `roles/<id>` for the entries of map fields.
 * An entry that is null is left out, since a null at a map path means « no such entry ».
 */
export const recordToFields = (table: TableName, record: object): FieldValues => {
  const mapFields = mapFieldsByTable[table]
  const fields: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(record) as [string, unknown][]) {
    if (field === 'id') continue
    if (mapFields?.includes(field) !== true) fields[field] = value ?? null
    else for (const [key, entry] of Object.entries(value ?? {}) as [string, unknown][]) if (entry !== null) fields[`${field}/${key}`] = entry
  }
  return fields
}

/** A new record object: `record` (or an empty one of this table, under `id`) with these fields set. Nothing is mutated. */
export const withFields = (table: TableName, id: string, record: object | null, fields: FieldValues): object => {
  if (record === null) return newRecord(table, id, fields)
  const next: Record<string, unknown> = { ...record }
  const copied = new Set<string>()
  for (const [path, value] of Object.entries(fields)) {
    const slash = path.indexOf('/')
    if (slash < 0) {
      next[path] = value
      continue
    }
    const field = path.slice(0, slash)
    if (!copied.has(field)) {
      next[field] = { ...(next[field] as object | undefined) }
      copied.add(field)
    }
    setEntry(next[field] as Record<string, unknown>, path.slice(slash + 1), value)
  }
  return next
}

/** The value at one path, null when there is none. */
export const fieldAt = (record: object, path: string): unknown => {
  const slash = path.indexOf('/')
  const field = slash < 0 ? path : path.slice(0, slash)
  const value: unknown = Object.hasOwn(record, field) ? (record as Record<string, unknown>)[field] : null
  if (slash < 0 || value === null || typeof value !== 'object') return value ?? null
  const key = path.slice(slash + 1)
  return Object.hasOwn(value, key) ? ((value as Record<string, unknown>)[key] ?? null) : null
}

/** Whether two JSON values say the same, whatever the order of their keys. Missing and null are the same. */
export const isSameValue = (left: unknown, right: unknown): boolean => {
  if (Object.is(left ?? null, right ?? null)) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false
    return left.every((item, index) => isSameValue(item, right[index]))
  }
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => isSameValue(fieldOf(left, key), fieldOf(right, key)))
}

const fieldOf = (value: object, key: string): unknown => (Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : null)

/** Fifty thousand of them are made by an import: a whole record is taken as it is, its maps included. */
const newRecord = (table: TableName, id: string, fields: FieldValues): object => {
  const mapFields = mapFieldsByTable[table] ?? []
  const paths = Object.keys(fields)
  const isWhole = paths.every((path) => !path.includes('/'))
  // Records are never mutated: one that lacks nothing is taken as it is.
  if (isWhole && fields['id'] === id && mapFields.every((field) => Object.hasOwn(fields, field))) return fields
  const record: Record<string, unknown> = isWhole ? { ...fields, id } : { id }
  for (const field of mapFields) record[field] ??= {}
  if (isWhole) return record
  for (const path of paths) if (!path.includes('/')) record[path] = fields[path]
  return withFields(table, id, record, Object.fromEntries(paths.filter((path) => path.includes('/')).map((path) => [path, fields[path]])))
}

/** Sets one entry of a map in the making; null takes it out. */
export const setEntry = (map: Record<string, unknown>, key: string, value: unknown): void => {
  if (value === null || value === undefined) delete map[key]
  // An imported key may be named so: a plain assignment would change the prototype instead of adding an entry.
  else if (key === '__proto__') Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true })
  else map[key] = value
}
