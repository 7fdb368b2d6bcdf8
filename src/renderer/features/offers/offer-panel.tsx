import { Anchor, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OfferId, PersonId } from '#domain/id'
import type { OfferState } from '#domain/offer'
import type { IsoDate } from '#domain/period'
import type { OfferFields, OfferRow } from '#data/services/offers-service'
import { useData } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { Badge } from '#ui/badge'
import { useReportWrite } from '#ui/report-write'
import { SidePanel } from '#ui/side-panel'
import { OfferForm } from './offer-form.tsx'
import { toneByState } from './offer-list.tsx'
import { OfferSuggestions } from './offer-suggestions.tsx'
import type { OfferLists } from './use-offer-lists.ts'
import classes from './offers.module.css'

interface OfferPanelProps {
  /** null: a new one. */
  readonly row: OfferRow | null
  readonly rows: readonly OfferRow[]
  readonly lists: OfferLists
  readonly today: IsoDate
  readonly onSaved: (id: OfferId) => void
  readonly onOpenPerson: (id: PersonId) => void
  readonly onClose: () => void
}

/** One offer or need: who could answer, where it stands, and what is noted of it. */
export const OfferPanel = ({ row, rows, lists, today, onSaved, onOpenPerson, onClose }: OfferPanelProps) => {
  const { t } = useTranslation(['offers', 'common'])
  const format = useFormat()
  const data = useData()
  const report = useReportWrite()
  const undo = (): void => void data.changes.undo()
  const save = async (fields: OfferFields): Promise<void> => {
    const written = await data.offers.save(row?.offer.id ?? null, fields)
    if (!report(written, { done: t('saved', { what: fields.title }), undo }) || !written.ok) return
    // A new line stays open: who could answer it is the next question.
    if (row === null) onSaved(written.value)
    else onClose()
  }
  const setState = async (offerRow: OfferRow, state: Exclude<OfferState, 'matched'>): Promise<void> => {
    const written = await data.offers.setState(offerRow.offer.id, state)
    report(written, { done: t('stateSet', { what: offerRow.offer.title, state: t(`states.${state}`) }), undo })
  }
  const untie = async (id: OfferId): Promise<void> => {
    report(await data.offers.untie(id), { done: t('untied'), undo })
  }
  const remove = async ({ offer }: OfferRow): Promise<void> => {
    const written = await data.offers.remove(offer.id, new Date().toISOString())
    if (report(written, { done: t('removed', { what: offer.title }), undo })) onClose()
  }
  const title = row === null ? t('form.newTitle') : row.offer.title
  return (
    <SidePanel
      title={title}
      label={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" form="offer-form">
            {row === null ? t('form.create') : t('common:actions.save')}
          </Button>
        </>
      }
    >
      {row !== null && (
        <div className={classes['block']}>
          <p className={classes['note']}>
            <Badge tone={toneByState[row.state]}>{t(`states.${row.state}`)}</Badge> {row.who}
            {row.offer.personId !== null && (
              <>
                {' · '}
                <PersonLink id={row.offer.personId} label={t('panel.openPerson')} onOpen={onOpenPerson} />
              </>
            )}
          </p>
          {row.counterpart !== null && (
            <p className={classes['note']}>
              {t('panel.matched', { what: row.counterpart.title, who: row.counterpart.who })}
              {row.offer.matchedOn !== null && ` (${t('panel.matchedOn', { date: format.shortDate(row.offer.matchedOn) })})`}
              {row.counterpart.personId !== null && (
                <>
                  {' · '}
                  <PersonLink id={row.counterpart.personId} label={t('panel.openPerson')} onOpen={onOpenPerson} />
                </>
              )}
            </p>
          )}
          <div className={classes['acts']}>
            {row.state !== 'done' && (
              <Button size="compact-sm" variant="default" onClick={() => void setState(row, 'done')}>
                {t('panel.done')}
              </Button>
            )}
            {row.counterpart !== null && (
              <Button size="compact-sm" variant="default" onClick={() => void untie(row.offer.id)}>
                {t('panel.untie')}
              </Button>
            )}
            {(row.state === 'open' || row.state === 'expired') && (
              <Button size="compact-sm" variant="default" onClick={() => void setState(row, 'withdrawn')}>
                {t('panel.withdraw')}
              </Button>
            )}
            {row.counterpart === null && (row.state === 'withdrawn' || row.state === 'done') && (
              <Button size="compact-sm" variant="default" onClick={() => void setState(row, 'open')}>
                {t('panel.reopen')}
              </Button>
            )}
          </div>
          {row.state === 'open' && <OfferSuggestions row={row} today={today} onOpenPerson={onOpenPerson} />}
        </div>
      )}
      <OfferForm id="offer-form" row={row} rows={rows} lists={lists} today={today} onSave={(fields) => void save(fields)} />
      {row !== null && (
        <Button mt="lg" size="compact-sm" variant="subtle" color="red" leftSection={<IconTrash size={14} />} onClick={() => void remove(row)}>
          {t('form.remove')}
        </Button>
      )}
    </SidePanel>
  )
}

const PersonLink = ({ id, label, onOpen }: { readonly id: PersonId; readonly label: string; readonly onOpen: (id: PersonId) => void }) => (
  <Anchor component="button" type="button" size="xs" onClick={() => onOpen(id)}>
    {label}
  </Anchor>
)
