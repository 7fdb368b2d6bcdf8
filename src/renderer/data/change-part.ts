import { gunzipSync, gzipSync } from 'fflate'
import { z } from 'zod'
import type { Change, Edit, FieldValues } from '#domain/change'
import type { Person } from '#domain/person'
import { tableNames } from '#domain/tables'
import { gunzipBytes, gzipBytes } from '#data/gzip'
import { recordToStored, storedToRecord } from '#data/stored-record'

/** What one part holds once unpacked: enough to rebuild the change from the journal alone. */
export interface ChangePart {
  readonly change: Omit<Change, 'edits'>
  /** 0-based position among the parts of the change. One that lacks a part, the last included, is not replayed. */
  readonly part: number
  readonly isLast: boolean
  /** Version of the schema that the edits were written in. */
  readonly schema: number
  readonly edits: readonly Edit[]
}

/** A part ready to be stored; its sequence number is given inside the transaction. */
export interface PackedPart {
  readonly bytes: Uint8Array
  readonly firstKey: string
  readonly lastKey: string
}

/** From this many edits a change is bulk: its keys are not indexed one by one. */
export const bulkFrom = 200

/** Characters of JSON in a part: gzipped it stays under 64 KB, above which Chromium moves a value to a file of its own. */
const partLength = 160_000

/** The `table/key` under which the history of a record is found. */
export const recordKey = (edit: Pick<Edit, 'table' | 'key'>): string => `${edit.table}/${edit.key}`

/**
 * Cuts a change, written in a version of the schema, into gzipped parts, its edits sorted by `recordKey`. Between two parts it lets others work: a bulk change is packed while the database
 * swallows its records.
 */
export const packChange = async (change: Change, schema: number): Promise<readonly PackedPart[]> => {
  const { edits, ...header } = change
  const packed: PackedPart[] = []
  for (const { texts, firstKey, lastKey, isLast } of groupsOf(sortByKey(edits))) {
    const head = JSON.stringify({ change: header, part: packed.length, isLast, schema }).slice(0, -1)
    const json = `${head},"edits":[${texts.join(',')}]}`
    const bytes = json.length < 20_000 ? gzipSync(new TextEncoder().encode(json)) : await gzipBytes(json)
    packed.push({ bytes, firstKey, lastKey })
  }
  return packed
}

/** @throws when the bytes are no part of a change: they come from a disk that may be damaged. */
export const unpackPart = async (bytes: Uint8Array): Promise<ChangePart> => {
  const json = bytes.length < 10_000 ? new TextDecoder().decode(gunzipSync(bytes)) : await gunzipBytes(bytes)
  const part = partShape.parse(JSON.parse(json))
  return { ...part, edits: part.edits.map(toRead) }
}

/** Somebody who is created is written as her table keeps her, without what nobody knows of her: half of the bytes of an import. */
const toWritten = (edit: Edit): Edit =>
  edit.table === 'people' && edit.before === null && edit.after !== null
    ? { ...edit, after: recordToStored('people', edit.after as unknown as Person) as FieldValues }
    : edit
const toRead = (edit: Edit): Edit =>
  edit.table === 'people' && edit.before === null && edit.after !== null
    ? { ...edit, after: storedToRecord('people', edit.after) as unknown as FieldValues }
    : edit

interface EditGroup {
  readonly texts: readonly string[]
  readonly firstKey: string
  readonly lastKey: string
  readonly isLast: boolean
}

/** Edits as JSON, gathered up to the length of a part; made as they are asked for. */
function* groupsOf(edits: readonly KeyedEdit[]): Generator<EditGroup> {
  let texts: string[] = []
  let length = 0
  let firstKey = ''
  let lastKey = ''
  for (const { key, edit } of edits) {
    const text = JSON.stringify(toWritten(edit))
    if (texts.length > 0 && length + text.length > partLength) {
      yield { texts, firstKey, lastKey, isLast: false }
      texts = []
      length = 0
    }
    if (texts.length === 0) firstKey = key
    lastKey = key
    texts.push(text)
    length += text.length
  }
  yield { texts, firstKey, lastKey, isLast: true }
}

interface KeyedEdit {
  readonly key: string
  readonly edit: Edit
}

const sortByKey = (edits: readonly Edit[]): readonly KeyedEdit[] => {
  const keyed = edits.map((edit) => ({ key: recordKey(edit), edit }))
  // New records come in the order of their ids, which is that of time: most changes are sorted already.
  const isSorted = keyed.every(({ key }, index) => index === 0 || (keyed[index - 1]?.key ?? '') <= key)
  return isSorted ? keyed : keyed.sort((left, right) => (left.key < right.key ? -1 : 1))
}

const fields = z.record(z.string(), z.unknown()).nullable()
const partShape: z.ZodType<ChangePart> = z.object({
  change: z.object({
    id: z.custom<Change['id']>((id) => typeof id === 'string'),
    at: z.string(),
    device: z.string(),
    author: z.string(),
    cause: z.custom<Change['cause']>((cause) => typeof cause === 'object' && cause !== null && 'kind' in cause),
  }),
  part: z.int().min(0),
  isLast: z.boolean(),
  schema: z.int().min(1),
  edits: z.array(z.object({ table: z.enum(tableNames), key: z.string(), before: fields, after: fields })),
})
