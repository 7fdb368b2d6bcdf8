import type { DraftChoice, FieldChange, ImportDecisions } from '#domain/importing/verdict'

/** What the user decided so far. */
export interface Decisions extends ImportDecisions {
  /** null takes a choice back. */
  readonly choose: (row: number, choice: DraftChoice | null) => void
  /** @param field `all`, the key of a kind of information (`fieldKey`), or one path. */
  readonly chooseFields: (changed: readonly ChangedFields[], field: string, choice: 'keep' | 'take') => void
}
interface ChangedFields {
  readonly row: number
  readonly verdict: { readonly fields: readonly FieldChange[] }
}

export const createDecisions = (): Decisions => {
  const choices = new Map<number, DraftChoice>()
  const fields = new Map<number, Map<string, 'keep' | 'take'>>()
  return {
    choices,
    fields,
    choose: (row, choice) => {
      if (choice === null) choices.delete(row)
      else choices.set(row, choice)
    },
    chooseFields: (changed, field, choice) => {
      for (const { row, verdict } of changed) {
        const ofRow = fields.get(row) ?? new Map<string, 'keep' | 'take'>()
        for (const change of verdict.fields) {
          const isMeant = field === 'all' || field === change.path || field === fieldKey(change)
          if (isMeant && change.kind !== 'refused') ofRow.set(change.path, choice)
        }
        if (ofRow.size > 0) fields.set(row, ofRow)
      }
    },
  }
}

/** Under which key a change is decided for everybody: custom fields and tags one by one, roles and the rest together. */
export const fieldKey = ({ path }: Pick<FieldChange, 'path'>): string => {
  const slash = path.indexOf('/')
  const field = slash < 0 ? path : path.slice(0, slash)
  return field === 'custom' || field === 'tags' ? path : field
}
