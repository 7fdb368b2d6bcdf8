import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { Badge } from '#ui/badge'
import { Section } from '#ui/section'
import { useToday } from '#ui/use-today'
import { toneByState } from './offer-list.tsx'
import { offerTables } from './use-offer-lists.ts'
import classes from './offers.module.css'

/** On a person's page: what she offers, what she looks for. */
export const PersonOffersSection = ({ personId }: { readonly personId: PersonId }) => {
  const { t } = useTranslation('offers')
  const format = useFormat()
  const today = useToday()
  const rows = useLive(offerTables, ({ offers }) => offers.of(personId, today), [personId, today])
  if (rows === undefined) return null
  return (
    <Section title={t('person.title')}>
      {rows.length === 0 ? (
        <p className={classes['faint']}>{t('person.none')}</p>
      ) : (
        <ul className={classes['lines']}>
          {rows.map(({ offer, state, counterpart }) => (
            <li key={offer.id} className={classes['line']}>
              <span className={classes['faint']}>
                {t(`sides.${offer.side}`)}, {t(`categories.${offer.category}`)}
              </span>
              <span className={classes['name']}>{offer.title}</span>
              <Badge tone={toneByState[state]}>{t(`states.${state}`)}</Badge>
              {counterpart !== null && <span className={classes['faint']}>{counterpart.who}</span>}
              {offer.until !== null && (
                <span className={classes['faint']}>
                  {t('columns.until')} {format.shortDate(offer.until)}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
