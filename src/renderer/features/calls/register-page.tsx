import { NativeSelect } from '@mantine/core'
import { IconMessage2, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { registerKinds } from '#domain/calls/contributions'
import type { Contact } from '#domain/contact'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import type { JournalLine } from '#data/services/journal-service'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { DataTable, type Column, type Sort } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { Page } from '#ui/page'
import { Toolbar } from '#ui/toolbar'
import { useKeptState } from '#ui/use-kept-state'
import { ContributionRateCard } from './contribution-rate.tsx'

type ConsentState = 'given' | 'refused' | 'notAsked'
const consentStates: readonly ConsentState[] = ['given', 'refused', 'notAsked']
const consentOf = ({ consent }: Contact): ConsentState => (consent === null ? 'notAsked' : consent.given ? 'given' : 'refused')

/** How many each person gave in all, whatever is shown. */
const countsByPerson = (lines: readonly JournalLine[]): ReadonlyMap<PersonId, number> => {
  const counts = new Map<PersonId, number>()
  for (const { person } of lines) if (person !== null) counts.set(person.id, (counts.get(person.id) ?? 0) + 1)
  return counts
}

/** Témoignages et contributions: what members gave to be read and heard, with their agreement and where it was shown. */
export const RegisterPage = ({ tabs, onOpenPerson }: { readonly tabs: ReactNode; readonly onOpenPerson: (id: PersonId) => void }) => {
  const { t } = useTranslation('calls')
  const format = useFormat()
  const [kind, setKind] = useKeptState('calls.register.kind', () => '')
  const [sort, setSort] = useKeptState<Sort>('calls.register.sort', () => ({ column: 'on', direction: 'descending' }))
  const [consent, setConsent] = useKeptState('calls.register.consent', () => '')
  const lines = useLive(['contacts', 'people'], ({ journal }) => journal.register(), [])
  const shown =
    lines?.filter(
      ({ contact }) => (kind === '' || contact.kind === kind) && (consent === '' || (contact.kind === 'testimony' && consentOf(contact) === consent)),
    ) ?? []
  const givenBy = countsByPerson(lines ?? [])
  const total = ({ person }: JournalLine): number => (person === null ? 1 : (givenBy.get(person.id) ?? 0))
  const rows =
    sort.column === 'total'
      ? shown.toSorted((left, right) => (sort.direction === 'ascending' ? 1 : -1) * (total(left) - total(right)))
      : sort.direction === 'ascending'
        ? shown.toReversed()
        : shown
  const columns: readonly Column<JournalLine>[] = [
    { id: 'on', header: t('register.columns.on'), width: 150, sortable: true, render: ({ contact }) => format.date(contact.on) },
    {
      id: 'person',
      header: t('register.columns.person'),
      width: { min: 150, share: 1.5 },
      render: ({ person }) => <strong>{person === null ? t('journal.organisation') : fullName(person)}</strong>,
    },
    { id: 'kind', header: t('register.columns.kind'), width: 130, render: ({ contact }) => t(`kind.${contact.kind}`) },
    { id: 'title', header: t('register.columns.title'), width: { min: 160, share: 2 }, render: ({ contact }) => contact.title },
    {
      id: 'consent',
      header: t('register.columns.consent'),
      width: 130,
      render: ({ contact }) => (contact.kind === 'testimony' ? t(`register.${consentOf(contact)}`) : ''),
    },
    {
      id: 'total',
      header: t('register.columns.total'),
      width: 110,
      align: 'right',
      sortable: true,
      render: (line) => format.number(total(line)),
    },
    { id: 'usedIn', header: t('register.columns.usedIn'), width: { min: 120, share: 1 }, render: ({ contact }) => contact.usedIn },
  ]
  return (
    <Page
      layout="fill"
      title={t('pages.register')}
      subtitle={t('register.subtitle')}
      tabs={tabs}
      filters={
        <Toolbar label={t('register.kind')}>
          <NativeSelect
            aria-label={t('register.kind')}
            value={kind}
            data={[{ value: '', label: t('register.anyKind') }, ...registerKinds.map((value) => ({ value, label: t(`kind.${value}`) }))]}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
          <NativeSelect
            aria-label={t('register.consent')}
            value={consent}
            data={[
              { value: '', label: `${t('register.consent')} : ${t('register.anyConsent')}` },
              ...consentStates.map((value) => ({ value, label: t(`register.${value}`) })),
            ]}
            onChange={(event) => setConsent(event.currentTarget.value)}
          />
        </Toolbar>
      }
    >
      {lines !== undefined && lines.length > 0 && <ContributionRateCard />}
      <DataTable
        keptAs="calls.register"
        label={t('register.list')}
        columns={columns}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        sort={sort}
        onSort={setSort}
        rowKey={({ contact }) => contact.id}
        rowLabel={({ contact, person }) => `${person === null ? '' : fullName(person)} ${contact.title}`}
        listKey={`${kind} ${consent}`}
        onOpen={({ person }) => person !== null && onOpenPerson(person.id)}
        empty={
          lines !== undefined &&
          (lines.length === 0 ? (
            <EmptyState icon={<IconMessage2 />} title={t('register.empty')} text={t('register.emptyText')} />
          ) : (
            <EmptyState icon={<IconSearch />} title={t('register.nothingFound')} />
          ))
        }
      />
    </Page>
  )
}
