import type { EventId } from '#domain/id'
import { buildFactColumns, updateFactColumns, type FactColumns, type FactUpdates } from '#domain/indicators/fact-columns'
import { gatherFacts, type FactSettings, type Facts } from '#domain/indicators/facts'
import type { IsoDate } from '#domain/period'
import type { Person } from '#domain/person'
import type { RecordByTable, TableName } from '#domain/tables'
import type { ChangeNotice, Store } from '#data/store'
import type { RecordStep } from '#data/write'

/** The facts of the indicators, ready for any question. */
export interface FactsMirror {
  /** Facts as of a day, by the settings of the moment; the same object as long as nothing they depend on changed. */
  readonly facts: (asOf: IsoDate) => Promise<Facts>
}

const factTables = ['people', 'roleKinds', 'events', 'attendance', 'hours'] as const satisfies readonly TableName[]
type FactTable = (typeof factTables)[number]
/** More touched records than this are read again all at once: an import or a restore. */
const mostUpdates = 5_000

/** Columns built at the first question, then kept up to date by each change without reading anything again. */
export const createFactsMirror = (store: Store, settings: () => Promise<FactSettings>): FactsMirror => {
  let columns: FactColumns | null = null
  let kept: { readonly key: string; readonly columns: FactColumns; readonly facts: Facts } | null = null

  store.onChange((notice) => {
    if (columns !== null && notice.tables.some(isFactTable)) columns = followed(columns, notice)
  })

  return {
    facts: async (asOf) => {
      const { activeRule, activeMonths, yearKind, yearStartMonth } = await settings()
      await store.mirror.load(...factTables)
      columns ??= buildFactColumns({
        people: store.mirror.loaded('people').values(),
        roleKinds: store.mirror.loaded('roleKinds').values(),
        events: store.mirror.loaded('events').values(),
        sheets: store.mirror.loaded('attendance').values(),
        hours: store.mirror.loaded('hours').values(),
      })
      const chosen: FactSettings = { activeRule, activeMonths, yearKind, yearStartMonth }
      const key = JSON.stringify([chosen, asOf])
      if (kept?.key !== key || kept.columns !== columns) kept = { key, columns, facts: gatherFacts(columns, chosen, asOf) }
      return kept.facts
    },
  }
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
