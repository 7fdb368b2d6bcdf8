import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { IsoDate } from '#domain/period'
import { roleHeldAt } from '#domain/people-match'
import { rolesOf, type Person } from '#domain/person'
import type { RolePeriod } from '#domain/role'
import { useData } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { useReportWrite } from '#ui/report-write'
import type { Names } from './lists.ts'
import { useFirstLines } from './first-lines.tsx'
import classes from './person-page.module.css'

/** The roles in words, the latest first: what the line of life draws; a current one ends in one click. */
export const PersonRoles = ({ person, names, today }: { readonly person: Person; readonly names: Names; readonly today: IsoDate }) => {
  const { t } = useTranslation('person')
  const { t: common } = useTranslation()
  const data = useData()
  const format = useFormat()
  const report = useReportWrite()
  const roles = rolesOf(person).toSorted((left, right) => ((left.start ?? '') < (right.start ?? '') ? 1 : -1))
  const { shown, more } = useFirstLines(roles)
  if (roles.length === 0) return <p className={classes['quiet']}>{t('roles.none')}</p>

  const end = async (role: RolePeriod): Promise<void> => {
    const after: Person = { ...person, roles: { ...person.roles, [role.id]: { ...role, end: today } } }
    report(await data.records.save({ table: 'people', before: person, after }), {
      done: t('roles.ended', { name: names.role(role.kind) }),
      undo: () => void data.changes.undo(),
    })
  }

  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('roles.kind')}</th>
            <th scope="col">{t('roles.start')}</th>
            <th scope="col">{t('roles.end')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((role) => (
            <tr key={role.id}>
              <td>
                {names.role(role.kind)}
                {role.organisationId !== null && <span className={classes['quiet']}> {names.organisation(role.organisationId)}</span>}
                {role.note !== '' && <div className={classes['quiet']}>{role.note}</div>}
              </td>
              <td className={classes['day']}>
                {role.start === null ? <span className={classes['quiet']}>{common('unknown')}</span> : format.date(role.start)}
              </td>
              <td className={classes['day']}>{role.end === null ? t('roles.still') : format.date(role.end)}</td>
              <td className={classes['number']}>
                {role.end === null && person.deletedAt === null && roleHeldAt(role, { kind: 'today' }, today) && (
                  <Button variant="subtle" size="compact-xs" onClick={() => void end(role)}>
                    {t('roles.endToday')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}
