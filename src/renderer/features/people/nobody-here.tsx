import { Button, Group } from '@mantine/core'
import { IconFileImport, IconSearch, IconTrash, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#ui/empty-state'

export interface NobodyHereProps {
  readonly reason: 'empty' | 'search' | 'filter' | 'removed'
  readonly search: string
  readonly onImport: () => void
  /** Opens the form with what was searched as a name. */
  readonly onNew: (name: string) => void
  readonly onShowAll: () => void
}

/** Why the list is empty, and what to do about it. */
export const NobodyHere = ({ reason, search, onImport, onNew, onShowAll }: NobodyHereProps) => {
  const { t } = useTranslation('people')
  if (reason === 'removed') return <EmptyState icon={<IconTrash size={32} />} title={t('empty.removedTitle')} text={t('empty.removedText')} />
  if (reason === 'empty')
    return (
      <EmptyState
        icon={<IconUsers size={36} />}
        title={t('empty.title')}
        text={t('empty.text')}
        action={
          <Group justify="center">
            <Button leftSection={<IconFileImport size={16} />} onClick={onImport}>
              {t('empty.import')}
            </Button>
            <Button variant="default" onClick={() => onNew('')}>
              {t('empty.add')}
            </Button>
          </Group>
        }
      />
    )
  const name = search.trim()
  const looksLikeName = reason === 'search' && /^\p{L}[\p{L}\s’'-]*$/u.test(name)
  return (
    <EmptyState
      icon={<IconSearch size={32} />}
      title={t('empty.nothing')}
      text={reason === 'search' ? t('empty.nothingSearch', { search: name }) : t('empty.nothingFilter')}
      action={
        <Group justify="center">
          {looksLikeName && <Button onClick={() => onNew(name)}>{t('empty.createNamed', { name })}</Button>}
          <Button variant="default" onClick={onShowAll}>
            {t('empty.clear')}
          </Button>
        </Group>
      }
    />
  )
}
