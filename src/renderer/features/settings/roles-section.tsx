import { useTranslation } from 'react-i18next'
import type { RoleKind } from '#domain/role'
import type { RoleKindId } from '#domain/id'
import { newId } from '#data/new-id'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { NameForm } from '#features/settings/name-form'
import { RecordLines } from '#features/settings/record-lines'
import { useRoleName } from '#i18n/role-name'
import { Badge } from '#ui/badge'
import { FormSection } from '#ui/form-section'
import { useReportWrite } from '#ui/report-write'

/** The kinds of roles: rename, add, archive. */
export const RolesSection = () => {
  const { t } = useTranslation('settings')
  const nameOf = useRoleName()
  const data = useData()
  const report = useReportWrite()
  const kinds = useLive(['roleKinds'], (services) => services.records.all('roleKinds'), [])
  if (kinds === undefined) return null

  const save = (before: RoleKind | null, after: RoleKind): void => void data.records.save({ table: 'roleKinds', before, after }).then(report)
  const change = (id: string, fields: Partial<RoleKind>): void => {
    const kind = kinds.find((known) => known.id === id)
    if (kind !== undefined) save(kind, { ...kind, ...fields })
  }

  return (
    <FormSection title={t('sections.roles')} text={`${t('roles.intro')} ${t('roles.staffHint')}`}>
      <RecordLines
        label={t('sections.roles')}
        lines={kinds
          .toSorted((a, b) => a.order - b.order)
          .map((kind) => ({
            id: kind.id,
            name: nameOf(kind),
            archived: kind.archived,
            marks: kind.isStaff ? <Badge>{t('roles.staff')}</Badge> : null,
            acts: [{ label: kind.isStaff ? t('roles.unmakeStaff') : t('roles.makeStaff'), run: () => change(kind.id, { isStaff: !kind.isStaff }) }],
          }))}
        onRename={(id, name) => change(id, { name })}
        onArchive={(id, archived) => change(id, { archived })}
      />
      <NameForm
        label={t('roles.name')}
        action={t('roles.add')}
        taken={new Set(kinds.map((kind) => nameOf(kind).toLocaleLowerCase()))}
        onSave={(name) =>
          save(null, { id: newId<RoleKindId>(), name, isStaff: false, archived: false, order: Math.max(0, ...kinds.map(({ order }) => order)) + 1 })
        }
      />
    </FormSection>
  )
}
