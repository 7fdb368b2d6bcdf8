import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, parsePartialDate, type IsoDate } from '#domain/period'
import { tableNames, type TableName } from '#domain/tables'
import type { JournalRow, TouchedRecord } from '#data/services/history-service'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { DataTable, type Column } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { SidePanel, WithSidePanel } from '#ui/side-panel'
import { Toolbar } from '#ui/toolbar'
import { useKeptState } from '#ui/use-kept-state'
import { useToday } from '#ui/use-today'
import { useActWords } from './cause-words.ts'
import { useFieldWords } from './field-words.ts'
import { UndoAct } from './undo-act.tsx'
import classes from './history.module.css'

export interface JournalPageProps {
  readonly onBack: () => void
  readonly onOpen: (table: TableName, id: string) => void
  /** The records that have a page of their own. */
  readonly opens: ReadonlySet<TableName>
}

const spans = ['1', '7', '30', 'all', 'day'] as const
type Span = (typeof spans)[number]

/** Journal: everything that was done, the latest first; each act can be looked at and taken back. */
export const JournalPage = ({ onBack, onOpen, opens }: JournalPageProps) => {
  const { t } = useTranslation('history')
  const { t: common } = useTranslation()
  const format = useFormat()
  const today = useToday()
  const words = useActWords()
  const [span, setSpan] = useKeptState<Span>('journal-span', () => '7')
  const [day, setDay] = useKeptState<IsoDate>('journal-day', () => today)
  const [open, setOpen] = useState<JournalRow | null>(null)
  const [from, to] = boundsOf(span, day, today)
  const rows = useLive(everyTable, ({ history }) => history.journal(from, to), [from, to])
  const shown = rows ?? noRows
  const current = shown.find(({ id }) => id === open?.id) ?? null
  const columns = useMemo(
    (): readonly Column<JournalRow>[] => [
      { id: 'at', header: t('columns.at'), width: 190, figures: true, render: ({ at }) => format.instant(at) },
      { id: 'what', header: t('columns.what'), width: { min: 260, share: 4 }, render: words },
      { id: 'by', header: t('columns.by'), width: { min: 120, share: 1 }, render: ({ by }) => by },
      {
        id: 'state',
        header: t('columns.state'),
        width: 100,
        render: ({ isUndone }) => (isUndone ? <span className={classes['quiet']}>{t('wasUndone')}</span> : ''),
      },
    ],
    [t, format, words],
  )
  return (
    <Page
      layout="fill"
      back={{ label: common('actions.back'), onBack }}
      title={t('journal')}
      subtitle={t('journalText')}
      filters={
        <Toolbar label={t('period')}>
          <SegmentedControl
            aria-label={t('period')}
            data={spans.map((value) => ({ value, label: t(`spans.${value}`) }))}
            value={span}
            onChange={(value) => setSpan(value as Span)}
          />
          {span === 'day' && (
            <TextInput
              type="date"
              aria-label={t('spans.day')}
              value={day}
              max={today}
              onChange={(event) => {
                const read = parsePartialDate(event.currentTarget.value)
                if (read !== null && read.length === 10) setDay(read as IsoDate)
              }}
            />
          )}
        </Toolbar>
      }
    >
      <WithSidePanel
        panel={current !== null && <ActPanel key={current.id} row={current} opens={opens} onOpen={onOpen} onClose={() => setOpen(null)} />}
      >
        <DataTable
          listKey={`${span} ${day}`}
          label={t('journal')}
          columns={columns}
          rowCount={shown.length}
          rowAt={(index) => shown[index]}
          rowKey={({ id }) => id}
          rowLabel={words}
          onOpen={setOpen}
          onPreview={setOpen}
          openKey={current?.id ?? null}
          empty={rows !== undefined && <EmptyState icon={<IconHistory />} title={t('noActs')} text={t('noActsText')} />}
        />
      </WithSidePanel>
    </Page>
  )
}

const shownRecords = 60

const ActPanel = ({
  row,
  opens,
  onOpen,
  onClose,
}: Pick<JournalPageProps, 'opens' | 'onOpen'> & { readonly row: JournalRow; readonly onClose: () => void }) => {
  const { t } = useTranslation(['history', 'common', 'shell'])
  const format = useFormat()
  const words = useActWords()
  const fields = useFieldWords()
  const touched = useLive([], ({ history }) => history.touched(row.id, shownRecords), [row.id])
  const nameOf = ({ name, table }: TouchedRecord): string => (name === '' ? t(`shell:act.${table}`, { count: 1 }) : name)
  return (
    <SidePanel
      takesFocus={false}
      title={words(row)}
      label={words(row)}
      onClose={onClose}
      footer={row.isUndone ? <span className={classes['quiet']}>{t('wasUndone')}</span> : <UndoAct id={row.id} />}
    >
      <p className={classes['quiet']}>
        {format.instant(row.at)}, {row.by}
      </p>
      <ul className={classes['entries']}>
        {touched?.rows.map((record) => (
          <li key={`${record.table} ${record.key}`} className={classes['entry']}>
            <div className={classes['entryHead']}>
              {opens.has(record.table) && record.kind !== 'removed' ? (
                <Button variant="subtle" size="compact-sm" px={0} onClick={() => onOpen(record.table, record.key)}>
                  {nameOf(record)}
                </Button>
              ) : (
                <span className={classes['strong']}>{nameOf(record)}</span>
              )}
              <span className={classes['quiet']}>{t(`touched.${record.kind}`)}</span>
            </div>
            {record.paths.length > 0 && <span className={classes['quiet']}>{[...new Set(record.paths.map(fields.field))].join(', ')}</span>}
          </li>
        ))}
      </ul>
      {touched !== undefined && touched.count > touched.rows.length && (
        <p className={classes['quiet']}>{t('andMore', { count: touched.count - touched.rows.length })}</p>
      )}
    </SidePanel>
  )
}

/** The first and the last instant of a span, the last one excluded; days are those of this computer. */
const boundsOf = (span: Span, day: IsoDate, today: IsoDate): readonly [string, string] => {
  if (span === 'all') return ['', '9999']
  const first = span === 'day' ? day : addDays(today, 1 - Number(span))
  return [instantOf(first), instantOf(addDays(span === 'day' ? day : today, 1))]
}
const instantOf = (day: IsoDate): string => new Date(`${day}T00:00:00`).toISOString()
const noRows: readonly JournalRow[] = []
/** Whatever is written shows in the journal. */
const everyTable = [...tableNames]
