import { useTranslation } from 'react-i18next'
import type { Community } from '#domain/community'
import type { Brand } from '#domain/id'
import { newId } from '#data/new-id'
import { useData } from '#data/use-data'
import type { CommunityFields } from '#data/services/communities-service'
import { useReportWrite } from '#ui/report-write'

/** Writes some fields of a community; says it was done, with « Annuler ». Answers whether it was written. */
export const useSaveCommunity = (community: Pick<Community, 'id' | 'name'>): ((fields: Partial<CommunityFields>) => Promise<boolean>) => {
  const { t } = useTranslation('communities')
  const data = useData()
  const report = useReportWrite()
  return async (fields) => {
    const written = await data.communities.save(community.id, fields)
    return report(written, { done: t('saved', { name: community.name }), undo: () => void data.changes.undo() })
  }
}

/** The id of a new entry of one of its maps. */
export const newEntryId = (): string => newId<Brand<'CommunityEntryId'>>()

/** A map without one of its entries. */
export const without = <Entry>(map: Readonly<Record<string, Entry>>, id: string): Readonly<Record<string, Entry>> =>
  Object.fromEntries(Object.entries(map).filter(([key]) => key !== id))

/** Where a new entry of an ordered map goes: after the others. */
export const nextOrder = (map: Readonly<Record<string, { readonly order: number }>>): number =>
  Math.max(-1, ...Object.values(map).map(({ order }) => order)) + 1
