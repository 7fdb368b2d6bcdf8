import { ActionIcon, Button, CloseButton, Menu, TextInput } from '@mantine/core'
import { IconCalendarEvent, IconDots, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventId } from '#domain/id'
import type { EventRow } from '#data/services/events-service'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useCommand } from '#ui/commands'
import { DataTable, type Column, type Sort } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { WithSidePanel } from '#ui/side-panel'
import { Toolbar } from '#ui/toolbar'
import { useKeptState } from '#ui/use-kept-state'
import { EventForm } from './event-form.tsx'
import { ExportEvents } from './export-events.tsx'

/** Événements: every event, the latest first, with how many came. `onOpen` shows the page of one. */
export const EventsPage = ({ onOpen }: { readonly onOpen: (id: EventId) => void }) => {
  const { t } = useTranslation(['events', 'common'])
  const format = useFormat()
  const [search, setSearch] = useKeptState('events.search', () => '')
  const [removed, setRemoved] = useState(false)
  const [creating, setCreating] = useState(false)
  const [sort, setSort] = useKeptState<Sort>('events.sort', () => ({ column: 'date', direction: 'descending' }))
  const query = useDeferredValue(search)
  const searchBox = useRef<HTMLInputElement>(null)
  useCommand(
    'search',
    useCallback(() => searchBox.current?.focus(), []),
  )
  const found = useLive(['events', 'attendance'], (data) => data.events.list({ query, removed }), [query, removed])
  const rows = found === undefined ? [] : sorted(found, sort, format.compare)

  const allColumns: readonly Column<EventRow>[] = [
    {
      id: 'date',
      header: t('columns.date'),
      width: 150,
      sortable: true,
      render: ({ date }) => (date === null ? <Faint>{t('undated')}</Faint> : format.date(date)),
    },
    { id: 'name', header: t('columns.name'), width: { min: 200, share: 3 }, sortable: true, render: ({ name }) => <strong>{name}</strong> },
    { id: 'kind', header: t('columns.kind'), width: { min: 100, share: 1 }, sortable: true, render: ({ kind }) => kind },
    { id: 'place', header: t('columns.place'), width: { min: 110, share: 1.5 }, render: ({ place }) => place },
    {
      id: 'came',
      header: t('columns.came'),
      width: 92,
      align: 'right',
      sortable: true,
      render: ({ came, noted }) => (noted === 0 ? <Faint>–</Faint> : format.number(came)),
    },
    {
      id: 'hours',
      header: t('columns.hours'),
      width: 92,
      align: 'right',
      sortable: true,
      render: ({ hours }) => (hours === null ? <Faint>–</Faint> : format.hours(hours)),
    },
  ]
  // Beside the form there is room for what tells events apart.
  const columns = creating ? allColumns.filter(({ id }) => id === 'date' || id === 'name' || id === 'came') : allColumns
  const isEmpty = found?.length === 0
  return (
    <Page
      layout="fill"
      title={removed ? t('removedView') : t('title')}
      back={removed ? { label: t('page.back'), onBack: () => setRemoved(false) } : undefined}
      subtitle={found === undefined ? ' ' : t('count', { count: found.length })}
      actions={
        removed ? undefined : (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size="lg" aria-label={t('menu')}>
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => setRemoved(true)}>
                  {t('removedView')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
              {t('new')}
            </Button>
          </>
        )
      }
      filters={
        <Toolbar
          label={t('search')}
          end={!removed && <ExportEvents list="events" ids={rows.map(({ id }) => id)} label={t('exportList')} name={t('title')} />}
        >
          <TextInput
            ref={searchBox}
            w={320}
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={16} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setSearch('')
            }}
            rightSection={search === '' ? null : <CloseButton size="sm" aria-label={t('common:filters.clear')} onClick={() => setSearch('')} />}
          />
        </Toolbar>
      }
    >
      <WithSidePanel panel={creating && <EventForm event={null} onClose={() => setCreating(false)} onSaved={onOpen} />}>
        <DataTable
          keptAs="events"
          label={t('label')}
          columns={columns}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={({ id }) => id}
          rowLabel={({ name }) => name}
          sort={sort}
          onSort={setSort}
          onOpen={({ id }) => onOpen(id)}
          empty={isEmpty && <NoEvents reason={query !== '' ? 'search' : removed ? 'removed' : 'none'} onCreate={() => setCreating(true)} />}
        />
      </WithSidePanel>
    </Page>
  )
}

const Faint = ({ children }: { readonly children: string }) => <span style={{ color: 'var(--ink-soft)' }}>{children}</span>

const NoEvents = ({ reason, onCreate }: { readonly reason: 'search' | 'removed' | 'none'; readonly onCreate: () => void }) => {
  const { t } = useTranslation(['events', 'common'])
  if (reason === 'search') return <EmptyState icon={<IconSearch />} title={t('empty.nothingFound')} text={t('empty.nothingFoundText')} />
  if (reason === 'removed') return <EmptyState icon={<IconTrash />} title={t('empty.noneRemoved')} text={t('empty.noneRemovedText')} />
  return (
    <EmptyState
      icon={<IconCalendarEvent />}
      title={t('empty.title')}
      text={t('empty.text')}
      action={<Button onClick={onCreate}>{t('new')}</Button>}
    />
  )
}

/** Whatever is unknown comes last, in both directions. */
const sorted = (rows: readonly EventRow[], { column, direction }: Sort, compare: (left: string, right: string) => number): readonly EventRow[] => {
  const sign = direction === 'ascending' ? 1 : -1
  const byText = (left: string, right: string): number =>
    left === '' || right === '' ? Number(left === '') - Number(right === '') : sign * compare(left, right)
  const byNumber = (left: number | null, right: number | null): number =>
    left === null || right === null ? Number(left === null) - Number(right === null) : sign * (left - right)
  return rows.toSorted((left, right) => {
    if (column === 'name') return byText(left.name, right.name)
    if (column === 'kind') return byText(left.kind, right.kind)
    if (column === 'came') return byNumber(left.noted === 0 ? null : left.came, right.noted === 0 ? null : right.came)
    if (column === 'hours') return byNumber(left.hours, right.hours)
    return byText(left.date ?? '', right.date ?? '')
  })
}
