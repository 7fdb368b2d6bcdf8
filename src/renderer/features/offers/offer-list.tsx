import { useTranslation } from 'react-i18next'
import type { OfferId } from '#domain/id'
import type { OfferRow } from '#data/services/offers-service'
import { useFormat } from '#i18n/setup'
import { Badge, type Tone } from '#ui/badge'
import { DataTable, type Column } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import classes from './offers.module.css'

interface OfferListProps {
  readonly rows: readonly OfferRow[]
  readonly isNarrow: boolean
  readonly openId: OfferId | null
  readonly listKey: string
  readonly onOpen: (id: OfferId) => void
}

export const toneByState: Readonly<Record<OfferRow['state'], Tone>> = {
  open: 'accent',
  matched: 'good',
  done: 'quiet',
  withdrawn: 'quiet',
  expired: 'warn',
}

/** Offers and needs, one a line. */
export const OfferList = ({ rows, isNarrow, openId, listKey, onOpen }: OfferListProps) => {
  const { t } = useTranslation('offers')
  const format = useFormat()
  const all: readonly Column<OfferRow>[] = [
    {
      id: 'title',
      header: t('columns.title'),
      width: { min: 170, share: 2.2 },
      render: ({ offer }) => <span className={classes['name']}>{offer.title}</span>,
    },
    { id: 'side', header: t('columns.side'), width: 76, render: ({ offer }) => t(`sides.${offer.side}`) },
    { id: 'category', header: t('columns.category'), width: 100, render: ({ offer }) => t(`categories.${offer.category}`) },
    { id: 'who', header: t('columns.who'), width: { min: 120, share: 1.3 }, render: ({ who }) => (who === '' ? t('nobody') : who) },
    {
      id: 'place',
      header: t('columns.place'),
      width: { min: 110, share: 1 },
      render: ({ offer, territory }) => [territory, offer.isRemote ? t('remote') : ''].filter((words) => words !== '').join(', '),
    },
    { id: 'skills', header: t('columns.skills'), width: { min: 110, share: 1.2 }, render: ({ offer }) => offer.skills.join(', ') },
    {
      id: 'until',
      header: t('columns.until'),
      width: 96,
      figures: true,
      render: ({ offer }) => (offer.until === null ? '' : format.shortDate(offer.until)),
    },
    { id: 'state', header: t('columns.state'), width: 112, render: ({ state }) => <Badge tone={toneByState[state]}>{t(`states.${state}`)}</Badge> },
    { id: 'with', header: t('columns.with'), width: { min: 110, share: 1.2 }, render: ({ counterpart }) => counterpart?.who ?? '' },
  ]
  const kept = new Set(['title', 'side', 'state'])
  return (
    <DataTable
      keptAs="offers"
      listKey={listKey}
      label={t('title')}
      columns={isNarrow ? all.filter(({ id }) => kept.has(id)) : all}
      rowCount={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={({ offer }) => offer.id}
      rowLabel={({ offer }) => offer.title}
      openKey={openId}
      onOpen={({ offer }) => onOpen(offer.id)}
      empty={<EmptyState title={t('nothing')} />}
    />
  )
}
