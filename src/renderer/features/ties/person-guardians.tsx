import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useToday } from '#ui/use-today'
import { PersonButton } from './person-button.tsx'
import classes from './ties.module.css'

/** Who is responsible for a minor, and how to reach her, near the minor's own details; nothing when nobody is noted. */
export const PersonGuardians = ({ personId, onOpenPerson }: { readonly personId: PersonId; readonly onOpenPerson: (id: PersonId) => void }) => {
  const { t } = useTranslation('ties')
  const format = useFormat()
  const today = useToday()
  const guardians = useLive(['ties', 'people'], ({ ties }) => ties.guardians(personId, today), [personId, today])
  if (guardians === undefined || guardians.length === 0) return null
  return (
    <ul className={classes['guardians']} aria-label={t('person.guardian')}>
      {guardians.map((guardian) => (
        <li key={guardian.id} className={classes['lineMain']}>
          <span>
            <span className={classes['quiet']}>{t('person.guardian')}</span> <PersonButton person={guardian} onOpen={onOpenPerson} />
          </span>
          <span className={classes['detail']}>
            {[...guardian.phones.map(({ number }) => format.phone(number)), ...guardian.emails.map(({ address }) => address)].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
