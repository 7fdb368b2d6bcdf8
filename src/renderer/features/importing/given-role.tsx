import { Select, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportMapping } from '#domain/importing/mapping'
import type { RoleKind } from '#domain/role'
import { PartialDateInput } from '#ui/partial-date-input'
import { useRoleName } from '#i18n/role-name'
import classes from './columns.module.css'

interface GivenRoleProps {
  readonly mapping: ImportMapping
  readonly roleKinds: readonly RoleKind[]
  readonly onChange: (mapping: ImportMapping) => void
}

/** « Toutes ces personnes sont… »: a role for everybody in the file, and how long a role lasts that has no end there. */
export const GivenRole = ({ mapping, roleKinds, onChange }: GivenRoleProps) => {
  const { t } = useTranslation('importing')
  const roleName = useRoleName()
  const { givenRole } = mapping
  const hasRoles =
    givenRole !== null ||
    mapping.columns.some(
      ({ target }) => target?.kind === 'role' || (target?.kind === 'field' && (target.field === 'role' || target.field === 'roleStart')),
    )
  const options = [
    { value: 'none', label: t('columns.noGivenRole') },
    ...roleKinds.filter(({ archived }) => !archived).map((kind) => ({ value: kind.id as string, label: roleName(kind) })),
  ]
  const choose = (id: string | null): void => {
    const kind = roleKinds.find((known) => known.id === id)
    onChange({ ...mapping, givenRole: kind === undefined ? null : { start: null, end: null, ...givenRole, kind: kind.id } })
  }
  return (
    <div className={classes['sentence']}>
      <Select label={t('columns.givenRole')} w={220} data={options} value={givenRole?.kind ?? 'none'} onChange={choose} />
      {givenRole !== null && (
        <>
          <PartialDateInput
            label={t('columns.givenFrom')}
            value={givenRole.start}
            onChange={(start) => onChange({ ...mapping, givenRole: { ...givenRole, start } })}
          />
          <PartialDateInput
            label={t('columns.givenTo')}
            value={givenRole.end}
            onChange={(end) => onChange({ ...mapping, givenRole: { ...givenRole, end } })}
          />
        </>
      )}
      {hasRoles && (
        <Switch
          className={classes['lasts']}
          label={t('columns.oneYear')}
          checked={mapping.roleLasts === 'one-year'}
          onChange={(event) => onChange({ ...mapping, roleLasts: event.currentTarget.checked ? 'one-year' : 'open' })}
        />
      )}
    </div>
  )
}
