import { useTranslation } from 'react-i18next'
import { balanceFigures, offerBalance, type BalanceFigure } from '#domain/offers/offer-balance'
import type { OfferCategory } from '#domain/offer'
import type { IsoDate } from '#domain/period'
import { TableTwin } from '#charts/table-twin'
import type { OfferRow } from '#data/services/offers-service'
import { useFormat } from '#i18n/setup'
import classes from './offers.module.css'

interface BalanceViewProps {
  readonly rows: readonly OfferRow[]
  readonly today: IsoDate
  readonly onOpen: (category: OfferCategory, figure: BalanceFigure) => void
}

/** Offers against needs, category by category; each number opens its lines. */
export const BalanceView = ({ rows, today, onOpen }: BalanceViewProps) => {
  const { t } = useTranslation('offers')
  const format = useFormat()
  const balance = offerBalance(
    rows.map(({ offer }) => offer),
    today,
  )
  if (balance.length === 0) return <p className={classes['note']}>{t('balance.none')}</p>
  return (
    <div className={classes['scroll']}>
      <p className={classes['note']}>{t('balance.rule')}</p>
      <TableTwin
        caption={t('balance.title')}
        table={{
          rowHeader: t('balance.category'),
          columns: [
            ...balanceFigures.map((figure) => ({ header: t(`balance.${figure}`), kind: 'integer' as const })),
            { header: t('balance.gap'), kind: 'integer' },
          ],
          rows: balance.map(({ category, counts }) => {
            const gap = counts['open-offers'] - counts['open-needs']
            return {
              label: t(`categories.${category}`),
              cells: [
                ...balanceFigures.map((figure) => ({
                  text: format.number(counts[figure]),
                  value: counts[figure],
                  onPick: counts[figure] === 0 ? undefined : () => onOpen(category, figure),
                })),
                { text: format.change(gap), value: gap },
              ],
            }
          }),
        }}
      />
    </div>
  )
}
