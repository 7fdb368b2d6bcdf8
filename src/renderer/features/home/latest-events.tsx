import { Anchor, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EventId } from '#domain/id'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useToday } from '#ui/use-today'
import styles from './home.module.css'

interface LatestEventsProps {
  readonly onOpenEvent: (id: EventId) => void
  readonly onSeeEvents: () => void
}

const mostShown = 6

/** The latest events that have taken place, with how many came. */
export const LatestEvents = ({ onOpenEvent, onSeeEvents }: LatestEventsProps) => {
  const { t } = useTranslation(['home', 'common'])
  const format = useFormat()
  const today = useToday()
  const latest = useLive(['events', 'attendance'], (data) => data.events.latest(today, mostShown), [today])
  return (
    <section className={styles['card']} aria-label={t('recent.title')}>
      <h2 className={styles['cardTitle']}>{t('recent.title')}</h2>
      {latest?.length === 0 && <p className={styles['nothing']}>{t('recent.none')}</p>}
      <ul className={styles['lines']}>
        {latest?.map((event) => (
          <li key={event.id}>
            <UnstyledButton className={styles['line']} onClick={() => onOpenEvent(event.id)}>
              <span className={styles['lineMain']}>
                <span>{event.name}</span>
                <span className={styles['lineDetail']}>{event.date === null ? '' : format.date(event.date)}</span>
              </span>
              <span className={styles['lineEnd']}>{event.noted === 0 ? '' : t('recent.came', { count: event.came })}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Anchor component="button" type="button" onClick={onSeeEvents}>
        {t('recent.all')}
      </Anchor>
    </section>
  )
}
