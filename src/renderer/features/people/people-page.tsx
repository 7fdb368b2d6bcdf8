import { ActionIcon, Button, CloseButton, Menu, TextInput } from '@mantine/core'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { IconDots, IconPlus, IconSearch, IconTrash, IconUsers } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { FigureRule } from './figure-rule.tsx'
import { listOfFigure, showsFigure } from './figure-list.ts'
import type { PeopleColumn } from '#data/people-sort'
import type { PeopleQuery } from '#data/people-query'
import { useData } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { useCommand } from '#ui/commands'
import { DataTable } from '#ui/data-table'
import type { OpenedList } from '#ui/open-list'
import { Page } from '#ui/page'
import { WithSidePanel } from '#ui/side-panel'
import { Toolbar } from '#ui/toolbar'
import { useToday } from '#ui/use-today'
import { ColumnPicker } from './column-picker.tsx'
import { isComplete } from './condition-choices.ts'
import { changeListState, keptListState, useListState } from './list-state.ts'
import { useLists, useNames } from './lists.ts'
import type { Pair } from './pair.ts'
import { ExportPeople } from './export-people.tsx'
import { PeopleFilters } from './people-filters.tsx'
import { NobodyHere } from './nobody-here.tsx'
import { fittingColumns, tableColumns } from './people-columns.tsx'
import { PeoplePanel, type Panel } from './people-panel.tsx'
import { SavedViews } from './saved-views.tsx'
import { SelectionBar, type ListToWrite, type SelectionActions } from './selection-bar.tsx'
import { useKeptPlace } from './use-kept-place.ts'
import { usePeopleList } from './use-people-list.ts'
import { useSelection } from './use-selection.ts'
import classes from './people-page.module.css'

export interface PeoplePageProps {
  readonly onOpen: (id: PersonId) => void
  readonly onImport: () => void
  /** Acts on a selection that other rooms of the product bring. */
  readonly selectionActions?: SelectionActions | undefined
  /** Doublons: the list, or two people to compare. */
  readonly onSeeDuplicates: (pair: Pair | null) => void
  /** The list behind a figure, when one was opened. */
  readonly opened?: OpenedList | null
  /** From the list behind a figure to that figure. */
  readonly onBack: () => void
  /** « Écrire » to the list in sight or to those ticked, when the app has it. */
  readonly writing?: (list: ListToWrite) => ReactNode
}

/** Personnes: search, filters as a sentence, the list, and a panel beside it. */
export const PeoplePage = ({ onOpen, onImport, onSeeDuplicates, selectionActions, opened = null, onBack, writing }: PeoplePageProps) => {
  const { t } = useTranslation('people')
  const { t: person } = useTranslation('person')
  const { t: common } = useTranslation()
  const format = useFormat()
  const data = useData()
  const today = useToday()
  const state = useListState()
  const lists = useLists()
  const names = useNames(lists)
  const [panel, setPanel] = useState<Panel>({ kind: 'none' })
  const searchBox = useRef<HTMLInputElement>(null)
  const { ref: measure, width } = useElementSize<HTMLDivElement>()
  const place = useRef<HTMLDivElement>(null)
  const { search, filter, sort, removed } = state

  const query = useMemo(
    (): PeopleQuery => ({ search, filter: filter.filter(isComplete), sort, removed, today }),
    [search, filter, sort, removed, today],
  )
  const listKey = useMemo(() => JSON.stringify([search, filter, sort, removed]), [search, filter, sort, removed])
  const { list, see } = usePeopleList(query)
  const count = list.size?.count ?? 0
  const selection = useSelection(query, count)

  useEffect(() => {
    // Coming back to it from somebody's page finds it as it was left.
    if (opened !== null && !showsFigure(keptListState(), opened)) changeListState(listOfFigure(opened))
  }, [opened])
  // The first search would otherwise wait for what it needs.
  useEffect(() => void data.people.warm(), [data])
  useCommand(
    'search',
    useCallback(() => {
      searchBox.current?.focus()
      searchBox.current?.select()
    }, []),
  )
  useCommand(
    'new-person',
    useCallback(() => setPanel({ kind: 'new', name: '' }), []),
  )

  const focusTable = useKeptPlace(place, list.size !== null)
  const onSearchKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') focusTable()
    else if (event.key === 'Escape' && search !== '') changeListState({ search: '' })
    else if (event.key === 'Escape') focusTable()
    else return
    event.preventDefault()
  }

  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (panel.kind === 'preview') setPanel({ kind: 'none' })
    else if (selection.ids.size > 0) selection.clear()
    else return
    event.preventDefault()
  }

  const figure = opened !== null && showsFigure(state, opened) ? opened : null
  const openBin = (open: boolean): void => {
    changeListState({ removed: open, view: null, search: '', filter: [] })
    setPanel({ kind: 'none' })
    // What was pressed is no longer there.
    requestAnimationFrame(focusTable)
  }
  const isEmptyBase = list.size !== null && list.size.total === 0 && !removed && !list.removed
  const subject = list.size === null ? ' ' : t(filter.length > 0 || search !== '' ? 'some' : 'all', { count })
  const nobody = (
    <NobodyHere
      reason={isEmptyBase ? 'empty' : search !== '' ? 'search' : filter.length > 0 ? 'filter' : 'removed'}
      search={search}
      onImport={onImport}
      onNew={(name) => setPanel({ kind: 'new', name })}
      onShowAll={() => changeListState({ search: '', filter: [] })}
    />
  )
  return (
    <Page
      layout="fill"
      title={removed ? t('removedTitle') : (figure?.title ?? t('title'))}
      subtitle={figure === null ? undefined : <FigureRule key={figure.title} list={figure} />}
      back={
        removed ? { label: t('backToList'), onBack: () => openBin(false) } : figure === null ? undefined : { label: common('actions.back'), onBack }
      }
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
                <Menu.Item leftSection={<IconUsers size={14} />} onClick={() => onSeeDuplicates(null)}>
                  {person('duplicates.menu')}
                </Menu.Item>
                <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => openBin(true)}>
                  {t('showRemoved')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            {!isEmptyBase && (
              <Button leftSection={<IconPlus size={16} />} onClick={() => setPanel({ kind: 'new', name: '' })}>
                {t('new')}
              </Button>
            )}
          </>
        )
      }
      filters={
        isEmptyBase ? undefined : (
          <div className={classes['filters']}>
            <Toolbar
              label={t('toolbar')}
              end={
                <>
                  <SavedViews state={state} />
                  {writing?.({ ids: () => data.people.ids(query), today, quiet: true })}
                  <ExportPeople quiet ids={() => data.people.ids(query)} today={today} columns={state.columns} />
                  <ColumnPicker columns={state.columns} lists={lists} names={names} onChange={(columns) => changeListState({ columns })} />
                </>
              }
            >
              <TextInput
                ref={searchBox}
                className={classes['search'] ?? ''}
                aria-label={t('searchLabel')}
                placeholder={t('search')}
                leftSection={<IconSearch size={16} />}
                value={search}
                onChange={(event) => changeListState({ search: event.currentTarget.value })}
                onKeyDown={onSearchKey}
                rightSection={
                  search === '' ? null : <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => changeListState({ search: '' })} />
                }
              />
            </Toolbar>
            <PeopleFilters
              filter={filter}
              subject={subject}
              lists={lists}
              names={names}
              today={today}
              onChange={(next) => changeListState({ filter: next })}
            />
            {list.size?.fuzzy === true && (
              <p className={classes['fuzzy']} role="status">
                {t('fuzzy', { search: list.search })}
              </p>
            )}
          </div>
        )
      }
    >
      <WithSidePanel panel={<PeoplePanel panel={panel} onChange={setPanel} onOpen={onOpen} />}>
        <div
          ref={useMergedRef(place, measure)}
          className={classes['place']}
          data-selecting={selection.ids.size > 0 || undefined}
          // The search that the rows in sight answer: the one typed may be on its way.
          data-answers={list.search}
          onKeyDown={closeOnEscape}
        >
          {isEmptyBase ? (
            nobody
          ) : (
            <DataTable
              listKey={listKey}
              keptAs="people"
              label={t('listLabel')}
              columns={tableColumns(panel.kind === 'none' ? state.columns : fittingColumns(state.columns, width), {
                t,
                common,
                format,
                names,
                lists,
                today,
              })}
              rowCount={count}
              rowAt={list.rowAt}
              rowKey={(row) => row.id}
              rowLabel={(row) => common('table.selectRow', { name: `${row.firstName} ${row.lastName}` })}
              onRange={see}
              sort={
                sort === null
                  ? search === ''
                    ? { column: 'name', direction: 'ascending' }
                    : null
                  : { column: sort.column, direction: sort.descending ? 'descending' : 'ascending' }
              }
              onSort={({ column, direction }) =>
                changeListState({ sort: { column: column as PeopleColumn, descending: direction === 'descending' } })
              }
              selection={selection.forTable}
              onOpen={(row) => onOpen(row.id)}
              onPreview={(row) => setPanel({ kind: 'preview', id: row.id })}
              openKey={panel.kind === 'preview' ? panel.id : null}
              empty={list.size !== null && nobody}
            />
          )}
          {selection.ids.size > 0 && (
            <SelectionBar
              ids={selection.ids}
              removed={removed}
              lists={lists}
              names={names}
              today={today}
              query={query}
              columns={state.columns}
              actions={selectionActions}
              onClear={selection.clear}
              onCompare={onSeeDuplicates}
              writing={writing}
            />
          )}
        </div>
      </WithSidePanel>
    </Page>
  )
}
