import type { OrganisationId, TagId } from '#domain/id'
import { emptyOrganisation, type Organisation } from '#domain/organisation'
import { searchable } from '#domain/searchable'
import type { Tag } from '#domain/tag'
import { newId } from '#data/new-id'
import type { PersonDraft } from './person-draft.ts'

/** The tags a person will have; those typed for the first time are created with her. */
export const tagsToSave = (
  typed: readonly string[] | null,
  before: readonly TagId[],
  known: readonly Tag[],
): { readonly ids: readonly TagId[]; readonly created: readonly Tag[] } => {
  if (typed === null) return { ids: before, created: [] }
  const wanted = new Map(typed.map((name) => [searchable(name), name.trim()]))
  wanted.delete('')
  const found = known.filter(({ name }) => wanted.has(searchable(name)))
  for (const { name } of found) wanted.delete(searchable(name))
  const created = [...wanted.values()].map((name): Tag => ({ id: newId<TagId>(), name, archived: false }))
  return { ids: [...found, ...created].map(({ id }) => id), created }
}

/** The organisation of each name written in the form; those written for the first time are created with the person. */
export const organisationsToSave = (
  { affiliations }: Pick<PersonDraft, 'affiliations'>,
  known: readonly Organisation[],
): { readonly idOf: (name: string) => OrganisationId | null; readonly created: readonly Organisation[] } => {
  const idByName = new Map(known.toReversed().map(({ id, name }) => [searchable(name), id]))
  const created: Organisation[] = []
  for (const { organisationId, name } of affiliations) {
    const key = searchable(name)
    if (organisationId !== null || key === '' || idByName.has(key)) continue
    const organisation: Organisation = { ...emptyOrganisation(newId<OrganisationId>()), name: name.trim() }
    created.push(organisation)
    idByName.set(key, organisation.id)
  }
  return { idOf: (name) => idByName.get(searchable(name)) ?? null, created }
}
