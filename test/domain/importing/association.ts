import { applyEdit, invertEdit, type Edit } from '#domain/change'
import type { AttendanceSheet } from '#domain/attendance'
import type { CustomField } from '#domain/custom-field'
import type { AssociationEvent } from '#domain/event'
import type { HoursGiven } from '#domain/hours'
import { judgeDrafts } from '#domain/importing/judge-drafts'
import type { ExistingRecords } from '#domain/importing/knowledge'
import type { ImportMapping } from '#domain/importing/mapping'
import { buildMatchIndex } from '#domain/importing/match-index'
import { planImport, type ImportPlan } from '#domain/importing/plan-import'
import type { RawRow } from '#domain/importing/sheet'
import { noDecisions, type ImportDecisions, type JudgedDraft } from '#domain/importing/verdict'
import type { Organisation } from '#domain/organisation'
import type { Person } from '#domain/person'
import { builtInRoleKinds, type RoleKind } from '#domain/role'
import type { TableName } from '#domain/tables'
import type { Tag } from '#domain/tag'
import type { Territory } from '#domain/territory'
import { makeIds } from '#support/builders'
import { context, readSheet } from './read-sheet.ts'

type Tables = Readonly<Partial<Record<TableName, ReadonlyMap<string, object>>>>

/** An association in memory: its tables, as changes made them. */
export interface Association {
  readonly tables: Tables
}

export const anAssociation = (...people: readonly Person[]): Association => ({
  tables: { people: new Map(people.map((person) => [person.id, person])), roleKinds: new Map(builtInRoleKinds.map((kind) => [kind.id, kind])) },
})

export const withRecords = (association: Association, table: TableName, ...records: readonly { readonly id: string }[]): Association => ({
  tables: {
    ...association.tables,
    [table]: new Map([...(association.tables[table] ?? new Map<string, object>()), ...records.map((record) => [record.id, record] as const)]),
  },
})

/** Applies edits as the one door does: each must fit the record it finds. */
export const applyEdits = (association: Association, edits: readonly Edit[]): Association => {
  const tables: Partial<Record<TableName, Map<string, object>>> = {}
  for (const table of Object.keys(association.tables) as TableName[]) tables[table] = new Map(association.tables[table])
  for (const edit of edits) {
    const records = (tables[edit.table] ??= new Map<string, object>())
    const next = applyEdit((records.get(edit.key) as never) ?? null, edit as never) as object | null
    if (next === null) records.delete(edit.key)
    else records.set(edit.key, next)
  }
  return { tables }
}

export const undoEdits = (association: Association, edits: readonly Edit[]): Association =>
  applyEdits(association, edits.toReversed().map(invertEdit))

export const existingOf = ({ tables }: Association): ExistingRecords => {
  const list = <Item>(table: TableName): readonly Item[] => [...(tables[table]?.values() ?? [])] as Item[]
  return {
    roleKinds: list<RoleKind>('roleKinds'),
    tags: list<Tag>('tags'),
    customFields: list<CustomField>('customFields'),
    organisations: list<Organisation>('organisations'),
    territories: list<Territory>('territories'),
    events: list<AssociationEvent>('events'),
    hours: list<HoursGiven>('hours'),
    people: (tables.people ?? new Map()) as ReadonlyMap<string, Person>,
    attendance: (tables.attendance ?? new Map()) as ReadonlyMap<string, AttendanceSheet>,
  }
}

export const peopleOf = ({ tables }: Association): readonly Person[] => [...(tables.people?.values() ?? [])] as Person[]

export interface Imported {
  readonly judged: readonly JudgedDraft[]
  readonly plan: ImportPlan
  readonly after: Association
}

/** Imports a sheet as the application does, from its rows to the association as it is then. */
export const importSheet = (
  association: Association,
  rows: readonly RawRow[],
  {
    decisions = noDecisions,
    correct = (mapping: ImportMapping): ImportMapping => mapping,
    firstId = 5000,
  }: {
    readonly decisions?: ImportDecisions
    readonly correct?: (mapping: ImportMapping) => ImportMapping
    readonly firstId?: number
  } = {},
): Imported => {
  const existing = existingOf(association)
  const { drafts } = readSheet(rows, correct, { ...context, known: existing })
  const judged = judgeDrafts(drafts, existing, buildMatchIndex(existing.people.values()), decisions)
  const plan = planImport(judged, decisions, existing, makeIds(firstId))
  return { judged, plan, after: applyEdits(association, plan.edits) }
}

export const verdictsOf = (imported: Imported): readonly string[] => imported.judged.map(({ verdict }) => verdict.kind)

/** The answer of the user for some rows. */
export const choosing = (
  ...choices: readonly (readonly [number, ImportDecisions['choices'] extends ReadonlyMap<number, infer Choice> ? Choice : never])[]
): ImportDecisions => ({ choices: new Map(choices), fields: new Map() })
