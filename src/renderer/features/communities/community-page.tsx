import { ActionIcon, Button, Menu, Tabs } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommunityId, EventId, PersonId } from '#domain/id'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { NotFound } from '#ui/not-found'
import { Page } from '#ui/page'
import { useReportWrite } from '#ui/report-write'
import { WithSidePanel } from '#ui/side-panel'
import { useKeptState } from '#ui/use-kept-state'
import { useToday } from '#ui/use-today'
import { CommunityLaunch } from './community-launch.tsx'
import { CommunityLog } from './community-log.tsx'
import { CommunityMeetings } from './community-meetings.tsx'
import { CommunityMembersTab } from './community-members.tsx'
import { CommunityOverview } from './community-overview.tsx'
import { CommunityPanel, type OpenPanel } from './community-panel.tsx'
import classes from './communities.module.css'

export interface CommunityPageProps {
  readonly id: CommunityId
  readonly onBack: () => void
  readonly onOpen: (id: CommunityId) => void
  readonly onOpenPerson: (id: PersonId) => void
  readonly onOpenEvent: (id: EventId) => void
}

const tabs = ['overview', 'members', 'launch', 'meetings', 'log'] as const

/** One community, whole: what unites it, who belongs, its launch, its meetings, what it takes. */
export const CommunityPage = ({ id, onBack, onOpen, onOpenPerson, onOpenEvent }: CommunityPageProps) => {
  const { t } = useTranslation(['communities', 'common'])
  const data = useData()
  const report = useReportWrite()
  const today = useToday()
  const [tab, setTab] = useKeptState<string | null>('communities.tab', () => 'overview')
  const [panel, setPanel] = useState<OpenPanel>({ kind: 'none' })
  const sheet = useLive(['communities', 'people', 'territories'], ({ communities }) => communities.get(id), [id])
  const list = useLive(['communities', 'communityMembers', 'people', 'organisations'], ({ communities }) => communities.list(today), [today])
  if (sheet === undefined || list === undefined) return null
  if (sheet === null) return <NotFound action={{ label: t('back'), onAct: onBack }} />
  const { community, holders, territory } = sheet
  const isRemoved = community.deletedAt !== null
  const setRemoved = async (removed: boolean): Promise<void> => {
    const written = await data.communities.setRemoved(id, removed ? new Date().toISOString() : null)
    const { name } = community
    report(written, { done: t(removed ? 'removed' : 'restored', { name }), undo: () => void data.changes.undo() })
    setPanel({ kind: 'none' })
  }
  const about = [
    t(`kinds.${community.kind}`),
    ...(holders.length === 0 ? [] : [t('page.inside', { name: holders.map(({ name }) => name).join(' › ') })]),
    territory,
    community.scale === null ? '' : t(`scales.${community.scale}`),
  ]
  return (
    <Page
      layout="fill"
      back={{ label: t('common:actions.back'), onBack }}
      title={community.name}
      subtitle={about.filter((part) => part !== '').join(' · ')}
      actions={
        isRemoved ? (
          <Button onClick={() => void setRemoved(false)}>{t('restore')}</Button>
        ) : (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size="lg" aria-label={t('menu')}>
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void setRemoved(true)}>
                  {t('remove')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button leftSection={<IconPencil size={16} />} disabled={panel.kind === 'community'} onClick={() => setPanel({ kind: 'community' })}>
              {t('page.edit')}
            </Button>
          </>
        )
      }
    >
      <WithSidePanel panel={<CommunityPanel panel={panel} sheet={sheet} rows={list.rows} onClose={() => setPanel({ kind: 'none' })} />}>
        {isRemoved && (
          <p className={classes['removed']} role="status">
            {t('page.wasRemoved')}
          </p>
        )}
        <Tabs value={tab} onChange={setTab} keepMounted={false} className={classes['tabs'] ?? ''}>
          <Tabs.List>
            {tabs.map((value) => (
              <Tabs.Tab key={value} value={value}>
                {t(`tabs.${value}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="overview" className={classes['scroll'] ?? ''}>
            <CommunityOverview sheet={sheet} onPanel={setPanel} onOpen={onOpen} onOpenPerson={onOpenPerson} />
          </Tabs.Panel>
          <Tabs.Panel value="members" className={classes['fill'] ?? ''}>
            <CommunityMembersTab sheet={sheet} onPanel={setPanel} onOpenPerson={onOpenPerson} />
          </Tabs.Panel>
          <Tabs.Panel value="launch" className={classes['scroll'] ?? ''}>
            <CommunityLaunch community={community} onPanel={setPanel} />
          </Tabs.Panel>
          <Tabs.Panel value="meetings" className={classes['scroll'] ?? ''}>
            <CommunityMeetings community={community} onPanel={setPanel} onOpenEvent={onOpenEvent} />
          </Tabs.Panel>
          <Tabs.Panel value="log" className={classes['scroll'] ?? ''}>
            <CommunityLog community={community} onPanel={setPanel} />
          </Tabs.Panel>
        </Tabs>
      </WithSidePanel>
    </Page>
  )
}
