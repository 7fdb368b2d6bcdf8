import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { binTables } from '#data/services/history-service'
import type { RemovedRecord } from '#data/services/history-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { DataTable, type Column } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { useReportWrite } from '#ui/report-write'

/** Corbeille: whatever was put in it, of every kind, the latest first; everything can come back. */
export const BinPage = ({ onBack }: { readonly onBack: () => void }) => {
  const { t } = useTranslation('history')
  const { t: common } = useTranslation()
  const { t: shell } = useTranslation('shell')
  const format = useFormat()
  const data = useData()
  const report = useReportWrite()
  const found = useLive(['events', ...binTables], ({ history }) => history.bin(), [])
  const rows = found ?? noRows
  const columns = useMemo((): readonly Column<RemovedRecord>[] => {
    const restore = async (record: RemovedRecord): Promise<void> => {
      report(await data.history.restore([record]), {
        done: t('restored', { name: record.name === '' ? shell(`act.${record.table}`, { count: 1 }) : record.name }),
        undo: () => void data.changes.undo(),
      })
    }
    return [
      {
        id: 'name',
        header: t('columns.name'),
        width: { min: 220, share: 3 },
        render: ({ name, mergedInto }) => (mergedInto === '' ? name : t('mergedInto', { name, into: mergedInto })),
      },
      { id: 'kind', header: t('columns.kind'), width: { min: 150, share: 1 }, render: ({ table }) => shell(`act.${table}`, { count: 1 }) },
      { id: 'at', header: t('columns.removedAt'), width: 190, figures: true, render: ({ deletedAt }) => format.instant(deletedAt) },
      {
        id: 'restore',
        header: t('columns.act'),
        width: 120,
        align: 'right',
        render: (record) => (
          <Button size="compact-xs" variant="default" aria-label={t('restoreNamed', { name: record.name })} onClick={() => void restore(record)}>
            {t('restore')}
          </Button>
        ),
      },
    ]
  }, [t, shell, format, data, report])
  return (
    <Page layout="fill" back={{ label: common('actions.back'), onBack }} title={t('bin')} subtitle={t('binText')}>
      <DataTable
        keptAs="bin"
        label={t('bin')}
        columns={columns}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        rowKey={({ table, id }) => `${table} ${id}`}
        rowLabel={({ name }) => name}
        empty={found !== undefined && <EmptyState icon={<IconTrash />} title={t('binEmpty')} text={t('binEmptyText')} />}
      />
    </Page>
  )
}

const noRows: readonly RemovedRecord[] = []
