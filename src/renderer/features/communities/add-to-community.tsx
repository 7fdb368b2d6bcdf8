import { Button, Menu } from '@mantine/core'
import { IconCircles } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Community } from '#domain/community'
import type { PersonId } from '#domain/id'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useReportWrite } from '#ui/report-write'
import { showToast } from '#ui/toast'
import { useToday } from '#ui/use-today'

/** In the bar of those who are ticked: makes them members of a community, from today. Nothing while there is no community. */
export const AddToCommunity = ({ ids }: { readonly ids: () => readonly PersonId[] }) => {
  const { t } = useTranslation('communities')
  const data = useData()
  const report = useReportWrite()
  const today = useToday()
  const list = useLive(['communities', 'communityMembers', 'people', 'organisations'], ({ communities }) => communities.list(today), [today])
  if (list === undefined || list.rows.length === 0) return null
  const add = async ({ id, name }: Community): Promise<void> => {
    const members = ids().map((person) => ({ kind: 'person' as const, id: person }))
    const written = await data.communityMembers.add(id, members, today)
    if (written.ok && written.value === 0) return showToast({ message: t('bar.already', { name }) })
    report(written, { done: t('bar.added', { count: written.ok ? written.value : 0, name }), undo: () => void data.changes.undo() })
  }
  return (
    <Menu position="top">
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconCircles size={14} />}>
          {t('bar.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {list.rows.map(({ community, depth }) => (
          <Menu.Item key={community.id} style={{ paddingLeft: 12 + depth * 16 }} onClick={() => void add(community)}>
            {community.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
