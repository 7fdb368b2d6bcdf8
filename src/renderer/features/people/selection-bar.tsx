import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconTrash, IconUsers, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import type { PeopleAct } from '#data/people-acts'
import type { PeopleQuery } from '#data/people-query'
import type { PeopleColumn } from '#data/people-sort'
import { useData } from '#data/use-data'
import { useReportWrite } from '#ui/report-write'
import { showToast } from '#ui/toast'
import type { Pair } from './pair.ts'
import { ExportPeople } from './export-people.tsx'
import { GiveRole } from './give-role.tsx'
import type { Lists, Names } from './lists.ts'
import { TerritoryChoice } from './territory-choice.tsx'
import { TagChoice } from './tag-choice.tsx'
import classes from './selection-bar.module.css'

/** Acts on those who are ticked that another room brings. */
export type SelectionActions = (ids: () => readonly PersonId[]) => ReactNode
/** People to write to, in the order of the list; `quiet`: the button stands among the list's own. */
export interface ListToWrite {
  readonly ids: () => Promise<readonly PersonId[]>
  readonly today: IsoDate
  readonly quiet: boolean
}

export interface SelectionBarProps {
  readonly ids: ReadonlySet<PersonId>
  readonly removed: boolean
  readonly lists: Lists
  readonly names: Names
  readonly today: IsoDate
  readonly query: PeopleQuery
  readonly columns: readonly PeopleColumn[]
  /** What other rooms of the product can do with them. */
  readonly actions?: SelectionActions | undefined
  readonly onClear: () => void
  /** Two people side by side, to be merged. */
  readonly onCompare: (pair: Pair) => void
  readonly writing?: ((list: ListToWrite) => ReactNode) | undefined
}

/** What can be done with those who are ticked; each act is one change, undone as one. */
export const SelectionBar = ({ ids, removed, lists, names, today, query, columns, actions, onClear, onCompare, writing }: SelectionBarProps) => {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation()
  const data = useData()
  const report = useReportWrite()
  const [first, second] = [...ids]

  const act = async (what: PeopleAct, told: (count: number) => string): Promise<void> => {
    const written = await data.people.act([...ids], what)
    if (!written.ok) return void report(written)
    const count = written.value?.editCounts['people'] ?? 0
    if (count === 0) return showToast({ message: t('bar.nothing') })
    report(written, { done: told(count), undo: () => void data.changes.undo() })
    if (what.kind === 'remove' || what.kind === 'restore') onClear()
  }

  return (
    <div className={classes['bar']} role="toolbar" aria-label={t('bar.label')}>
      <span className={classes['count']} role="status">
        {common('selected', { count: ids.size })}
      </span>
      {removed ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowBackUp size={14} />}
          onClick={() => void act({ kind: 'restore' }, (count) => t('bar.restored', { count }))}
        >
          {t('bar.restore')}
        </Button>
      ) : (
        <>
          <TagChoice
            tags={lists.tags}
            onAdd={(tag, name) => void act({ kind: 'add-tag', tag }, (count) => t('bar.tagged', { count, name }))}
            onRemove={(tag, name) => void act({ kind: 'remove-tag', tag }, (count) => t('bar.untagged', { count, name }))}
          />
          <GiveRole
            lists={lists}
            names={names}
            today={today}
            onGive={(role) => void act({ kind: 'give-role', role, today }, (count) => t('bar.roleGiven', { count, name: names.role(role.kind) }))}
          />
          <Menu position="top">
            <Menu.Target>
              <Button variant="default" size="xs">
                {t('bar.endRole')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {lists.roleKinds.map(({ id }) => (
                <Menu.Item
                  key={id}
                  onClick={() => void act({ kind: 'end-role', role: id, on: today }, (count) => t('bar.roleEnded', { count, name: names.role(id) }))}
                >
                  {names.role(id)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {lists.territories.length > 0 && (
            <TerritoryChoice
              lists={lists}
              onChoose={(territory) =>
                void act({ kind: 'set-territory', territory }, (count) =>
                  territory === null ? t('bar.territoryCleared', { count }) : t('bar.territorySet', { count, name: names.territory(territory) }),
                )
              }
            />
          )}
          {first !== undefined && second !== undefined && ids.size === 2 && (
            <Button variant="default" size="xs" leftSection={<IconUsers size={14} />} onClick={() => onCompare([first, second])}>
              {t('bar.merge')}
            </Button>
          )}
          {actions?.(() => [...ids])}
          {writing?.({ ids: () => inListOrder(data.people.ids(query), ids), today, quiet: false })}
          <ExportPeople ids={() => inListOrder(data.people.ids(query), ids)} today={today} columns={columns} />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconTrash size={14} />}
            onClick={() => void act({ kind: 'remove' }, (count) => t('bar.removed', { count }))}
          >
            {t('bar.remove')}
          </Button>
        </>
      )}
      <ActionIcon aria-label={t('bar.clear')} onClick={onClear}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  )
}

/** Those ticked, as the list orders them; then those a new search no longer shows. */
const inListOrder = async (listed: Promise<readonly PersonId[]>, ticked: ReadonlySet<PersonId>): Promise<readonly PersonId[]> => {
  const shown = (await listed).filter((id) => ticked.has(id))
  return [...new Set([...shown, ...ticked])]
}
