import type { RecordByTable, TableName } from '#domain/tables'
import { recordToStored } from '#data/stored-record'

/** The JSON of a record as its table keeps it. */
export type StoredText = <Name extends TableName>(table: Name, record: RecordByTable[Name]) => string

export const storedText: StoredText = (table, record) => JSON.stringify(recordToStored(table, record))

/**
 * For one bulk change: a record that comes is written twice, in its page and in the part of the change that tells of it, but put in words once. The second
 * who asks takes the text away, so that only those between the two are held.
 */
export const createStoredTexts = (): StoredText => {
  const held = new Map<object, string>()
  return (table, record) => {
    const known = held.get(record)
    if (known !== undefined) {
      held.delete(record)
      return known
    }
    const text = storedText(table, record)
    held.set(record, text)
    return text
  }
}
