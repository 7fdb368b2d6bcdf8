import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconCircles, IconDots, IconPlus, IconTrash } from '@tabler/icons-react'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Community } from '#domain/community'
import type { CommunityId } from '#domain/id'
import type { CommunityRow } from '#data/services/communities-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useCommand } from '#ui/commands'
import { DataTable, type Column } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { useReportWrite } from '#ui/report-write'
import { WithSidePanel } from '#ui/side-panel'
import { useToday } from '#ui/use-today'
import { CommunityForm } from './community-form.tsx'
import { RemovedCommunities } from './removed-communities.tsx'
import classes from './communities.module.css'

interface CommunitiesPageProps {
  /** The pages of the room. */
  readonly tabs: ReactNode
  readonly onOpen: (id: CommunityId) => void
}

/** Communautés: all of them as a tree, with how many belong. */
export const CommunitiesPage = ({ tabs, onOpen }: CommunitiesPageProps) => {
  const { t } = useTranslation('communities')
  const data = useData()
  const report = useReportWrite()
  const today = useToday()
  const [creating, setCreating] = useState(false)
  const [inBin, setInBin] = useState(false)
  const list = useLive(['communities', 'communityMembers', 'people', 'organisations'], ({ communities }) => communities.list(today), [today])
  useCommand(
    'search',
    useCallback(() => document.querySelector<HTMLElement>('[role=grid]')?.focus(), []),
  )
  if (list === undefined)
    return (
      <Page title={t('title')} tabs={tabs}>
        {null}
      </Page>
    )
  const { rows, removed } = list
  const restore = async ({ id, name }: Community): Promise<void> => {
    report(await data.communities.setRemoved(id, null), { done: t('restored', { name }), undo: () => void data.changes.undo() })
  }
  if (inBin) return <RemovedCommunities communities={removed} onBack={() => setInBin(false)} onRestore={(one) => void restore(one)} />
  return (
    <Page
      layout="fill"
      title={t('title')}
      subtitle={t('subtitle')}
      tabs={tabs}
      actions={
        <>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size="lg" aria-label={t('menu')}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => setInBin(true)}>
                {t('bin')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {rows.length > 0 && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
              {t('new')}
            </Button>
          )}
        </>
      }
    >
      <WithSidePanel panel={creating && <CommunityForm community={null} rows={rows} onClose={() => setCreating(false)} onSaved={onOpen} />}>
        <Tree rows={rows} isNarrow={creating} onOpen={onOpen} onNew={() => setCreating(true)} />
      </WithSidePanel>
    </Page>
  )
}

interface TreeProps {
  readonly rows: readonly CommunityRow[]
  /** The form stands beside: only what tells communities apart is shown. */
  readonly isNarrow: boolean
  readonly onOpen: (id: CommunityId) => void
  readonly onNew: () => void
}
const Tree = ({ rows, isNarrow, onOpen, onNew }: TreeProps) => {
  const { t } = useTranslation('communities')
  const format = useFormat()
  const count = (value: number) => (value === 0 ? <span className={classes['faint']}>0</span> : format.number(value))
  const all: readonly Column<CommunityRow>[] = [
    {
      id: 'name',
      header: t('columns.name'),
      width: { min: 200, share: 3 },
      render: ({ community, depth }) => (
        <span className={classes['name']} style={{ paddingLeft: depth * 22 }}>
          {community.name}
        </span>
      ),
    },
    { id: 'kind', header: t('columns.kind'), width: { min: 110, share: 1 }, render: ({ community }) => t(`kinds.${community.kind}`) },
    { id: 'leader', header: t('columns.leader'), width: { min: 130, share: 1.5 }, render: ({ leader }) => leader },
    { id: 'people', header: t('columns.people'), width: 100, align: 'right', render: ({ people }) => count(people) },
    { id: 'organisations', header: t('columns.organisations'), width: 120, align: 'right', render: ({ organisations }) => count(organisations) },
  ]
  return (
    <DataTable
      keptAs="communities"
      label={t('label')}
      columns={isNarrow ? all.filter(({ id }) => id === 'name' || id === 'people') : all}
      rowCount={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={({ community }) => community.id}
      rowLabel={({ community }) => community.name}
      onOpen={({ community }) => onOpen(community.id)}
      empty={
        <EmptyState
          icon={<IconCircles />}
          title={t('empty.title')}
          text={t('empty.text')}
          action={
            <Button leftSection={<IconPlus size={16} />} onClick={onNew}>
              {t('new')}
            </Button>
          }
        />
      }
    />
  )
}
