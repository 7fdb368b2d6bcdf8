import { Anchor, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { useLive } from '#data/use-live'
import { PersonName } from '#ui/person-name'
import { useToday } from '#ui/use-today'
import { callTables } from './call-tables.ts'
import { useReasonWords } from './reason-words.ts'
import classes from './calls.module.css'

const shown = 4

/** On Accueil: the first lines of « À qui parler aujourd'hui ». */
export const FirstCalls = ({ onOpenPerson, onSeeAll }: { readonly onOpenPerson: (id: PersonId) => void; readonly onSeeAll: () => void }) => {
  const { t } = useTranslation('calls')
  const today = useToday()
  const words = useReasonWords(today)
  const list = useLive(callTables, ({ calls }) => calls.list(today, shown), [today])
  if (list === undefined) return null
  return (
    <section className={classes['card']} aria-label={t('home.title')}>
      <h2 className={classes['cardTitle']}>{t('home.title')}</h2>
      {list.lines.length === 0 && <p className={classes['quiet']}>{t('home.nobody')}</p>}
      <ul className={classes['homeLines']}>
        {list.lines.map(({ person, reasons, about }) => (
          <li key={person.id}>
            <UnstyledButton className={classes['homeLine'] ?? ''} onClick={() => onOpenPerson(person.id)}>
              <PersonName person={person} order="spoken" />
              <span className={classes['others']}>{words.reason(reasons[0], person.id, about)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Anchor component="button" type="button" onClick={onSeeAll}>
        {t('home.all')}
      </Anchor>
    </section>
  )
}
