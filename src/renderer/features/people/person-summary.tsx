import { useTranslation } from 'react-i18next'
import type { Person } from '#domain/person'
import { ageRangeAt } from '#domain/period'
import { rolesHeldOn } from '#data/people-row'
import type { LastActivity } from '#data/people-activity'
import { useFormat } from '#i18n/setup'
import { Badge } from '#ui/badge'
import { useToday } from '#ui/use-today'
import type { Names } from './lists.ts'
import { ageWords } from './people-columns.tsx'
import classes from './person-page.module.css'

/** Roles of today, age, tags, then the last thing that happened; and what must be respected, first. */
export const PersonSummary = ({ person, last, names }: { readonly person: Person; readonly last: LastActivity | null; readonly names: Names }) => {
  const { t } = useTranslation('person')
  const { t: tp } = useTranslation('people')
  const format = useFormat()
  const today = useToday()
  const age = ageWords(person.birthDate, today, tp)
  const ages = ageRangeAt(person.birthDate, today)
  const roles = rolesHeldOn(person, today, new Map())
  return (
    <div>
      {person.deceased && <p className={classes['warning']}>{t('deceased')}</p>}
      {person.doNotContact && <p className={classes['warning']}>{t('doNotContact')}</p>}
      {person.deletedAt !== null && <p className={classes['warning']}>{t('removedOn', { date: format.instant(person.deletedAt) })}</p>}
      <div className={classes['badges']}>
        {roles.map((kind) => (
          <Badge key={kind} tone="accent">
            {names.role(kind)}
          </Badge>
        ))}
        {age !== '' && !person.deceased && <Badge>{age}</Badge>}
        {ages !== null && ages.min < 18 && !person.deceased && <Badge tone="warn">{t(ages.max < 18 ? 'minor' : 'maybeMinor')}</Badge>}
        {Object.keys(person.tags).map((tag) => (
          <Badge key={tag} outline>
            {names.tag(tag as keyof typeof person.tags)}
          </Badge>
        ))}
      </div>
      <p className={classes['last']}>
        {last === null
          ? t('neverSeen')
          : last.name === ''
            ? t('lastHours', { date: format.date(last.on) })
            : t('last', { date: format.date(last.on), what: last.name })}
      </p>
    </div>
  )
}
