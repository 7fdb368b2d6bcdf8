import type { EventId } from '#domain/id'
import { buildFactColumns, updateFactColumns, type FactColumns, type FactUpdates } from '#domain/indicators/fact-columns'
import { gatherFacts, type FactSettings, type Facts } from '#domain/indicators/facts'
import { packFacts, unpackFacts } from '#domain/indicators/packed-facts'
import type { IsoDate } from '#domain/period'
import type { Person } from '#domain/person'
import type { RecordByTable, TableName } from '#domain/tables'
import { factsStamp, keepFacts, readKeptFacts } from '#data/kept-facts'
import type { ChangeNotice, Store } from '#data/store'
import type { RecordStep } from '#data/write'

/** The facts of the indicators, ready for any question. */
export interface FactsMirror {
  /** Facts as of a day, by the settings of the moment; the same object as long as nothing they depend on changed. */
  readonly facts: (asOf: IsoDate, settings: FactSettings) => Promise<Facts>
  /** What facts are made of; another object after each change of a person, event, sheet or hours. */
  readonly columns: () => Promise<FactColumns>
  /** Begins to read the facts that were kept, before anybody asks. */
  readonly prepare: () => Promise<void>
  /** Keeps the facts for the next start, unless they already are, or nothing of what they need is in memory. Never fails. */
  readonly keep: () => Promise<void>
}

const factTables = ['people', 'roleKinds', 'events', 'attendance', 'hours'] as const satisfies readonly TableName[]
type FactTable = (typeof factTables)[number]
/** Short enough to be read at each start; people and attendance come from what was kept. */
const smallTables = ['roleKinds', 'events', 'hours'] as const satisfies readonly FactTable[]
/** More touched records than this are read again all at once: an import or a restore. */
const mostUpdates = 5_000

/** Columns taken from what was kept at the end of the last session, or built from the records, then brought up to date by each change without reading anything again. */
export const createFactsMirror = (store: Store): FactsMirror => {
  const { mirror, database } = store
  let columns: FactColumns | null = null
  let keptStamp = ''
  let kept: { readonly key: string; readonly columns: FactColumns; readonly facts: Facts } | null = null

  store.onChange((notice) => {
    if (columns !== null && notice.tables.some(isFactTable)) columns = followed(columns, notice)
  })

  /** Once at most: what is kept is older than any later change. What cannot be read, or was damaged, is left: the records say it all. */
  const takeKept = once(async (): Promise<void> => {
    const [found] = await Promise.all([readKeptFacts(database), mirror.load(...smallTables)])
    // A change may have been stored while they were read.
    if (columns !== null || found === null || found.stamp !== factsStamp(store.meta())) return
    columns = unpackFacts(found.facts, {
      roleKinds: mirror.loaded('roleKinds').values(),
      events: mirror.loaded('events'),
      hours: mirror.loaded('hours'),
    })
    keptStamp = found.stamp
  })

  const build = (): FactColumns =>
    buildFactColumns({
      people: mirror.loaded('people').values(),
      roleKinds: mirror.loaded('roleKinds').values(),
      events: mirror.loaded('events').values(),
      sheets: mirror.loaded('attendance').values(),
      hours: mirror.loaded('hours').values(),
    })

  const columnsNow = async (): Promise<FactColumns> => {
    await takeKept()
    if (columns === null) await mirror.load(...factTables)
    columns ??= build()
    return columns
  }

  return {
    facts: async (asOf, { activeRule, activeMonths, yearKind, yearStartMonth }) => {
      const current = await columnsNow()
      const chosen: FactSettings = { activeRule, activeMonths, yearKind, yearStartMonth }
      const key = JSON.stringify([chosen, asOf])
      if (kept?.key !== key || kept.columns !== current) kept = { key, columns: current, facts: gatherFacts(current, chosen, asOf) }
      return kept.facts
    },
    columns: columnsNow,
    prepare: takeKept,
    keep: async () => {
      const stamp = factsStamp(store.meta())
      const inMemory = mirror.inMemory()
      if (stamp === keptStamp || (columns === null && !factTables.every((table) => inMemory.includes(table)))) return
      columns ??= build()
      // A refused write says nothing new: the next change will hear of it, and the next start reads the records.
      await keepFacts(database, stamp, packFacts(columns)).then(
        () => {
          keptStamp = stamp
        },
        () => undefined,
      )
    },
  }
}

const once = (act: () => Promise<void>): (() => Promise<void>) => {
  let acting: Promise<void> | null = null
  return () => (acting ??= act().catch(() => undefined))
}

/** null: to be built anew at the next question. */
const followed = (columns: FactColumns, { steps }: ChangeNotice): FactColumns | null => {
  const touched = steps.filter(({ table }) => isFactTable(table))
  if (steps.length === 0 || touched.length > mostUpdates || touched.some(({ table }) => table === 'roleKinds')) return null
  const updates: FactUpdates = {
    people: stepsOfTable(touched, 'people')
      .map(({ before, after }) => after ?? removed(before))
      .filter((person) => person !== null),
    events: stepsOfTable(touched, 'events').map(({ key, after }) => [key as EventId, after]),
    sheets: stepsOfTable(touched, 'attendance').map(({ key, after }) => [key as EventId, after]),
    hours: stepsOfTable(touched, 'hours').map(({ key, after }) => [key, after]),
  }
  return updateFactColumns(columns, updates)
}

/** Undoing a creation takes the record away; its index stays, counted nowhere. */
const removed = (person: Person | null): Person | null => (person === null ? null : { ...person, deletedAt: person.deletedAt ?? 'gone' })

const isFactTable = (table: TableName): table is FactTable => (factTables as readonly TableName[]).includes(table)

const stepsOfTable = <Name extends TableName>(steps: readonly RecordStep[], table: Name): readonly TableStep<Name>[] =>
  steps.filter((step) => step.table === table) as readonly RecordStep[] as readonly TableStep<Name>[]
interface TableStep<Name extends TableName> {
  readonly key: string
  readonly before: RecordByTable[Name] | null
  readonly after: RecordByTable[Name] | null
}
