import { Anchor, Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventId, PersonId } from '#domain/id'
import type { FigureRef, FigureRule } from '#domain/indicators/figure'
import type { Settings } from '#domain/settings'
import type { HomeFigures } from '#data/services/figures-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useRules } from '#i18n/rule-words'
import { useFormat } from '#i18n/setup'
import { EmptyState } from '#ui/empty-state'
import { Figure } from '#ui/figure'
import { useOpenList } from '#ui/open-list'
import { Page } from '#ui/page'
import { useToday } from '#ui/use-today'
import { Waiting } from '#ui/waiting'
import { FadingList } from './fading-list.tsx'
import { LatestEvents } from './latest-events.tsx'
import { YearStrip } from './year-strip.tsx'
import { YourData } from './your-data.tsx'
import styles from './home.module.css'

interface HomePageProps {
  /** Whom to call today, from the room of calls. */
  readonly calls: ReactNode
  readonly onImport: () => void
  readonly onOpenPerson: (id: PersonId) => void
  readonly onOpenEvent: (id: EventId) => void
  readonly onSeeEvents: () => void
  readonly onSeeCopies: () => void
}

/** Accueil: how the association is doing, and whom to call. */
export const HomePage = (props: HomePageProps) => {
  const { t } = useTranslation(['home', 'common'])
  const format = useFormat()
  const today = useToday()
  const settings = useLive(['settings'], (data) => data.settings.get(), [])
  const figures = useLive(['people', 'events', 'attendance', 'hours', 'roleKinds', 'settings'], (data) => data.figures.home(today), [today])
  if (settings === undefined || figures === undefined)
    return (
      <Page title={t('title')}>
        <Waiting />
      </Page>
    )
  const title = settings.associationName === '' ? t('title') : settings.associationName
  if (figures.known === 0) {
    return (
      <Page title={title}>
        <EmptyState
          icon={<IconFileImport />}
          title={t('empty.title')}
          text={t('empty.text')}
          action={<Button onClick={props.onImport}>{t('empty.action')}</Button>}
        />
      </Page>
    )
  }
  return (
    <Page title={title} subtitle={t('subtitle', { date: format.fullDay(today) })}>
      <div className={styles['home']}>
        <HomeFigureRow figures={figures} settings={settings} />
        <div className={styles['columns']}>
          <div className={styles['column']}>
            {props.calls}
            <FadingList onOpenPerson={props.onOpenPerson} rule={fadingRuleOf(figures.fading.rule)} />
          </div>
          <div className={styles['column']}>
            <LatestEvents onOpenEvent={props.onOpenEvent} onSeeEvents={props.onSeeEvents} />
            <YourData known={figures.known} onSeeCopies={props.onSeeCopies} />
          </div>
        </div>
      </div>
    </Page>
  )
}

const HomeFigureRow = ({ figures: { active, states, totals, year }, settings }: { readonly figures: HomeFigures; readonly settings: Settings }) => {
  const { active: rule } = useRules(settings)
  const { t } = useTranslation(['home', 'common'])
  const format = useFormat()
  const today = useToday()
  const data = useData()
  const openList = useOpenList()
  const open = (ref: FigureRef, title: string, listRule: string): void => {
    void data.figures.people(ref, today).then((ids) => openList({ title, rule: listRule, ids }))
  }
  const eventsRule = t('events.rule', { date: format.date(year.start) })
  const hours = totals.hours.atEvents + totals.hours.outside
  const hoursRule =
    totals.presencesWithoutHours === 0 ? t('hours.rule') : `${t('hours.rule')} ${t('hours.rulePartial', { count: totals.presencesWithoutHours })}`
  return (
    <div className={styles['figures']}>
      <Figure
        label={t('active.label')}
        value={format.number(active.now.count)}
        comparison={
          <Anchor component="button" type="button" size="sm" onClick={() => open(active.yearAgo.ref, t('active.listBefore'), rule)}>
            {t('active.before', { count: active.yearAgo.count })}
          </Anchor>
        }
        rule={rule}
        onOpen={() => open(active.now.ref, t('active.list'), rule)}
      />
      {states !== null && <YearStrip states={states} start={year.start} onOpen={open} />}
      <Figure
        label={t('events.label')}
        value={format.number(totals.events)}
        comparison={t('events.presences', { count: totals.presences })}
        rule={eventsRule}
        onOpen={totals.came.count === 0 ? undefined : () => open(totals.came.ref, t('events.list'), eventsRule)}
      />
      <Figure
        label={t('hours.label')}
        value={hours === 0 ? null : format.hours(hours)}
        comparison={hours === 0 ? undefined : t('hours.givers', { count: totals.hours.givers.count })}
        rule={hoursRule}
        onOpen={hours === 0 ? undefined : () => open(totals.hours.givers.ref, t('hours.list'), hoursRule)}
      />
    </div>
  )
}

const fadingRuleOf = (rule: FigureRule): Extract<FigureRule, { readonly kind: 'fading' }> | null => (rule.kind === 'fading' ? rule : null)
