import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconCalendarOff, IconDots, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventId, PersonId } from '#domain/id'
import type { AssociationEvent } from '#domain/event'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { SidePanel, WithSidePanel } from '#ui/side-panel'
import { showToast } from '#ui/toast'
import { AttendanceSheetEditor } from './attendance-sheet-editor.tsx'
import { EventForm } from './event-form.tsx'
import { ExportEvents } from './export-events.tsx'
import { problemKey, sayProblem } from './write-problem.ts'
import styles from './events.module.css'

interface EventPageProps {
  readonly id: EventId
  readonly onBack: () => void
  readonly onOpenPerson: (id: PersonId) => void
  /** Parts that other features add, below the attendance sheet. */
  readonly sections?: ReactNode
  /** What happened to the event and to its sheet, in a panel. */
  readonly history?: ReactNode
}

/** One event: what it was, and its attendance sheet taken by search and tick. */
export const EventPage = ({ id, onBack, onOpenPerson, sections, history }: EventPageProps) => {
  const { t } = useTranslation(['events', 'common'])
  const data = useData()
  const [panel, setPanel] = useState<'none' | 'form' | 'history'>('none')
  const editing = panel === 'form'
  const close = (): void => setPanel('none')
  const found = useLive(['events', 'attendance', 'people'], (services) => services.events.get(id), [id])
  if (found === undefined) return null
  if (found === null) {
    return <EmptyState icon={<IconCalendarOff />} title={t('page.missing')} action={<Button onClick={onBack}>{t('page.back')}</Button>} />
  }
  const { event } = found
  const isRemoved = event.deletedAt !== null

  const setRemoved = async (removed: boolean): Promise<void> => {
    const written = await data.events.setRemoved(id, removed ? new Date().toISOString() : null)
    if (!written.ok) return sayProblem(t(`problems.${problemKey(written.error)}`))
    const restore = { label: t('common:actions.undo'), run: () => void setRemoved(false) }
    showToast({ message: t(removed ? 'page.removed' : 'page.restored', { name: event.name }), action: removed ? restore : undefined })
  }

  return (
    <Page
      layout="fill"
      back={{ label: t('common:actions.back'), onBack }}
      title={event.name}
      subtitle={<EventLine event={event} />}
      actions={
        <>
          {!isRemoved && found.rows.length > 0 && <ExportEvents list="attendance" ids={[id]} label={t('page.export')} name={event.name} />}
          {isRemoved ? (
            <Button onClick={() => void setRemoved(false)}>{t('page.restore')}</Button>
          ) : (
            <>
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon size="lg" aria-label={t('menu')}>
                    <IconDots size={18} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {history !== undefined && (
                    <Menu.Item leftSection={<IconHistory size={14} />} onClick={() => setPanel('history')}>
                      {t('page.history')}
                    </Menu.Item>
                  )}
                  <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void setRemoved(true)}>
                    {t('page.remove')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
              <Button leftSection={<IconPencil size={16} />} disabled={editing} onClick={() => setPanel('form')}>
                {t('page.edit')}
              </Button>
            </>
          )}
        </>
      }
    >
      <WithSidePanel
        panel={
          editing ? (
            <EventForm event={event} onClose={close} onSaved={() => undefined} />
          ) : (
            panel === 'history' && (
              <SidePanel title={t('page.history')} label={t('page.history')} onClose={close}>
                {history}
              </SidePanel>
            )
          )
        }
      >
        {isRemoved && (
          <p className={styles['removed']} role="status">
            {t('page.wasRemoved')}
          </p>
        )}
        {event.note !== '' && <p className={styles['note']}>{event.note}</p>}
        <AttendanceSheetEditor found={found} onOpenPerson={onOpenPerson} />
        {!isRemoved && sections !== undefined && <div className={styles['sections']}>{sections}</div>}
      </WithSidePanel>
    </Page>
  )
}

/** « 12 mars 2026 · 18:30 · atelier · Maison de quartier · en ligne ». */
const EventLine = ({ event }: { readonly event: AssociationEvent }): ReactNode => {
  const { t } = useTranslation(['events', 'common'])
  const format = useFormat()
  const dates =
    event.date === null
      ? t('undated')
      : event.endDate === null
        ? format.date(event.date)
        : `${format.date(event.date)} – ${format.date(event.endDate)}`
  return [dates, event.startTime, event.kind, event.place, event.format === 'in-person' ? '' : t(`form.formats.${event.format}`)]
    .filter((part) => part !== '')
    .join(' · ')
}
