import { Anchor, Button } from '@mantine/core'
import { IconDoorExit, IconUsersGroup } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoverId, PersonId, ResponsibilityId } from '#domain/id'
import { fullName } from '#domain/person'
import { heldTables } from '#data/held-desk'
import type { HandoverRow } from '#data/services/handovers-service'
import { useData } from '#data/use-data'
import { useFindPeople } from '#data/use-find-people'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { PersonChoice } from '#ui/person-choice'
import { useReportWrite } from '#ui/report-write'
import { Section } from '#ui/section'
import { SidePanel, WithSidePanel } from '#ui/side-panel'
import { useToday } from '#ui/use-today'
import { CoreNumbers } from './core-numbers.tsx'
import { ResponsibilitiesSection } from './responsibilities-section.tsx'
import { ResponsibilityForm } from './responsibility-form.tsx'
import { SinglePoints } from './single-points.tsx'
import classes from './core.module.css'

interface CorePageProps {
  /** The pages of the room. */
  readonly tabs: ReactNode
  readonly onOpenPerson: (id: PersonId) => void
  readonly onOpenHandover: (id: HandoverId) => void
}
type Panel = { readonly kind: 'none' | 'leaving' | 'new' } | { readonly kind: 'edit'; readonly id: ResponsibilityId }

/** Noyau dur et relève: how many and who, what hangs on one person, responsibilities, departures under way. */
export const CorePage = ({ tabs, onOpenPerson, onOpenHandover }: CorePageProps) => {
  const { t } = useTranslation('core')
  const data = useData()
  const report = useReportWrite()
  const today = useToday()
  const find = useFindPeople(today)
  const [panel, setPanel] = useState<Panel>({ kind: 'none' })
  const figures = useLive(
    ['people', 'roleKinds', 'events', 'attendance', 'hours', 'settings', 'responsibilities'],
    ({ core }) => core.figures(today),
    [today],
  )
  const points = useLive(heldTables, ({ core }) => core.singlePoints(today), [today])
  const rows = useLive(['responsibilities', 'people'], ({ core }) => core.responsibilities(today), [today])
  const handovers = useLive(['handovers', 'people'], (services) => services.handovers.list(), [])
  const close = (): void => setPanel({ kind: 'none' })
  const prepare = async (id: PersonId): Promise<void> => {
    const started = await data.handovers.start(id, today)
    if (report(started) && started.ok) onOpenHandover(started.value)
  }
  if (figures === undefined || points === undefined || rows === undefined || handovers === undefined)
    return (
      <Page title={t('title')} subtitle={t('subtitle')} tabs={tabs}>
        {null}
      </Page>
    )
  const edited = panel.kind === 'edit' ? rows.find(({ responsibility }) => responsibility.id === panel.id) : undefined
  const isOpen = panel.kind === 'leaving' || panel.kind === 'new' || edited !== undefined
  return (
    <Page
      layout="fill"
      title={t('title')}
      subtitle={t('subtitle')}
      tabs={tabs}
      actions={
        <Button leftSection={<IconDoorExit size={16} />} onClick={() => setPanel({ kind: 'leaving' })}>
          {t('handovers.start')}
        </Button>
      }
    >
      <WithSidePanel
        panel={
          panel.kind === 'leaving' ? (
            <SidePanel title={t('handovers.start')} label={t('handovers.start')} onClose={close}>
              <p className={classes['note']}>{t('handovers.text')}</p>
              <PersonChoice
                autoFocus
                label={t('handovers.who')}
                value={null}
                find={find}
                onChange={(person) => {
                  if (person !== null) void prepare(person.id)
                }}
              />
            </SidePanel>
          ) : isOpen ? (
            <ResponsibilityForm
              key={edited?.responsibility.id ?? 'new'}
              responsibility={edited?.responsibility ?? null}
              nameOf={(id) => edited?.names[id] ?? ''}
              today={today}
              onClose={close}
            />
          ) : null
        }
      >
        <div className={classes['scroll']}>
          {figures.now.length + figures.yearAgo.length === 0 ? (
            <EmptyState icon={<IconUsersGroup />} title={t('empty.title')} text={t('empty.text')} />
          ) : (
            <CoreNumbers figures={figures} />
          )}
          {handovers.length > 0 && <Handovers rows={handovers} onOpen={onOpenHandover} />}
          {figures.now.length + points.length > 0 && (
            <SinglePoints points={points} onOpenPerson={onOpenPerson} onPrepare={(id) => void prepare(id)} />
          )}
          <ResponsibilitiesSection
            rows={rows}
            openId={edited?.responsibility.id ?? null}
            isNarrow={isOpen}
            onOpen={(id) => setPanel({ kind: 'edit', id })}
            onNew={() => setPanel({ kind: 'new' })}
          />
        </div>
      </WithSidePanel>
    </Page>
  )
}

const mostHandovers = 8

/** Departures: those under way first. */
const Handovers = ({ rows, onOpen }: { readonly rows: readonly HandoverRow[]; readonly onOpen: (id: HandoverId) => void }) => {
  const { t } = useTranslation('core')
  const format = useFormat()
  return (
    <Section title={t('handovers.title')}>
      <ul className={classes['plain']}>
        {rows.slice(0, mostHandovers).map(({ handover, person, done, steps }) => (
          <li key={handover.id} className={classes['point']}>
            <Anchor component="button" type="button" className={classes['link']} onClick={() => onOpen(handover.id)}>
              {t('handovers.open', { name: fullName(person) })}
            </Anchor>
            <span className={classes['quiet']}>
              {handover.closedOn === null
                ? [
                    t('handovers.progress', { done, count: steps }),
                    ...(handover.leavingOn === null ? [] : [t('handovers.leaving', { date: format.date(handover.leavingOn) })]),
                  ].join(' · ')
                : t('handovers.closed', { date: format.date(handover.closedOn) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
