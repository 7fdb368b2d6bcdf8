import { ActionIcon, Anchor, Button, Menu } from '@mantine/core'
import { IconDots, IconMapPin, IconPlus, IconTrash } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TerritoryId } from '#domain/id'
import type { Territory } from '#domain/territory'
import type { TerritoryRow } from '#data/services/territories-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useCommand } from '#ui/commands'
import { DataTable, type Column } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { useOpenList } from '#ui/open-list'
import { Page } from '#ui/page'
import { useReportWrite } from '#ui/report-write'
import { WithSidePanel } from '#ui/side-panel'
import { RemovedTerritories } from './removed-territories.tsx'
import { TerritoryForm } from './territory-form.tsx'
import classes from './territories.module.css'

/** What stands beside the list: nothing, a new territory, or the one being changed. */
type Panel = { readonly kind: 'none' } | { readonly kind: 'new' } | { readonly kind: 'edit'; readonly id: TerritoryId }

/** Territoires: the places of the association as a tree, who is where, kept by hand. */
export const TerritoriesPage = () => {
  const { t } = useTranslation(['territories', 'common'])
  const data = useData()
  const report = useReportWrite()
  const [panel, setPanel] = useState<Panel>({ kind: 'none' })
  const [inBin, setInBin] = useState(false)
  const list = useLive(['territories', 'people'], ({ territories }) => territories.list(), [])
  useCommand(
    'search',
    useCallback(() => document.querySelector<HTMLElement>('[role=grid]')?.focus(), []),
  )
  if (list === undefined) return <Page title={t('title')}>{null}</Page>
  const { rows, removed, outside } = list

  const setRemoved = async ({ id, name }: Territory, isRemoved: boolean): Promise<void> => {
    const written = await data.territories.setRemoved(id, isRemoved ? new Date().toISOString() : null)
    report(written, { done: t(isRemoved ? 'removed' : 'restored', { name }), undo: () => void data.changes.undo() })
    if (written.ok) setPanel({ kind: 'none' })
  }
  if (inBin) return <RemovedTerritories territories={removed} onBack={() => setInBin(false)} onRestore={(one) => void setRemoved(one, false)} />
  const edited = panel.kind === 'edit' ? rows.find(({ territory }) => territory.id === panel.id)?.territory : undefined
  const close = (): void => setPanel({ kind: 'none' })
  return (
    <Page
      layout="fill"
      title={t('title')}
      subtitle={t('subtitle')}
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
            <Button leftSection={<IconPlus size={16} />} onClick={() => setPanel({ kind: 'new' })}>
              {t('new')}
            </Button>
          )}
        </>
      }
    >
      <WithSidePanel
        panel={
          panel.kind === 'new' || edited !== undefined ? (
            <TerritoryForm
              key={edited?.id ?? 'new'}
              territory={edited ?? null}
              rows={rows}
              onClose={close}
              onRemove={edited === undefined ? null : () => void setRemoved(edited, true)}
            />
          ) : null
        }
      >
        <Tree
          rows={rows}
          isNarrow={panel.kind !== 'none'}
          openId={edited?.id ?? null}
          onOpen={(id) => setPanel({ kind: 'edit', id })}
          onNew={() => setPanel({ kind: 'new' })}
        />
        {rows.length > 0 && outside > 0 && <Outside count={outside} />}
      </WithSidePanel>
    </Page>
  )
}

interface TreeProps {
  readonly rows: readonly TerritoryRow[]
  /** The form stands beside: only what tells territories apart is shown. */
  readonly isNarrow: boolean
  readonly openId: TerritoryId | null
  readonly onOpen: (id: TerritoryId) => void
  readonly onNew: () => void
}
const Tree = ({ rows, isNarrow, openId, onOpen, onNew }: TreeProps) => {
  const { t } = useTranslation(['territories', 'common'])
  const format = useFormat()
  const openPeople = useOpenPeople()
  const all: readonly Column<TerritoryRow>[] = [
    {
      id: 'name',
      header: t('columns.name'),
      width: { min: 200, share: 3 },
      render: ({ territory, depth }) => (
        <span className={classes['name']} style={{ paddingLeft: depth * 22 }}>
          {territory.name}
        </span>
      ),
    },
    { id: 'type', header: t('columns.type'), width: { min: 130, share: 1 }, render: ({ territory }) => t(`types.${territory.type}`) },
    {
      id: 'codes',
      header: t('columns.codes'),
      width: { min: 110, share: 1.5 },
      figures: true,
      render: ({ territory }) => territory.codes.join(', '),
    },
    {
      id: 'people',
      header: t('columns.people'),
      width: 110,
      align: 'right',
      render: ({ territory, people }) =>
        people === 0 ? (
          <span className={classes['faint']}>0</span>
        ) : (
          <Anchor
            component="button"
            type="button"
            aria-label={t('seePeople', { count: people, name: territory.name })}
            onClick={() => openPeople(territory.id, t('list', { name: territory.name }))}
          >
            {format.number(people)}
          </Anchor>
        ),
    },
  ]
  return (
    <DataTable
      label={t('label')}
      columns={isNarrow ? all.filter(({ id }) => id === 'name' || id === 'people') : all}
      rowCount={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={({ territory }) => territory.id}
      rowLabel={({ territory }) => territory.name}
      openKey={openId}
      onOpen={({ territory }) => onOpen(territory.id)}
      empty={
        <EmptyState
          icon={<IconMapPin />}
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

/** Those that no territory holds, and their list. */
const Outside = ({ count }: { readonly count: number }) => {
  const { t } = useTranslation(['territories', 'common'])
  const openPeople = useOpenPeople()
  return (
    <p className={classes['outside']}>
      {t('outside', { count })}{' '}
      <Anchor component="button" type="button" onClick={() => openPeople(null, t('outsideList'))}>
        {t('common:actions.seeList')}
      </Anchor>
    </p>
  )
}

/** Opens the list of the people of a territory; null: of none. */
const useOpenPeople = (): ((id: TerritoryId | null, title: string) => void) => {
  const { t } = useTranslation('territories')
  const data = useData()
  const openList = useOpenList()
  return (id, title) => void data.territories.people(id).then((ids) => openList({ title, rule: t('rule'), ids }))
}
