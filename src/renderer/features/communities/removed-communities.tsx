import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Community } from '#domain/community'
import { DataTable, type Column } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'

interface RemovedCommunitiesProps {
  readonly communities: readonly Community[]
  readonly onBack: () => void
  readonly onRestore: (community: Community) => void
}

/** The bin of communities: each comes back with its place in the tree and its members. */
export const RemovedCommunities = ({ communities, onBack, onRestore }: RemovedCommunitiesProps) => {
  const { t } = useTranslation('communities')
  const columns: readonly Column<Community>[] = [
    { id: 'name', header: t('columns.name'), width: { min: 200, share: 3 }, render: ({ name }) => name },
    { id: 'kind', header: t('columns.kind'), width: { min: 130, share: 1 }, render: ({ kind }) => t(`kinds.${kind}`) },
    {
      id: 'restore',
      header: '',
      width: 140,
      align: 'right',
      render: (community) => (
        <Button size="compact-xs" variant="default" aria-label={t('restoreNamed', { name: community.name })} onClick={() => onRestore(community)}>
          {t('restore')}
        </Button>
      ),
    },
  ]
  return (
    <Page layout="fill" title={t('bin')} back={{ label: t('back'), onBack }}>
      <DataTable
        label={t('bin')}
        columns={columns}
        rowCount={communities.length}
        rowAt={(index) => communities[index]}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        empty={<EmptyState icon={<IconTrash />} title={t('empty.noneRemoved')} text={t('empty.noneRemovedText')} />}
      />
    </Page>
  )
}
