import { foldWords } from '#domain/fold-text'
import type { CustomFieldKind } from '#domain/custom-field'
import type { AffiliationDraft, CustomDraft, NamedRef, RoleDraft, TerritoryRef } from '#domain/importing/draft'
import type { KnownLists } from '#domain/importing/knowledge'
import type { CustomFieldId, OrganisationId, RoleKindId, TagId, TerritoryId } from '#domain/id'
import type { Person } from '#domain/person'
import { indexTerritories, territoryOf, type TerritoryType } from '#domain/territory'

/** The lists that an import may add to while it writes. */
export type NewRefTable = 'roleKinds' | 'tags' | 'customFields' | 'organisations' | 'territories'

/** What a `new:` id stands for until the import is written: enough to create the record. */
export interface NewRef {
  readonly table: NewRefTable
  readonly name: string
  /** For custom fields. */
  readonly type: CustomFieldKind | null
  /** For territories. */
  readonly territoryType: TerritoryType | null
  readonly codes: readonly string[]
}

/** Reads an id made by `createRefs` for something that does not exist yet; null for a real id. */
export const readNewRef = (id: string): NewRef | null => {
  if (!id.startsWith('new:')) return null
  const [, table = '', detail = '', ...name] = id.split(':')
  const ref = { table: table as NewRefTable, name: name.join(':'), type: null, territoryType: null, codes: [] }
  if (table === 'customFields') return { ...ref, type: detail as CustomFieldKind }
  if (table === 'territories') {
    const [type = 'other', ...codes] = detail.split('+')
    return { ...ref, territoryType: type as TerritoryType, codes }
  }
  return ref
}

/** Finds what a file names among what the association has; what is new gets the same `new:` id wherever it is named, so that a preview and its plan agree. */
export interface Refs {
  readonly tag: (ref: NamedRef<TagId>) => TagId
  readonly custom: (ref: CustomDraft) => CustomFieldId
  readonly roleKind: (ref: RoleDraft['kind']) => RoleKindId
  readonly organisation: (ref: AffiliationDraft['organisation']) => OrganisationId
  readonly territory: (ref: TerritoryRef) => TerritoryId
  /** The territory of somebody: chosen, or the one that bears the code of her place. */
  readonly territoryOf: (person: Person) => TerritoryId | null
}

export const createRefs = (known: KnownLists): Refs => {
  const tags = namesOf(known.tags, (tag) => tag.name)
  const customs = namesOf(
    known.customFields.filter((field) => !field.archived),
    (field) => field.name,
  )
  const kinds = namesOf(
    known.roleKinds.filter((kind) => kind.name !== null),
    (kind) => kind.name ?? '',
  )
  const organisations = namesOf(
    known.organisations.filter((organisation) => organisation.deletedAt === null),
    (organisation) => organisation.name,
  )
  const territoryIndex = indexTerritories(known.territories)
  const territories = namesOf(
    known.territories.filter((territory) => territory.deletedAt === null),
    (territory) => territory.name,
  )
  return {
    tag: (ref) => ref.id ?? (tags(ref.name, `new:tags::${ref.name}`) as TagId),
    custom: (ref) => ref.id ?? (customs(ref.name, `new:customFields:${ref.type}:${ref.name}`) as CustomFieldId),
    roleKind: (ref) => ref.id ?? (kinds(ref.name, `new:roleKinds::${ref.name}`) as RoleKindId),
    organisation: (ref) => ref.id ?? (organisations(ref.name, `new:organisations::${ref.name}`) as OrganisationId),
    territoryOf: (person) => territoryOf(person, territoryIndex),
    territory: (ref) => ref.id ?? (territories(ref.name, `new:territories:${[ref.type, ...ref.codes].join('+')}:${ref.name}`) as TerritoryId),
  }
}

/** The id of a name: of the record that bears it, or of the first time it was named in the file. */
const namesOf = <Item extends { readonly id: string }>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): ((name: string, otherwise: string) => string) => {
  const idByName = new Map(items.map((item) => [foldWords(nameOf(item)), item.id]))
  const idByText = new Map<string, string>()
  return (name, otherwise) => {
    const seen = idByText.get(name)
    if (seen !== undefined) return seen
    const folded = foldWords(name)
    const id = idByName.get(folded) ?? otherwise
    idByName.set(folded, id)
    idByText.set(name, id)
    return id
  }
}
