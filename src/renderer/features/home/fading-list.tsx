import { Anchor, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import type { FigureRule } from '#domain/indicators/figure'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useOpenList } from '#ui/open-list'
import { PersonName } from '#ui/person-name'
import { useToday } from '#ui/use-today'
import styles from './home.module.css'

interface FadingListProps {
  readonly onOpenPerson: (id: PersonId) => void
  readonly rule: Extract<FigureRule, { readonly kind: 'fading' }> | null
}

const mostShown = 8
/** Above this many days a rhythm reads better in months. */
const longRhythm = 45

/** People whose silence is unusual for them: whom to call today, with the telephone at hand. */
export const FadingList = ({ onOpenPerson, rule }: FadingListProps) => {
  const { t } = useTranslation(['home', 'common'])
  const format = useFormat()
  const today = useToday()
  const openList = useOpenList()
  const fading = useLive(['people', 'events', 'attendance', 'hours', 'roleKinds', 'settings'], (data) => data.figures.fading(today, mostShown), [
    today,
  ])
  if (fading === undefined) return null
  const ruleWords =
    rule === null ? '' : t('fading.rule', { facts: rule.fewestSigns, times: rule.times, days: rule.fewestDays, months: rule.longestMonths })
  const rhythmWords = (days: number): string =>
    days < longRhythm ? t('fading.rhythm', { count: Math.round(days) }) : t('fading.rhythmMonths', { count: Math.round(days / 30.44) })
  return (
    <section className={styles['card']} aria-label={t('fading.title')}>
      <h2 className={styles['cardTitle']}>{t('fading.title')}</h2>
      {fading.ids.length === 0 && <p className={styles['nothing']}>{t('fading.nobody')}</p>}
      <ul className={styles['lines']}>
        {fading.first.map(({ person, lastSeen, rhythm }) => (
          <li key={person.id}>
            <UnstyledButton className={styles['line']} onClick={() => onOpenPerson(person.id)}>
              <span className={styles['lineMain']}>
                <PersonName person={person} order="spoken" />
                <span className={styles['lineDetail']}>{`${rhythmWords(rhythm)}, ${t('fading.last', { date: format.date(lastSeen) })}`}</span>
              </span>
              <span className={styles['lineEnd']}>
                {person.phones[0] === undefined ? (person.emails[0]?.address ?? '') : format.phone(person.phones[0].number)}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {fading.ids.length > mostShown && (
        <Anchor component="button" type="button" onClick={() => openList({ title: t('fading.list'), rule: ruleWords, ids: fading.ids })}>
          {t('fading.all', { count: fading.ids.length })}
        </Anchor>
      )}
      <p className={styles['rule']}>{ruleWords}</p>
    </section>
  )
}
