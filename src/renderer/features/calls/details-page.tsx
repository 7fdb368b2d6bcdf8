import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { callRules } from '#domain/calls/call-rules'
import type { PersonId } from '#domain/id'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { Figure } from '#ui/figure'
import { useOpenList } from '#ui/open-list'
import { Page } from '#ui/page'
import { useToday } from '#ui/use-today'
import { Waiting } from '#ui/waiting'
import classes from './calls.module.css'

/** Coordonnées: how many people can still be reached, each figure with its rule and its list. */
export const DetailsPage = ({ tabs }: { readonly tabs: ReactNode }) => {
  const { t } = useTranslation('calls')
  const format = useFormat()
  const today = useToday()
  const openList = useOpenList()
  const found = useLive(['people'], ({ calls }) => calls.freshness(today), [today])
  const months = callRules.staleMonths

  const figure = (label: string, ids: readonly PersonId[], rule: string): ReactNode => {
    const all = found?.all.length ?? 0
    return (
      <Figure
        key={label}
        label={label}
        value={format.percent(all === 0 ? 0 : ids.length / all)}
        comparison={t('details.counts', { part: format.number(ids.length), all: format.number(all) })}
        rule={rule}
        onOpen={ids.length === 0 ? undefined : () => openList({ title: label, rule, ids })}
      />
    )
  }
  return (
    <Page title={t('pages.details')} subtitle={t('details.subtitle')} tabs={tabs}>
      {found === undefined && <Waiting />}
      {found?.all.length === 0 && <p className={classes['quiet']}>{t('details.none')}</p>}
      {found !== undefined && found.all.length > 0 && (
        <div className={classes['figures']}>
          {figure(t('details.fresh'), found.fresh, t('details.freshRule', { months, count: found.all.length }))}
          {figure(t('details.toConfirm'), found.stale, t('details.toConfirmRule', { months }))}
          {figure(t('details.never'), found.never, t('details.neverRule'))}
          {figure(t('details.email'), found.validEmail, t('details.emailRule'))}
          {figure(t('details.lost'), found.lost, t('details.lostRule'))}
        </div>
      )}
    </Page>
  )
}
