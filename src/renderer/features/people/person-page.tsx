import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventId, PersonId } from '#domain/id'
import { fullName, rolesOf } from '#domain/person'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { NotFound } from '#ui/not-found'
import { Page } from '#ui/page'
import { PersonName } from '#ui/person-name'
import { useReportWrite } from '#ui/report-write'
import { Section } from '#ui/section'
import { WithSidePanel } from '#ui/side-panel'
import { useToday } from '#ui/use-today'
import { LifeLine, periodWords } from './life-line.tsx'
import { layOutLifeLine } from './life-line-layout.ts'
import { useLists, useNames } from './lists.ts'
import { PersonAbout } from './person-about.tsx'
import { PersonAttendanceList } from './person-attendance.tsx'
import { PersonConfirmed } from './person-confirmed.tsx'
import { PersonConsents } from './person-consents.tsx'
import { PersonContacts } from './person-contacts.tsx'
import { PersonForm } from './person-form.tsx'
import { PersonHistory } from './person-history.tsx'
import { GiveHours } from './give-hours.tsx'
import { PersonHours } from './person-hours.tsx'
import { PersonPhoto } from './person-photo.tsx'
import { PersonRoles } from './person-roles.tsx'
import { PersonSummary } from './person-summary.tsx'
import classes from './person-page.module.css'

export interface PersonPageProps {
  readonly id: PersonId
  readonly onBack: () => void
  readonly onOpenPerson: (id: PersonId) => void
  readonly onOpenEvent: (id: EventId) => void
  /** Parts that other features add, below the person's own. */
  readonly sections?: ReactNode
  /** Whom else one reaches to reach her, under her own details. */
  readonly besideContacts?: ReactNode
}

/** One person, whole: who she is, her life in the association, how to reach her, what was changed. */
export const PersonPage = ({ id, onBack, onOpenPerson, onOpenEvent, sections, besideContacts }: PersonPageProps) => {
  const { t } = useTranslation('person')
  const { t: common } = useTranslation()
  const data = useData()
  const format = useFormat()
  const report = useReportWrite()
  const today = useToday()
  const lists = useLists()
  const names = useNames(lists)
  const [editing, setEditing] = useState(false)
  const details = useLive(['people', 'events', 'attendance', 'hours'], ({ people }) => people.details(id), [id])
  if (details === undefined) return null
  if (details === null) return <NotFound action={{ label: t('all'), onAct: onBack }} />
  const { person, attendance, hours, last } = details
  const name = fullName(person) === '' ? common('noName') : fullName(person)
  const isRemoved = person.deletedAt !== null
  const roles = rolesOf(person)
  const came = attendance.filter(({ status }) => status === 'present' || status === 'online' || status === 'walk-in')
  const life = layOutLifeLine(roles, came, person.joinedOn, today)

  const setRemoved = async (removed: boolean): Promise<void> => {
    const written = await data.people.act([id], { kind: removed ? 'remove' : 'restore' })
    report(written, { done: t(removed ? 'removed' : 'restored', { name }), undo: () => void data.changes.undo() })
  }

  return (
    <Page
      layout="fill"
      back={{ label: common('actions.back'), onBack }}
      title={<PersonName person={{ ...person, deceased: false, doNotContact: false }} order="spoken" />}
      actions={
        <>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size="lg" aria-label={t('menu')}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {isRemoved ? (
                <Menu.Item leftSection={<IconArrowBackUp size={14} />} onClick={() => void setRemoved(false)}>
                  {t('restore')}
                </Menu.Item>
              ) : (
                <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void setRemoved(true)}>
                  {t('remove')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
          {isRemoved ? (
            <Button onClick={() => void setRemoved(false)}>{t('restore')}</Button>
          ) : (
            <Button leftSection={<IconPencil size={16} />} disabled={editing} onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          )}
        </>
      }
    >
      <WithSidePanel
        panel={
          editing && <PersonForm person={person} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} onOpenOther={onOpenPerson} />
        }
      >
        <div className={classes['scroll']}>
          <PersonPhoto person={person} />
          <PersonSummary person={person} last={last} names={names} />
          <Section title={t('sections.life')}>
            {life === null ? (
              <p className={classes['quiet']}>{t('life.none')}</p>
            ) : (
              <LifeLine
                layout={life}
                names={names}
                label={t('life.label', {
                  name,
                  roles: format.list(roles.map((role) => `${names.role(role.kind)} ${periodWords(role.start, role.end, t, format)}`)),
                })}
                onOpenEvent={onOpenEvent}
              />
            )}
          </Section>
          <div className={classes['columns']}>
            <div>
              <Section title={t('sections.roles')}>
                <PersonRoles person={person} names={names} today={today} />
              </Section>
              <Section title={t('sections.attendance')} note={came.length === 0 ? '' : t('attendance.count', { count: came.length })}>
                <PersonAttendanceList attendance={attendance} onOpenEvent={onOpenEvent} />
              </Section>
              <Section title={t('sections.hours')}>
                <PersonHours hours={hours} />
                {!isRemoved && <GiveHours person={person} today={today} />}
              </Section>
              {sections}
            </div>
            <div>
              <Section title={t('sections.contacts')}>
                {!isRemoved && !person.deceased && <PersonConfirmed person={person} />}
                <PersonContacts person={person} />
                {besideContacts}
              </Section>
              {person.note !== '' && (
                <Section title={t('sections.note')}>
                  <p className={classes['note']}>{person.note}</p>
                </Section>
              )}
              <Section title={t('sections.about')}>
                <PersonAbout person={person} lists={lists} names={names} />
              </Section>
              <Section title={t('sections.consents')}>
                <PersonConsents person={person} />
              </Section>
            </div>
          </div>
          <Section title={t('sections.history')}>
            <PersonHistory person={person} lists={lists} names={names} />
          </Section>
        </div>
      </WithSidePanel>
    </Page>
  )
}
