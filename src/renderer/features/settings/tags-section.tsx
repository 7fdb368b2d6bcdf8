import { useTranslation } from 'react-i18next'
import type { TagId } from '#domain/id'
import type { Tag } from '#domain/tag'
import { newId } from '#data/new-id'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { NameForm } from '#features/settings/name-form'
import { RecordLines } from '#features/settings/record-lines'
import { useFormat } from '#i18n/setup'
import { EmptyState } from '#ui/empty-state'
import { FormSection } from '#ui/form-section'
import { useReportWrite } from '#ui/report-write'

/** The tags: rename, add, archive. */
export const TagsSection = () => {
  const { t } = useTranslation(['settings', 'common'])
  const format = useFormat()
  const data = useData()
  const report = useReportWrite()
  const tags = useLive(['tags'], (services) => services.records.all('tags'), [])
  if (tags === undefined) return null

  const save = (before: Tag | null, after: Tag): void => void data.records.save({ table: 'tags', before, after }).then(report)
  const change = (id: string, fields: Partial<Tag>): void => {
    const tag = tags.find((known) => known.id === id)
    if (tag !== undefined) save(tag, { ...tag, ...fields })
  }
  return (
    <FormSection title={t('sections.tags')} text={t('tags.intro')}>
      {tags.length === 0 && <EmptyState title={t('tags.emptyTitle')} text={t('tags.emptyText')} />}
      <RecordLines
        label={t('sections.tags')}
        lines={tags.toSorted((a, b) => format.compare(a.name, b.name))}
        onRename={(id, name) => change(id, { name })}
        onArchive={(id, archived) => change(id, { archived })}
      />
      <NameForm
        label={t('tags.name')}
        action={t('tags.add')}
        taken={new Set(tags.map(({ name }) => name.toLocaleLowerCase()))}
        onSave={(name) => save(null, { id: newId<TagId>(), name, archived: false })}
      />
    </FormSection>
  )
}
