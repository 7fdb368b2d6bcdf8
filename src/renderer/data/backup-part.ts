import { z } from 'zod'
import { countedTables, type CountedTable } from '#data/database'
import { gunzipBytes, gzipBytes } from '#data/gzip'

/** A part of a backup: some rows of one table. Bytes (the parts of changes) travel as base64, since JSON has none. */
export interface BackupPart {
  readonly table: CountedTable
  readonly records: readonly object[]
}

export const packBackupPart = ({ table, records }: BackupPart): Promise<Uint8Array> => {
  const rows = table === 'changeParts' ? records.map(bytesToText) : records
  return gzipBytes(JSON.stringify({ table, records: rows }))
}

/** @throws when the bytes are no part of a backup. */
export const unpackBackupPart = async (bytes: Uint8Array): Promise<BackupPart> => {
  const { table, records } = partShape.parse(JSON.parse(await gunzipBytes(bytes)))
  if (table === 'changeParts') return { table, records: records.map((record) => changePartShape.parse(record)) }
  return { table, records: records.map((record) => keyedShape.parse(record)) }
}

const bytesToText = (record: object): object =>
  'bytes' in record && record.bytes instanceof Uint8Array ? { ...record, bytes: toBase64(record.bytes) } : record

const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let from = 0; from < bytes.length; from += 8_192) text += String.fromCharCode(...bytes.subarray(from, from + 8_192))
  return btoa(text)
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

const partShape = z.object({ table: z.enum(countedTables), records: z.array(z.looseObject({})) })
const keyedShape = z.looseObject({ id: z.string().min(1) })
const changePartShape = z.object({
  sequence: z.int().min(1),
  changeId: z.string(),
  keys: z.array(z.string()),
  bytes: z.base64().transform(fromBase64),
})
