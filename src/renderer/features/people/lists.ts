import { useTranslation } from 'react-i18next'
import type { Community } from '#domain/community'
import type { CustomField } from '#domain/custom-field'
import type { CommunityId, CustomFieldId, OrganisationId, RoleKindId, TagId, TerritoryId } from '#domain/id'
import type { Organisation } from '#domain/organisation'
import { builtInRoleKindIds, type BuiltInRoleKindId, type RoleKind } from '#domain/role'
import type { ImportRecord } from '#domain/import-record'
import type { Tag } from '#domain/tag'
import type { Territory } from '#domain/territory'
import { useLive } from '#data/use-live'
import { formatterFor } from '#i18n/format'
import { currentLanguage } from '#i18n/setup'

/** The small lists that names come from, in the order they are proposed. */
export interface Lists {
  readonly roleKinds: readonly RoleKind[]
  readonly tags: readonly Tag[]
  readonly customFields: readonly CustomField[]
  readonly territories: readonly Territory[]
  readonly organisations: readonly Organisation[]
  readonly communities: readonly Community[]
  readonly imports: readonly ImportRecord[]
}
const noLists: Lists = { roleKinds: [], tags: [], customFields: [], territories: [], organisations: [], communities: [], imports: [] }

/** Names of roles, tags, fields…; all empty until they are read. */
export const useLists = (): Lists =>
  useLive(
    ['roleKinds', 'tags', 'customFields', 'territories', 'organisations', 'communities', 'imports'],
    async ({ records }) => {
      const [roleKinds, tags, customFields, territories, organisations, communities, imports] = await Promise.all([
        records.all('roleKinds'),
        records.all('tags'),
        records.all('customFields'),
        records.all('territories'),
        records.all('organisations'),
        records.all('communities'),
        records.all('imports'),
      ])
      return {
        roleKinds: roleKinds.toSorted((left, right) => left.order - right.order),
        tags: tags.toSorted(byName),
        customFields: customFields.toSorted((left, right) => left.order - right.order),
        territories: territories.filter(({ deletedAt }) => deletedAt === null).toSorted(byName),
        organisations: organisations.filter(({ deletedAt }) => deletedAt === null).toSorted(byName),
        communities: communities.filter(({ deletedAt }) => deletedAt === null).toSorted(byName),
        imports: imports.toSorted((left, right) => (left.at < right.at ? 1 : -1)),
      }
    },
    [],
  ) ?? noLists

/** Words for what records only name by id; '' for what is no longer there. */
export interface Names {
  /** « bénévole »: the interface's word for a built-in kind, the association's own for the others. */
  readonly role: (id: RoleKindId) => string
  /** « bénévoles ». */
  readonly roles: (id: RoleKindId) => string
  readonly tag: (id: TagId) => string
  readonly territory: (id: TerritoryId) => string
  readonly organisation: (id: OrganisationId) => string
  readonly community: (id: CommunityId) => string
  readonly customField: (id: CustomFieldId) => string
}

export const useNames = (lists: Lists): Names => {
  const { t } = useTranslation()
  const { t: tp } = useTranslation('people')
  const kinds = byId(lists.roleKinds)
  const tags = byId(lists.tags)
  const territories = byId(lists.territories)
  const organisations = byId(lists.organisations)
  const communities = byId(lists.communities)
  const fields = byId(lists.customFields)
  return {
    role: (id) => kinds.get(id)?.name ?? builtInWord(id, (builtIn) => t(`role.${builtIn}`)),
    roles: (id) => kinds.get(id)?.name ?? builtInWord(id, (builtIn) => tp(`words.rolesPlural.${builtIn}`)),
    tag: (id) => tags.get(id)?.name ?? '',
    territory: (id) => territories.get(id)?.name ?? '',
    organisation: (id) => organisations.get(id)?.name ?? '',
    community: (id) => communities.get(id)?.name ?? '',
    customField: (id) => fields.get(id)?.name ?? '',
  }
}

const builtInWord = (id: string, word: (builtIn: BuiltInRoleKindId) => string): string => {
  const builtIn = builtInRoleKindIds.find((known) => known === id)
  return builtIn === undefined ? '' : word(builtIn)
}
const byName = (left: { readonly name: string }, right: { readonly name: string }): number =>
  formatterFor(currentLanguage()).compare(left.name, right.name)
const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]))
