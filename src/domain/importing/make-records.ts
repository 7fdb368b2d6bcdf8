import { diffRecord, type Edit } from '#domain/change'
import type { ExistingRecords } from '#domain/importing/knowledge'
import { readNewRef, type NewRef } from '#domain/importing/new-ref'
import { sensitiveSubject } from '#domain/importing/sensitive'
import type { FieldChange, JudgedDraft } from '#domain/importing/verdict'
import type { CustomField } from '#domain/custom-field'
import type { CustomFieldId, OrganisationId, RoleKindId, RolePeriodId, TagId, TerritoryId } from '#domain/id'
import { emptyOrganisation } from '#domain/organisation'
import type { Affiliation } from '#domain/person'
import type { RolePeriod } from '#domain/role'

/** Creates, once each, the tags, fields, role kinds, organisations and territories that a file brings, and puts their real ids in place of the `new:` ones. */
export interface RecordMaker {
  /** Collects the values of fields of choice that will be created, so that they are proposed afterwards. */
  readonly learnChoices: (judged: readonly JudgedDraft[]) => void
  readonly real: (field: FieldChange) => { readonly path: string; readonly after: unknown }
  readonly edits: () => readonly Edit[]
}

export const createMaker = (existing: ExistingRecords, newId: () => string): RecordMaker => {
  const edits: Edit[] = []
  const idByRef = new Map<string, string>()
  const choicesByName = new Map<string, Set<string>>()
  const created = { roleKinds: 0, customFields: 0 }
  const push = (edit: Edit | null): void => {
    if (edit !== null) edits.push(edit)
  }
  const make = (ref: NewRef): string => {
    const id = newId()
    switch (ref.table) {
      case 'tags':
        push(diffRecord('tags', null, { id: id as TagId, name: ref.name, archived: false }))
        break
      case 'roleKinds':
        push(
          diffRecord('roleKinds', null, {
            id: id as RoleKindId,
            name: ref.name,
            isStaff: false,
            archived: false,
            order: nextOrder(existing.roleKinds) + created.roleKinds++,
          }),
        )
        break
      case 'organisations':
        push(diffRecord('organisations', null, { ...emptyOrganisation(id as OrganisationId), name: ref.name }))
        break
      case 'territories':
        push(
          diffRecord('territories', null, {
            id: id as TerritoryId,
            name: ref.name,
            type: ref.territoryType ?? 'other',
            parentId: null,
            codes: ref.codes,
            note: '',
            deletedAt: null,
          }),
        )
        break
      case 'customFields': {
        const kind = ref.type ?? 'text'
        const field: CustomField = {
          id: id as CustomFieldId,
          name: ref.name,
          kind,
          choices: kind === 'choice' ? [...(choicesByName.get(ref.name) ?? [])].sort((left, right) => left.localeCompare(right, 'fr')) : [],
          sensitive: sensitiveSubject(ref.name) !== null,
          archived: false,
          order: nextOrder(existing.customFields) + created.customFields++,
        }
        push(diffRecord('customFields', null, field))
        break
      }
    }
    return id
  }
  const realId = <Id extends string>(id: Id): Id => {
    const known = idByRef.get(id)
    if (known !== undefined) return known as Id
    const ref = readNewRef(id)
    if (ref === null) return id
    const real = make(ref)
    idByRef.set(id, real)
    return real as Id
  }
  return {
    edits: () => edits,
    learnChoices: (judged) => {
      for (const { draft } of judged) {
        for (const field of draft.person?.custom ?? []) {
          if (field.type !== 'choice' || field.id !== null || typeof field.value !== 'string') continue
          const choices = choicesByName.get(field.name)
          if (choices === undefined) choicesByName.set(field.name, new Set([field.value]))
          else choices.add(field.value)
        }
      }
    },
    real: ({ path, after }) => {
      if (path.startsWith('roles/')) {
        const role = after as RolePeriod
        const id = role.id.startsWith('new:') ? (newId() as RolePeriodId) : role.id
        return { path: `roles/${id}`, after: { ...role, id, kind: realId(role.kind) } }
      }
      if (path.startsWith('tags/')) return { path: `tags/${realId(path.slice(5))}`, after }
      if (path.startsWith('custom/')) return { path: `custom/${realId(path.slice(7))}`, after }
      if (path === 'territoryId') return { path, after: realId(after as TerritoryId) }
      if (path === 'affiliations')
        return {
          path,
          after: (after as readonly Affiliation[]).map((affiliation) => ({ ...affiliation, organisationId: realId(affiliation.organisationId) })),
        }
      return { path, after }
    },
  }
}

const nextOrder = (items: readonly { readonly order: number }[]): number => items.reduce((highest, item) => Math.max(highest, item.order + 1), 0)
