import { gunzipSync, gzipSync } from 'fflate'
import { z } from 'zod'
import type { Change, Edit } from '#domain/change'
import { tableNames } from '#domain/tables'
import { gunzipBytes, gzipBytes } from '#data/gzip'
import { schemaVersion } from '#data/migrations'

/** What one part holds once unpacked: enough to rebuild the change from the journal alone. */
export interface ChangePart {
  readonly change: Omit<Change, 'edits'>
  /** 0-based position among `of` parts: a change that lacks one is not replayed. */
  readonly part: number
  readonly of: number
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

/** Cuts a change into gzipped parts, its edits sorted by `recordKey`. */
export const packChange = async (change: Change): Promise<readonly PackedPart[]> => {
  const { edits, ...header } = change
  const sorted = edits.length < 2 ? edits : [...edits].sort((left, right) => (recordKey(left) < recordKey(right) ? -1 : 1))
  const groups = groupByLength(sorted)
  const packed: PackedPart[] = []
  for (const [part, group] of groups.entries()) {
    const head = JSON.stringify({ change: header, part, of: groups.length, schema: schemaVersion }).slice(0, -1)
    const json = `${head},"edits":[${group.texts.join(',')}]}`
    const bytes = json.length < 20_000 ? gzipSync(new TextEncoder().encode(json)) : await gzipBytes(json)
    packed.push({ bytes, firstKey: group.firstKey, lastKey: group.lastKey })
  }
  return packed
}

/** @throws when the bytes are no part of a change: they come from a disk that may be damaged. */
export const unpackPart = async (bytes: Uint8Array): Promise<ChangePart> => {
  const json = bytes.length < 10_000 ? new TextDecoder().decode(gunzipSync(bytes)) : await gunzipBytes(bytes)
  return partShape.parse(JSON.parse(json))
}

interface EditGroup {
  readonly texts: string[]
  firstKey: string
  lastKey: string
}

const groupByLength = (edits: readonly Edit[]): readonly EditGroup[] => {
  const groups: EditGroup[] = []
  let length = Number.POSITIVE_INFINITY
  for (const edit of edits) {
    const text = JSON.stringify(edit)
    const key = recordKey(edit)
    length += text.length
    if (length > partLength) {
      groups.push({ texts: [], firstKey: key, lastKey: key })
      length = text.length
    }
    const group = groups.at(-1)
    group?.texts.push(text)
    if (group !== undefined) group.lastKey = key
  }
  return groups
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
  of: z.int().min(1),
  schema: z.int().min(1),
  edits: z.array(z.object({ table: z.enum(tableNames), key: z.string(), before: fields, after: fields })),
})
