import type { ReactNode } from 'react'
import type { FigureRef, GroupBy } from '#domain/indicators/figure'
import type { FunderReport } from '#domain/report/funder-report'
import { ShareBars } from '#charts/share-bars'
import { YearStatesChart } from '#charts/year-states-chart'
import { CrossingView } from './crossing-view.tsx'
import { reportTables, yearName } from './report-tables.ts'
import { cellText, ReportTableView } from './report-table-view.tsx'
import type { ReportRow, ReportTable, ReportWords } from './report-words.ts'
import { reportHeading } from './save-report.ts'
import styles from './reports.module.css'

interface ReportViewProps {
  readonly report: FunderReport
  readonly words: ReportWords
  readonly onOpenList: (ref: FigureRef, title: string) => void
}

/** The report on the page and, by its print style, on paper. */
export const ReportView = ({ report, words, onOpenList }: ReportViewProps) => {
  const { t, format } = words
  const { title, lines } = reportHeading(report, words)
  const openRow =
    (table: ReportTable) =>
    (row: ReportRow, ref: FigureRef): void =>
      onOpenList(ref, table.id === 'people' ? t('list', { what: String(row.cells[0]), group: String(row.cells[1]) }) : String(row.cells[0]))
  const sections: Readonly<Record<ReportTable['id'], (table: ReportTable) => ReactNode>> = {
    summary: (table) => <ReportTableView table={table} format={format} onOpen={openRow(table)} />,
    people: (table) => (
      <>
        <PeopleView table={table} words={words} splits={report.people.groups.map(({ by }) => by)} onOpen={openRow(table)} />
        <div className={styles['blocks']}>
          {report.people.crossings.map((crossing) => (
            <CrossingView key={crossing.rows} crossing={crossing} words={words} onOpenList={onOpenList} />
          ))}
        </div>
      </>
    ),
    events: (table) =>
      table.rows.length === 0 ? <p>{t('events.none')}</p> : <ReportTableView table={table} format={format} onOpen={openRow(table)} />,
    hours: (table) =>
      table.rows.length === 0 ? <p>{t('hours.none')}</p> : <ReportTableView table={table} format={format} onOpen={openRow(table)} />,
    retention: (table) => (
      <>
        <StatesChart report={report} words={words} onOpenList={onOpenList} />
        <ReportTableView table={table} format={format} onOpen={openRow(table)} />
      </>
    ),
    method: (table) => (
      <ol className={styles['notes']}>
        {table.rows.map(({ cells }) => (
          <li key={String(cells[0])}>{cells[1]}</li>
        ))}
      </ol>
    ),
  }
  return (
    <article className={styles['report']} aria-label={title}>
      <header className={styles['heading']}>
        <h2>{title}</h2>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </header>
      {reportTables(report, words).map((table) => (
        <section key={table.id} className={styles['section']} data-table={table.id} aria-label={table.name}>
          <h3>{table.name}</h3>
          {sections[table.id](table)}
        </section>
      ))}
    </article>
  )
}

interface PeopleViewProps {
  readonly table: ReportTable
  readonly words: ReportWords
  /** The ways of splitting that come before the crossings. */
  readonly splits: readonly GroupBy[]
  readonly onOpen: (row: ReportRow, ref: FigureRef) => void
}
/** One block of bars for each way to split the people. */
const PeopleView = ({ table, words: { t, format }, splits, onOpen }: PeopleViewProps) => {
  const blocks = [...Map.groupBy(table.rows, ({ cells }) => String(cells[0]))]
  return (
    <div className={styles['blocks']}>
      {blocks.slice(0, splits.length).map(([name, rows], position) => (
        <div key={name} className={styles['block']}>
          <h4>{name}</h4>
          <ShareBars
            labelWidth={hasLongNames(splits[position]) ? '15rem' : '10rem'}
            bars={rows.map((row) => {
              const [, group, count, share] = row.cells
              const ref = row.refs[2] ?? null
              return {
                label: String(group),
                share: typeof share === 'number' ? share : 0,
                text: cellText(count ?? null, 'integer', format),
                description: t('common:actions.seeList'),
                onPick: ref === null || count === 0 ? undefined : () => onOpen(row, ref),
              }
            })}
          />
        </div>
      ))}
    </div>
  )
}

/** Names of places are longer than « 18 à 25 ans »: they are read whole, on paper too. */
const hasLongNames = (by: GroupBy | undefined): boolean => by === 'territory' || by === 'qpv'

const shownYears = 10

const StatesChart = ({ report: { retention }, words: { t }, onOpenList }: ReportViewProps) => {
  const rows = retention.years.slice(-shownYears)
  if (rows.every(({ active }) => active.count === 0)) return null
  const words = {
    kept: t('retention.columns.kept'),
    returned: t('retention.columns.returned'),
    newcomers: t('retention.columns.newcomers'),
    lapsed: t('retention.columns.lapsed'),
  }
  return (
    <div className={styles['chart']}>
      <YearStatesChart
        name={t('retention.chart')}
        words={words}
        describe={(year, state, count) => t('retention.segment', { year, state: words[state], count })}
        years={rows.map(({ year, states }) => ({
          label: yearName(year),
          counts: { kept: states.kept.count, returned: states.returned.count, newcomers: states.newcomers.count, lapsed: states.lapsed.count },
          onPick: (state) => onOpenList(states[state].ref, t('list', { what: words[state], group: yearName(year) })),
        }))}
      />
    </div>
  )
}
