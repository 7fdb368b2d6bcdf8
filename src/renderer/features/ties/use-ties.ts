import type { IsoDate } from '#domain/period'
import type { TableName } from '#domain/tables'
import type { TieList } from '#data/ties-contract'
import { useData } from '#data/use-data'
import { useOpenList } from '#ui/open-list'

/** All that the mesh is made of. */
export const tieSources: readonly TableName[] = [
  'people',
  'roleKinds',
  'events',
  'attendance',
  'hours',
  'settings',
  'ties',
  'responsibilities',
  'communities',
  'communityMembers',
  'territories',
  'offers',
]

/** Opens the people behind a figure of the mesh, under its rule. */
export const useOpenTieList = (today: IsoDate): ((list: TieList, title: string, rule: string) => void) => {
  const data = useData()
  const openList = useOpenList()
  return (list, title, rule) => {
    void data.ties.people(list, today).then((ids) => openList({ title, rule, ids }))
  }
}
