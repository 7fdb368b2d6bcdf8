import { Anchor, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import type { OfferRow, OfferSuggestion } from '#data/services/offers-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useReportWrite } from '#ui/report-write'
import { offerTables } from './use-offer-lists.ts'
import classes from './offers.module.css'

interface OfferSuggestionsProps {
  readonly row: OfferRow
  readonly today: IsoDate
  readonly onOpenPerson: (id: PersonId) => void
}
const mostShown = 20

/** Who could answer this line, with the reasons; one click ties both. */
export const OfferSuggestions = ({ row, today, onOpenPerson }: OfferSuggestionsProps) => {
  const { t } = useTranslation('offers')
  const format = useFormat()
  const data = useData()
  const report = useReportWrite()
  const found = useLive(offerTables, ({ offers }) => offers.suggestions(row.offer.id, today), [row.offer.id, today])
  const tie = async ({ row: other }: OfferSuggestion): Promise<void> => {
    const written = await data.offers.tie(row.offer.id, other.offer.id, today)
    report(written, { done: t('tied', { what: row.offer.title, other: other.offer.title }), undo: () => void data.changes.undo() })
  }
  const reasons = ({ place, skills, until, row: other }: OfferSuggestion): readonly string[] => [
    t('reasons.category', { category: t(`categories.${other.offer.category}`) }),
    t(`reasons.${place}`, { place: other.territory === '' ? row.territory : other.territory }),
    ...(skills.length === 0 ? [] : [t('reasons.skills', { skills: format.list(skills) })]),
    until === null ? t('reasons.datesOpen') : t('reasons.dates', { date: format.shortDate(until) }),
  ]
  if (found === undefined) return null
  return (
    <section aria-label={t('panel.suggestions')}>
      <h3 className={classes['blockTitle']}>{t('panel.suggestions')}</h3>
      <p className={classes['note']}>{found.length === 0 ? t('panel.none') : t('panel.rule')}</p>
      <ul className={classes['suggested']}>
        {found.slice(0, mostShown).map((suggestion) => {
          const { offer, who } = suggestion.row
          const { personId } = offer
          return (
            <li key={offer.id}>
              <span>
                <span className={classes['name']}>{offer.title}</span>{' '}
                {personId === null ? (
                  <span className={classes['faint']}>{who}</span>
                ) : (
                  <Anchor component="button" type="button" onClick={() => onOpenPerson(personId)}>
                    {who}
                  </Anchor>
                )}
              </span>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('panel.tieNamed', { what: `${offer.title}, ${who}` })}
                onClick={() => void tie(suggestion)}
              >
                {t('panel.tie')}
              </Button>
              <ul className={classes['reasons']}>
                {reasons(suggestion).map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
