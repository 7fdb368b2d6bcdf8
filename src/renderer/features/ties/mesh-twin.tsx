import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import type { PersonLine, TieGraph } from '#data/ties-contract'
import { useFormat } from '#i18n/setup'
import { CountButton } from '#ui/count-button'
import { DataTable, type Column, type Sort } from '#ui/data-table'
import { PersonName } from '#ui/person-name'
import { useToday } from '#ui/use-today'
import { useOpenTieList } from './use-ties.ts'
import classes from './ties.module.css'

interface TwinRow {
  readonly person: PersonLine
  readonly degree: number
  readonly best: number
  readonly bestWith: PersonLine | null
  readonly isBridge: boolean
  readonly between: number
}

/** The drawing as a list: who is tied to how many, how strongly and to whom, and who links the others. */
export const MeshTwin = ({ graph, onOpenPerson }: { readonly graph: TieGraph; readonly onOpenPerson: (id: PersonId) => void }) => {
  const { t } = useTranslation('ties')
  const format = useFormat()
  const open = useOpenTieList(useToday())
  const [sort, setSort] = useState<Sort>({ column: 'degree', direction: 'descending' })
  const rows = useMemo(() => sorted(rowsOf(graph), sort, format.compare), [graph, sort, format])
  const columns: readonly Column<TwinRow>[] = [
    {
      id: 'name',
      header: t('graph.columns.name'),
      width: { min: 180, share: 2 },
      sortable: true,
      render: ({ person }) => <PersonName person={person} />,
    },
    {
      id: 'degree',
      header: t('graph.columns.degree'),
      width: 80,
      align: 'right',
      sortable: true,
      render: ({ person, degree }) => (
        <CountButton onOpen={() => open({ kind: 'tied-to', personId: person.id }, t('graph.tiedList', { name: fullName(person) }), t('graph.rule'))}>
          {format.number(degree)}
        </CountButton>
      ),
    },
    {
      id: 'best',
      header: t('graph.columns.best'),
      width: { min: 180, share: 2 },
      sortable: true,
      render: ({ best, bestWith }) => (bestWith === null ? '' : t('graph.bestWith', { name: fullName(bestWith), strength: format.number(best, 2) })),
    },
    {
      id: 'bridge',
      header: t('graph.columns.bridge'),
      width: 80,
      sortable: true,
      render: ({ isBridge }) => (isBridge ? t('graph.yes') : <span className={classes['quiet']}>{t('graph.no')}</span>),
    },
    {
      id: 'between',
      header: t('graph.columns.between'),
      width: 100,
      align: 'right',
      sortable: true,
      render: ({ between }) => format.percent(between, 1),
    },
  ]
  return (
    <div className={classes['twin']}>
      <DataTable
        label={t('graph.list')}
        columns={columns}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        rowKey={({ person }) => person.id}
        rowLabel={({ person }) => fullName(person)}
        sort={sort}
        onSort={setSort}
        listKey={`${sort.column} ${sort.direction}`}
        onOpen={({ person }) => onOpenPerson(person.id)}
      />
    </div>
  )
}

const rowsOf = (graph: TieGraph): readonly TwinRow[] =>
  graph.people.map((person, place) => ({
    person,
    degree: graph.degree[place] ?? 0,
    best: graph.best[place] ?? 0,
    bestWith: graph.people[graph.bestWith[place] ?? -1] ?? null,
    isBridge: graph.isBridge[place] === 1,
    between: graph.betweenness[place] ?? 0,
  }))

const sorted = (rows: readonly TwinRow[], { column, direction }: Sort, compare: (left: string, right: string) => number): readonly TwinRow[] => {
  const byName = (left: TwinRow, right: TwinRow): number =>
    compare(`${left.person.lastName} ${left.person.firstName}`, `${right.person.lastName} ${right.person.firstName}`)
  const valueOf = (row: TwinRow): number =>
    column === 'degree' ? row.degree : column === 'best' ? row.best : column === 'bridge' ? Number(row.isBridge) : row.between
  const way = direction === 'ascending' ? 1 : -1
  return rows.toSorted((left, right) =>
    column === 'name' ? way * byName(left, right) : way * (valueOf(left) - valueOf(right)) || byName(left, right),
  )
}
