import { gunzipSync, gzipSync } from 'fflate'
import { z } from 'zod'
import type { Change, Edit, FieldValues } from '#domain/change'
import type { Person } from '#domain/person'
import { tableNames, type RecordByTable, type TableName } from '#domain/tables'
import { gunzipBytes } from '#data/gzip'
import { packHere, type Packer } from '#data/packer'
import { recordToStored, storedToRecord } from '#data/stored-record'
import type { StoredText } from '#data/stored-text'

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

/** What helps with a bulk change: a thread that packs, and the JSON of the records that come in pages. */
export interface PackingHelp {
  readonly packer: Packer
  readonly textOf: StoredText
  /** Tables of which `textOf` is asked, since their pages ask it too. */
  readonly paged: ReadonlySet<TableName>
}

/**
 * Cuts a change, written in a version of the schema, into gzipped parts, its edits sorted by `recordKey`. Between two parts it lets others work: a bulk change is packed while the database
 * swallows its records.
 */
export const packChange = async (change: Change, schema: number, help: PackingHelp | null = null): Promise<readonly PackedPart[]> => {
  const { edits, ...header } = change
  const packed: Promise<PackedPart>[] = []
  for (const { texts, firstKey, lastKey, isLast } of groupsOf(sortByKey(edits), help)) {
    const head = JSON.stringify({ change: header, part: packed.length, isLast, schema }).slice(0, -1)
    const made = packPart(`${head},"edits":[${texts.join(',')}]}`, help?.packer ?? packHere).then((bytes) => ({ bytes, firstKey, lastKey }))
    // Whoever waits for them all hears of it.
    made.catch(() => undefined)
    packed.push(made)
    await packed[packed.length - packedAhead]
  }
  return Promise.all(packed)
}

/** Parts given to the packer before the first of them is ready: a megabyte and a half, so that it never waits while this thread makes pages. */
const packedAhead = 10

const packPart = async (json: string, packer: Packer): Promise<Uint8Array> =>
  json.length < 20_000 ? gzipSync(new TextEncoder().encode(json)) : packer.pack(json)

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
function* groupsOf(edits: readonly Edit[], help: PackingHelp | null): Generator<EditGroup> {
  let texts: string[] = []
  let length = 0
  let first = edits[0]
  let last = first
  const close = (isLast: boolean): EditGroup => ({ texts, firstKey: first ? recordKey(first) : '', lastKey: last ? recordKey(last) : '', isLast })
  for (const edit of edits) {
    const text = textOf(edit, help)
    if (texts.length > 0 && length + text.length > partLength) {
      yield close(false)
      texts = []
      length = 0
    }
    if (texts.length === 0) first = edit
    last = edit
    texts.push(text)
    length += text.length
  }
  yield close(true)
}

const textOf = (edit: Edit, help: PackingHelp | null): string => {
  const { table, key, before, after } = edit
  if (help === null || before !== null || after === null || !help.paged.has(table)) return JSON.stringify(toWritten(edit))
  // A record that comes: its fields are all there, as `toWritten` says too.
  return `{"table":"${table}","key":${JSON.stringify(key)},"before":null,"after":${help.textOf(table, after as unknown as RecordByTable[TableName])}}`
}

/** By `recordKey`. New records come in the order of their ids, which is that of time: most tables are sorted already. */
const sortByKey = (edits: readonly Edit[]): readonly Edit[] => {
  const byTable = [...Map.groupBy(edits, ({ table }) => table)].sort(([left], [right]) => (left < right ? -1 : 1))
  return byTable.flatMap(([, ofTable]) => {
    const isSorted = ofTable.every(({ key }, index) => index === 0 || (ofTable[index - 1]?.key ?? '') <= key)
    return isSorted ? ofTable : ofTable.toSorted((left, right) => (left.key < right.key ? -1 : 1))
  })
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
