import { Button } from '@mantine/core'
import { IconPencil, IconUsers } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganisationId, PersonId } from '#domain/id'
import type { PersonOfOrganisation } from '#data/services/organisations-service'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { CountButton } from '#ui/count-button'
import { DataTable, type Column } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { NotFound } from '#ui/not-found'
import { useOpenList } from '#ui/open-list'
import { Page } from '#ui/page'
import { PersonName } from '#ui/person-name'
import { Section } from '#ui/section'
import { useToday } from '#ui/use-today'
import classes from './organisation.module.css'

export interface OrganisationPageProps {
  readonly id: OrganisationId
  readonly onBack: () => void
  readonly onEdit: () => void
  readonly onOpenPerson: (id: PersonId) => void
  /** Parts that other features add. */
  readonly sections?: ReactNode
}

/** One organisation: how to reach it, its people with their dates, what was changed. */
export const OrganisationPage = ({ id, onBack, onEdit, onOpenPerson, sections }: OrganisationPageProps) => {
  const { t } = useTranslation('organisations')
  const { t: common } = useTranslation()
  const format = useFormat()
  const today = useToday()
  const openList = useOpenList()
  const details = useLive(['organisations', 'people'], ({ organisations }) => organisations.details(id, today), [id, today])
  const columns = usePeopleColumns()
  if (details === undefined) return null
  if (details === null) return <NotFound action={{ label: common('actions.back'), onAct: onBack }} />
  const { organisation, people } = details
  const current = people.filter(({ isCurrent }) => isCurrent)
  const facts: readonly (readonly [string, string])[] = [
    [t('emails'), organisation.emails.map(({ address }) => address).join(', ')],
    [t('phones'), organisation.phones.map(({ number }) => format.phone(number)).join(', ')],
    [
      t('address'),
      organisation.address === null
        ? ''
        : [organisation.address.street, `${organisation.address.postalCode} ${organisation.address.city}`.trim()]
            .filter((part) => part !== '')
            .join(', '),
    ],
    [t('website'), organisation.website],
    [t('registrationNumber'), organisation.registrationNumber],
    [t('note'), organisation.note],
  ]
  const known = facts.filter(([, value]) => value !== '')
  return (
    <Page
      back={{ label: common('actions.back'), onBack }}
      title={organisation.name}
      subtitle={[organisation.kind, organisation.deletedAt === null ? '' : t('removed')].filter((part) => part !== '').join(' · ') || undefined}
      actions={
        organisation.deletedAt === null && (
          <Button leftSection={<IconPencil size={16} />} onClick={onEdit}>
            {common('actions.edit')}
          </Button>
        )
      }
    >
      {known.length > 0 && (
        <dl className={classes['facts']}>
          {known.map(([label, value]) => (
            <div key={label} className={classes['fact']}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Section title={t('people')}>
        {people.length === 0 ? (
          <EmptyState icon={<IconUsers />} title={t('nobody')} text={t('nobodyText')} />
        ) : (
          <>
            <p className={classes['count']}>
              <CountButton
                onOpen={() =>
                  openList({
                    title: t('peopleOf', { name: organisation.name }),
                    rule: t('currentRule'),
                    ids: [...new Set(current.map((one) => one.id))],
                  })
                }
              >
                {t('current', { count: new Set(current.map((one) => one.id)).size })}
              </CountButton>
              {people.length > current.length && <span>{t('former', { count: people.length - current.length })}</span>}
            </p>
            <div className={classes['list']} style={{ height: Math.min(12, people.length + 1) * 34 + 4 }}>
              <DataTable
                keptAs={`organisation-${id}`}
                label={t('people')}
                columns={columns}
                rowCount={people.length}
                rowAt={(index) => people[index]}
                rowKey={(row) => `${row.id} ${row.title} ${row.start ?? ''}`}
                rowLabel={({ firstName, lastName }) => `${firstName} ${lastName}`}
                onOpen={(row) => onOpenPerson(row.id)}
              />
            </div>
          </>
        )}
      </Section>
      {sections}
    </Page>
  )
}

const usePeopleColumns = (): readonly Column<PersonOfOrganisation>[] => {
  const { t } = useTranslation('organisations')
  const format = useFormat()
  return useMemo(
    () => [
      { id: 'name', header: t('columns.name'), width: { min: 180, share: 2 }, render: (row) => <PersonName person={row} /> },
      { id: 'title', header: t('columns.title'), width: { min: 140, share: 2 }, render: ({ title }) => title },
      {
        id: 'dates',
        header: t('columns.dates'),
        width: 210,
        render: ({ start, end, isCurrent }) =>
          [
            start === null ? '' : t('from', { date: format.date(start) }),
            end === null ? (start === null && isCurrent ? t('undated') : '') : t('until', { date: format.date(end) }),
          ]
            .filter((part) => part !== '')
            .join(' '),
      },
      { id: 'email', header: t('columns.email'), width: { min: 160, share: 2 }, render: ({ email }) => email },
      { id: 'phone', header: t('columns.phone'), width: 140, figures: true, render: ({ phone }) => format.phone(phone) },
    ],
    [t, format],
  )
}
