import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Territory } from '#domain/territory'
import { DataTable, type Column } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'

interface RemovedTerritoriesProps {
  readonly territories: readonly Territory[]
  readonly onBack: () => void
  readonly onRestore: (territory: Territory) => void
}

/** The bin of territories: each comes back with its codes, its place in the tree and its people. */
export const RemovedTerritories = ({ territories, onBack, onRestore }: RemovedTerritoriesProps) => {
  const { t } = useTranslation('territories')
  const columns: readonly Column<Territory>[] = [
    { id: 'name', header: t('columns.name'), width: { min: 200, share: 3 }, render: ({ name }) => name },
    { id: 'type', header: t('columns.type'), width: { min: 130, share: 1 }, render: ({ type }) => t(`types.${type}`) },
    {
      id: 'restore',
      header: '',
      width: 140,
      align: 'right',
      render: (territory) => (
        <Button size="compact-xs" variant="default" aria-label={t('restoreNamed', { name: territory.name })} onClick={() => onRestore(territory)}>
          {t('restore')}
        </Button>
      ),
    },
  ]
  return (
    <Page layout="fill" title={t('bin')} back={{ label: t('backToList'), onBack }}>
      <DataTable
        label={t('bin')}
        columns={columns}
        rowCount={territories.length}
        rowAt={(index) => territories[index]}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        empty={<EmptyState icon={<IconTrash />} title={t('empty.noneRemoved')} text={t('empty.noneRemovedText')} />}
      />
    </Page>
  )
}
