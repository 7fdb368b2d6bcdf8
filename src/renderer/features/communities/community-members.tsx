import { Checkbox } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isMemberOn } from '#domain/communities/membership'
import type { PersonId } from '#domain/id'
import { lastDay, type IsoDate } from '#domain/period'
import { fullName } from '#domain/person'
import type { CommunitySheet } from '#data/services/communities-service'
import type { MemberRow } from '#data/services/community-members-service'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { DataTable, type Column } from '#ui/data-table'
import { EmptyState } from '#ui/empty-state'
import { PartialDateInput } from '#ui/partial-date-input'
import { PersonName } from '#ui/person-name'
import { useToday } from '#ui/use-today'
import { AddMember } from './add-member.tsx'
import type { OpenPanel } from './community-panel.tsx'
import { MemberFigures } from './member-figures.tsx'
import { useMembershipWords } from './membership-words.ts'
import { Newsletter } from './newsletter.tsx'
import classes from './communities.module.css'

interface CommunityMembersTabProps {
  readonly sheet: CommunitySheet
  readonly onPanel: (panel: OpenPanel) => void
  readonly onOpenPerson: (id: PersonId) => void
}

/** The members of a community on any day, added by name, with their dates, figures and newsletter. */
export const CommunityMembersTab = ({ sheet: { community, inside }, onPanel, onOpenPerson }: CommunityMembersTabProps) => {
  const { t } = useTranslation('communities')
  const format = useFormat()
  const today = useToday()
  const words = useMembershipWords()
  const [on, setOn] = useState<IsoDate>(today)
  const [showsFormer, setShowsFormer] = useState(false)
  const [withInside, setWithInside] = useState(false)
  const rows = useLive(
    ['communities', 'communityMembers', 'people', 'organisations'],
    ({ communityMembers }) => communityMembers.list(community.id, showsFormer ? null : on, withInside),
    [community.id, showsFormer, on, withInside],
  )
  // Somebody may belong to several of them.
  const count = new Set(rows?.map(({ member }) => member.id)).size
  const columns: readonly Column<MemberRow>[] = [
    {
      id: 'name',
      header: t('member.columns.name'),
      width: { min: 180, share: 2 },
      render: (row) => <PersonName person={row} />,
    },
    {
      id: 'kind',
      header: t('member.columns.kind'),
      width: { min: 110, share: 1 },
      render: ({ member, inside: where }) => (where === '' ? t(`member.kinds.${member.kind}`) : where),
    },
    {
      id: 'since',
      header: t('member.columns.dates'),
      width: { min: 200, share: 2 },
      render: ({ membership }) => (
        <span className={isMemberOn(membership, on) ? undefined : classes['faint']}>
          {words(membership) === '' ? t('member.noDate') : words(membership)}
        </span>
      ),
    },
    {
      id: 'open',
      header: t('member.columns.record'),
      width: 110,
      align: 'right',
      render: ({ member, ...row }) =>
        member.kind === 'person' ? (
          <button
            type="button"
            className={classes['link']}
            aria-label={t('member.openNamed', { name: fullName(row) })}
            onClick={() => onOpenPerson(member.id)}
          >
            {t('member.open')}
          </button>
        ) : null,
    },
  ]
  return (
    <div className={classes['members']}>
      <MemberFigures community={community} today={today} />
      <div className={classes['bar']}>
        <AddMember community={community} today={today} />
        <div className={classes['onDay']}>
          <PartialDateInput
            label={t('member.on')}
            value={on}
            onChange={(date) => {
              if (date !== null) setOn(lastDay(date))
            }}
          />
        </div>
        <div className={classes['switches']}>
          <Checkbox size="xs" label={t('member.former')} checked={showsFormer} onChange={(event) => setShowsFormer(event.currentTarget.checked)} />
          {inside.length > 0 && (
            <Checkbox
              size="xs"
              label={t('member.withInside')}
              checked={withInside}
              onChange={(event) => setWithInside(event.currentTarget.checked)}
            />
          )}
        </div>
        <Newsletter community={community} today={today} />
      </div>
      <p className={classes['quiet']} role="status">
        {rows === undefined ? ' ' : showsFormer ? t('member.countEver', { count }) : t('member.countOn', { count, date: format.date(on) })}
      </p>
      <DataTable
        label={t('member.label')}
        columns={columns}
        rowCount={rows?.length ?? 0}
        rowAt={(index) => rows?.[index]}
        rowKey={({ key }) => key}
        rowLabel={fullName}
        onOpen={(row) => onPanel({ kind: 'member', row })}
        empty={rows !== undefined && <EmptyState icon={<IconUsersGroup />} title={t('member.emptyTitle')} text={t('member.emptyText')} />}
      />
    </div>
  )
}
