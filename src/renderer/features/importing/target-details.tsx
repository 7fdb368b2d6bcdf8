import { NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ColumnTarget } from '#domain/importing/mapping'
import type { RoleKindId } from '#domain/id'
import type { RoleKind } from '#domain/role'
import { PartialDateInput } from '#ui/partial-date-input'
import { customKinds, isCustomKind } from './custom-kinds.ts'
import { useRoleName } from '#i18n/role-name'
import classes from './importing.module.css'

interface TargetDetailsProps {
  readonly target: ColumnTarget | null
  readonly roleKinds: readonly RoleKind[]
  readonly onChange: (target: ColumnTarget) => void
}

/** What must still be said of a target: the name and type of a new field, which role in which year, which event on which day. */
export const TargetDetails = ({ target, roleKinds, onChange }: TargetDetailsProps) => {
  const { t } = useTranslation('importing')
  const roleName = useRoleName()
  if (target === null || target.kind === 'field') return null
  const roleOptions = roleKinds.filter(({ archived }) => !archived).map((kind) => ({ value: kind.id, label: roleName(kind) }))

  switch (target.kind) {
    case 'custom':
      if (target.id !== null) return null
      return (
        <div className={classes['details']}>
          <TextInput
            aria-label={t('columns.customName')}
            value={target.name}
            onChange={(event) => onChange({ ...target, name: event.currentTarget.value })}
          />
          <Select
            aria-label={t('columns.customType')}
            w={140}
            data={customKinds.map((kind) => ({ value: kind, label: t(`columns.customTypes.${kind}`) }))}
            value={target.type}
            onChange={(type) => isCustomKind(type) && onChange({ ...target, type })}
          />
        </div>
      )
    case 'tag':
      return (
        <TextInput
          aria-label={t('columns.tagName')}
          value={target.name}
          onChange={(event) => onChange({ ...target, id: null, name: event.currentTarget.value })}
        />
      )
    case 'role': {
      const options = target.id === null ? [{ value: 'new', label: t('columns.newRole', { name: target.name }) }, ...roleOptions] : roleOptions
      return (
        <Select
          aria-label={t('columns.role')}
          data={options}
          value={target.id ?? 'new'}
          onChange={(id) => {
            const kind = roleKinds.find((known) => known.id === id)
            if (kind !== undefined) onChange({ kind: 'role', id: kind.id, name: kind.name ?? '' })
          }}
        />
      )
    }
    case 'role-year':
      return (
        <div className={classes['details']}>
          <Select
            aria-label={t('columns.role')}
            flex="1 1 120px"
            data={roleOptions}
            value={target.role}
            onChange={(role) => role !== null && onChange({ ...target, role: role as RoleKindId })}
          />
          <NumberInput
            aria-label={t('columns.year')}
            w={64}
            min={1900}
            max={2100}
            allowDecimal={false}
            hideControls
            value={target.year}
            onChange={(year) => typeof year === 'number' && onChange({ ...target, year })}
          />
          <Select
            aria-label={t('columns.span')}
            flex="1 1 170px"
            data={[
              { value: 'civil', label: t('columns.spans.civil') },
              { value: 'school', label: t('columns.spans.school', { next: (target.year + 1) % 100 }) },
            ]}
            value={target.span}
            onChange={(span) => onChange({ ...target, span: span === 'school' ? 'school' : 'civil' })}
          />
        </div>
      )
    case 'event':
      return (
        <div className={classes['details']}>
          <TextInput
            label={t('columns.eventName')}
            value={target.name}
            onChange={(event) => onChange({ ...target, id: null, name: event.currentTarget.value })}
          />
          <PartialDateInput label={t('columns.eventDate')} value={target.date} onChange={(date) => onChange({ ...target, date })} />
        </div>
      )
  }
}
