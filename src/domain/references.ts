import type { RecordByTable, TableName } from '#domain/tables'

/**
 * Where a record speaks of another one. `field`: the id (or null) in a field; `keys`: the keys of a map; `entries`: a field of each entry of a map or a list;
 * `own-id`: its own id is the other's (a sheet, a photo).
 */
interface Reference {
  readonly to: TableName
  readonly how: 'field' | 'keys' | 'entries' | 'own-id'
  readonly in: string
  /** Of an entry, for `entries`. */
  readonly field?: string
  /** Without the other the record (or the entry) means nothing, and goes with it. Keys and own ids always are. */
  readonly required?: true
}

const field = (to: TableName, name: string): Reference => ({ to, how: 'field', in: name })
const subject = (to: TableName, name: string): Reference => ({ to, how: 'field', in: name, required: true })
const keys = (to: TableName, name: string): Reference => ({ to, how: 'keys', in: name })
const entries = (to: TableName, name: string, of: string): Reference => ({ to, how: 'entries', in: name, field: of })
const ownId = (to: TableName): Reference => ({ to, how: 'own-id', in: 'id' })

/** Every reference between records. A table that is not here speaks of none. */
export const referencesByTable: Readonly<Partial<Record<TableName, readonly Reference[]>>> = {
  people: [
    field('territories', 'territoryId'),
    keys('tags', 'tags'),
    keys('customFields', 'custom'),
    { ...entries('organisations', 'affiliations', 'organisationId'), required: true },
    entries('organisations', 'roles', 'organisationId'),
    field('people', 'mergedIntoId'),
    { ...entries('people', 'notSameAs', 'personId'), required: true },
  ],
  organisations: [field('territories', 'territoryId')],
  territories: [field('territories', 'parentId')],
  events: [field('territories', 'territoryId')],
  attendance: [ownId('events'), keys('people', 'entries')],
  hours: [subject('people', 'personId')],
  contacts: [
    subject('people', 'personId'),
    subject('organisations', 'organisationId'),
    field('people', 'byId'),
    field('events', 'eventId'),
    field('communities', 'communityId'),
    field('campaigns', 'campaignId'),
  ],
  tasks: [
    subject('people', 'personId'),
    field('people', 'ownerId'),
    field('contacts', 'contactId'),
    field('events', 'eventId'),
    field('communities', 'communityId'),
  ],
  ties: [subject('people', 'fromId'), subject('people', 'toId'), field('people', 'byId')],
  communities: [
    field('communities', 'parentId'),
    field('territories', 'territoryId'),
    field('people', 'leaderId'),
    entries('people', 'seats', 'personId'),
  ],
  communityMembers: [ownId('communities'), keys('people', 'people'), keys('organisations', 'organisations')],
  ambassadorships: [
    subject('people', 'personId'),
    field('communities', 'communityId'),
    field('people', 'approachedById'),
    field('events', 'firstGatheringId'),
    field('people', 'successorId'),
  ],
  responsibilities: [
    keys('people', 'holders'),
    field('people', 'successorId'),
    field('territories', 'territoryId'),
    field('communities', 'communityId'),
    field('organisations', 'organisationId'),
    field('events', 'eventId'),
  ],
  handovers: [subject('people', 'personId'), entries('people', 'steps', 'toId')],
  offers: [
    subject('people', 'personId'),
    subject('organisations', 'organisationId'),
    field('territories', 'territoryId'),
    field('offers', 'matchedWithId'),
    field('programmes', 'programmeId'),
  ],
  campaigns: [keys('people', 'asked')],
  surveys: [entries('people', 'answers', 'personId')],
  photos: [ownId('people')],
}

/** The tables whose records speak of others. */
export const speakingTables = Object.keys(referencesByTable) as readonly TableName[]

/** Every record that this one speaks of, as `table/id`; once for each time it does. */
export const referencesOf = <Name extends TableName>(table: Name, record: RecordByTable[Name]): readonly string[] =>
  (referencesByTable[table] ?? []).flatMap((reference) => idsIn(reference, record).map((id) => `${reference.to}/${id}`))

/** The record once it speaks no more of those (`table/id`); null when it means nothing without one of them. */
export const withoutReferences = <Name extends TableName>(
  table: Name,
  record: RecordByTable[Name],
  gone: ReadonlySet<string>,
): RecordByTable[Name] | null => {
  let left: Fields = { ...record }
  for (const reference of referencesByTable[table] ?? []) {
    const isGone = (id: string): boolean => gone.has(`${reference.to}/${id}`)
    if (!idsIn(reference, left).some(isGone)) continue
    if (reference.how === 'own-id' || (reference.how === 'field' && reference.required === true)) return null
    left = { ...left, [reference.in]: replaced(reference, left[reference.in], (id) => (isGone(id) ? null : id)) }
  }
  // Only ids were replaced, by null where a field allows it.
  return left as unknown as RecordByTable[Name]
}

/**
 * The record once it speaks of `toId` wherever it spoke of `fromId`. Where a map already has an entry for `toId`, `join` says what becomes of both;
 * by default the entry of `toId` stays. The own id of a record is left as it is.
 */
export const repointed = <Name extends TableName>(
  table: Name,
  record: RecordByTable[Name],
  to: TableName,
  [fromId, toId]: readonly [from: string, to: string],
  join: (kept: unknown, other: unknown) => unknown = (kept) => kept,
): RecordByTable[Name] => {
  let next: Fields = { ...record }
  for (const reference of referencesByTable[table] ?? []) {
    if (reference.to !== to || reference.how === 'own-id' || !idsIn(reference, next).includes(fromId)) continue
    next = { ...next, [reference.in]: replaced(reference, next[reference.in], (id) => (id === fromId ? toId : id), join) }
  }
  return next as unknown as RecordByTable[Name]
}

type Fields = Readonly<Record<string, unknown>>

const idsIn = (reference: Reference, record: object): readonly string[] => {
  const value = (record as Fields)[reference.in]
  if (reference.how === 'field' || reference.how === 'own-id') return typeof value === 'string' ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  if (reference.how === 'keys') return Object.keys(value)
  return Object.values(value).flatMap((entry: Fields) => {
    const id = entry[reference.field ?? '']
    return typeof id === 'string' ? [id] : []
  })
}

const replaced = (
  reference: Reference,
  value: unknown,
  replace: (id: string) => string | null,
  join: (kept: unknown, other: unknown) => unknown = (kept) => kept,
): unknown => {
  if (reference.how === 'field') return typeof value === 'string' ? replace(value) : value
  if (reference.how === 'keys') {
    const map: Record<string, unknown> = {}
    const moved: (readonly [string, unknown])[] = []
    for (const [id, entry] of Object.entries(value as Fields)) {
      const now = replace(id)
      if (now === id) map[id] = entry
      else if (now !== null) moved.push([now, entry])
    }
    for (const [id, entry] of moved) map[id] = id in map ? join(map[id], entry) : entry
    return map
  }
  const name = reference.field ?? ''
  const replaceEntry = (entry: Fields): Fields | null => {
    const id = entry[name]
    if (typeof id !== 'string') return entry
    const now = replace(id)
    return now === null && reference.required === true ? null : { ...entry, [name]: now }
  }
  if (Array.isArray(value)) return value.map((entry: Fields) => replaceEntry(entry)).filter((entry) => entry !== null)
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Fields>>).flatMap(([key, entry]) => {
      const next = replaceEntry(entry)
      return next === null ? [] : [[key, next]]
    }),
  )
}
