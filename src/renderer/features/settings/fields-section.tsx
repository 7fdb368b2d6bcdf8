import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '#domain/custom-field'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { FieldForm } from '#features/settings/field-form'
import { RecordLines } from '#features/settings/record-lines'
import { Badge } from '#ui/badge'
import { EmptyState } from '#ui/empty-state'
import { FormSection } from '#ui/form-section'
import { useReportWrite } from '#ui/report-write'

/** The association's own fields on people. */
export const FieldsSection = () => {
  const { t } = useTranslation(['settings', 'common'])
  const data = useData()
  const report = useReportWrite()
  const [adding, setAdding] = useState(false)
  const fields = useLive(['customFields'], (services) => services.records.all('customFields'), [])
  if (fields === undefined) return null

  const save = (before: CustomField | null, after: CustomField): void => void data.records.save({ table: 'customFields', before, after }).then(report)
  const change = (id: string, some: Partial<CustomField>): void => {
    const field = fields.find((known) => known.id === id)
    if (field !== undefined) save(field, { ...field, ...some })
  }
  const add = (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('fields.add')}
    </Button>
  )
  return (
    <FormSection title={t('sections.fields')} text={t('fields.intro')}>
      {fields.length === 0 && !adding && <EmptyState title={t('fields.emptyTitle')} text={t('fields.emptyText')} action={add} />}
      <RecordLines
        label={t('sections.fields')}
        lines={fields
          .toSorted((a, b) => a.order - b.order)
          .map((field) => ({
            id: field.id,
            name: field.name,
            archived: field.archived,
            marks: (
              <>
                {field.kind === 'choice' ? field.choices.join(', ') : t(`fields.kinds.${field.kind}`)}
                {field.sensitive && <Badge tone="warn">{t('fields.sensitiveMark')}</Badge>}
              </>
            ),
          }))}
        onRename={(id, name) => change(id, { name })}
        onArchive={(id, archived) => change(id, { archived })}
      />
      {adding ? (
        <FieldForm
          taken={new Set(fields.map(({ name }) => name.toLocaleLowerCase()))}
          order={Math.max(0, ...fields.map(({ order }) => order)) + 1}
          onCancel={() => setAdding(false)}
          onSave={(field) => {
            save(null, field)
            setAdding(false)
          }}
        />
      ) : (
        fields.length > 0 && <div>{add}</div>
      )}
    </FormSection>
  )
}
