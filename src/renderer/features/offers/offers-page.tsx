import { Button, SegmentedControl } from '@mantine/core'
import { IconArrowsExchange, IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferId, PersonId, ProgrammeId } from '#domain/id'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { WithSidePanel } from '#ui/side-panel'
import { useKeptState } from '#ui/use-kept-state'
import { useToday } from '#ui/use-today'
import { BalanceView } from './balance-view.tsx'
import { firstOfferFilter, isShown, noOfferFilter, type OfferFilter } from './offer-filter.ts'
import { OfferFilters } from './offer-filters.tsx'
import { OfferList } from './offer-list.tsx'
import { OfferPanel } from './offer-panel.tsx'
import { ProgrammePanel } from './programme-panel.tsx'
import { ProgrammesView } from './programmes-view.tsx'
import { useOfferLists, useOfferRows } from './use-offer-lists.ts'
import classes from './offers.module.css'

interface OffersPageProps {
  /** The pages of the room. */
  readonly tabs: ReactNode
  readonly onOpenPerson: (id: PersonId) => void
}
type Panel =
  | { readonly kind: 'none' | 'new' }
  | { readonly kind: 'offer'; readonly id: OfferId }
  | { readonly kind: 'programme'; readonly id: ProgrammeId | null }
const views = ['list', 'balance', 'programmes'] as const
type View = (typeof views)[number]

/** Offres et besoins: the list, the balance, the programmes; one line at a time beside it. */
export const OffersPage = ({ tabs, onOpenPerson }: OffersPageProps) => {
  const { t } = useTranslation('offers')
  const today = useToday()
  const [view, setView] = useKeptState<View>('offers.view', () => 'list')
  const [filter, setFilter] = useKeptState<OfferFilter>('offers.filter', () => firstOfferFilter)
  const [panel, setPanel] = useState<Panel>({ kind: 'none' })
  const rows = useOfferRows(today)
  const lists = useOfferLists()
  const close = (): void => setPanel({ kind: 'none' })
  const see = (next: OfferFilter): void => {
    setFilter(next)
    setView('list')
    close()
  }
  if (rows === undefined || lists === undefined)
    return (
      <Page title={t('title')} subtitle={t('subtitle')} tabs={tabs}>
        {null}
      </Page>
    )
  const shown = rows.filter((row) => isShown(row, filter, today))
  const opened = panel.kind === 'offer' ? rows.find(({ offer }) => offer.id === panel.id) : undefined
  const isEmpty = rows.length === 0 && lists.programmes.length === 0 && view === 'list'
  const content =
    view === 'balance' ? (
      <BalanceView rows={rows} today={today} onOpen={(category, figure) => see({ ...noOfferFilter, category, figure })} />
    ) : view === 'programmes' ? (
      <ProgrammesView
        programmes={lists.programmes}
        onEdit={(id) => setPanel({ kind: 'programme', id })}
        onSeeLines={(programme) => see({ ...noOfferFilter, programme })}
      />
    ) : isEmpty ? (
      <EmptyState
        icon={<IconArrowsExchange />}
        title={t('empty.title')}
        text={t('empty.text')}
        action={
          <Button leftSection={<IconPlus size={16} />} onClick={() => setPanel({ kind: 'new' })}>
            {t('empty.action')}
          </Button>
        }
      />
    ) : (
      <OfferList
        rows={shown}
        isNarrow={panel.kind !== 'none'}
        openId={opened?.offer.id ?? null}
        listKey={JSON.stringify(filter)}
        onOpen={(id) => setPanel({ kind: 'offer', id })}
      />
    )
  return (
    <Page
      layout="fill"
      title={t('title')}
      subtitle={t('subtitle')}
      tabs={tabs}
      actions={
        isEmpty || view === 'programmes' ? undefined : (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setPanel({ kind: 'new' })}>
            {t('add')}
          </Button>
        )
      }
      filters={
        <div className={classes['bar']}>
          <SegmentedControl
            size="xs"
            aria-label={t('view.label')}
            value={view}
            onChange={(value) => {
              setView(views.find((known) => known === value) ?? 'list')
              close()
            }}
            data={views.map((value) => ({ value, label: t(`view.${value}`) }))}
          />
          {view === 'list' && !isEmpty && (
            <OfferFilters count={shown.length} filter={filter} onChange={setFilter} territories={lists.territories} programmes={lists.programmes} />
          )}
        </div>
      }
    >
      <WithSidePanel
        panel={
          panel.kind === 'new' || opened !== undefined ? (
            <OfferPanel
              key={opened?.offer.id ?? 'new'}
              row={opened ?? null}
              rows={rows}
              lists={lists}
              today={today}
              onSaved={(id) => setPanel({ kind: 'offer', id })}
              onOpenPerson={onOpenPerson}
              onClose={close}
            />
          ) : panel.kind === 'programme' ? (
            <ProgrammePanel
              key={panel.id ?? 'new'}
              programme={lists.programmes.find(({ programme }) => programme.id === panel.id)?.programme ?? null}
              onClose={close}
            />
          ) : null
        }
      >
        {content}
      </WithSidePanel>
    </Page>
  )
}
