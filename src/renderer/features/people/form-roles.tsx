import { Button, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RolePeriodId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import { newId } from '#data/new-id'
import { AddButton, DateField, RemoveButton, type PersonFormApi } from './form-fields.tsx'
import type { Lists, Names } from './lists.ts'
import { newRole } from './person-draft.ts'
import classes from './person-form.module.css'

/** Roles with their periods; one current role ends in one click. */
export const FormRoles = ({
  form,
  lists,
  names,
  today,
}: {
  readonly form: PersonFormApi
  readonly lists: Lists
  readonly names: Names
  readonly today: IsoDate
}) => {
  const { t } = useTranslation('person')
  const { roles } = form.getValues()
  const kinds = lists.roleKinds.filter(({ id, archived }) => !archived || roles.some(({ kind }) => kind === id))
  return (
    <>
      {roles.map((role, index) => (
        <div key={`${role.id} ${role.end ?? ''}`} className={classes['group']} role="group" aria-label={t('form.role')}>
          <div className={classes['line']}>
            <Select
              className={classes['grow'] ?? ''}
              label={t('form.role')}
              searchable
              data={kinds.map(({ id }) => ({ value: id as string, label: names.role(id) }))}
              key={form.key(`roles.${index}.kind`)}
              {...form.getInputProps(`roles.${index}.kind`)}
            />
            <RemoveButton label={t('form.removeRole')} onRemove={() => form.removeListItem('roles', index)} />
          </div>
          <div className={classes['pair']}>
            <DateField label={t('form.start')} initial={role.start} onChange={(date) => form.setFieldValue(`roles.${index}.start`, date)} />
            <DateField label={t('form.end')} initial={role.end} onChange={(date) => form.setFieldValue(`roles.${index}.end`, date)} />
          </div>
          {typeof form.errors[`roles.${index}.end`] === 'string' && <p className={classes['error']}>{form.errors[`roles.${index}.end`]}</p>}
          {role.end === null && (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => form.replaceListItem('roles', index, { ...form.getValues().roles[index], id: role.id, end: today } as typeof role)}
            >
              {t('roles.endToday')}
            </Button>
          )}
        </div>
      ))}
      <div className={classes['adds']}>
        <AddButton
          label={t('form.addRole')}
          onAdd={() => form.insertListItem('roles', newRole(newId<RolePeriodId>(), kinds.length === 1 ? (kinds[0]?.id ?? null) : null, today))}
        />
      </div>
    </>
  )
}
