import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Membership } from '#domain/community'
import { isCertainlyBefore } from '#domain/period'
import { fullName } from '#domain/person'
import type { MemberRow } from '#data/services/community-members-service'
import { useData } from '#data/use-data'
import { PartialDateInput } from '#ui/partial-date-input'
import { useReportWrite } from '#ui/report-write'
import { RecordPanel } from './record-panel.tsx'
import { useMembershipWords } from './membership-words.ts'
import classes from './communities.module.css'

/** The dates of a member. */
export const MemberForm = ({ row, onClose }: { readonly row: MemberRow; readonly onClose: () => void }) => {
  const { t } = useTranslation('communities')
  const data = useData()
  const report = useReportWrite()
  const words = useMembershipWords()
  const [start, setStart] = useState(row.membership.start)
  const [end, setEnd] = useState(row.membership.end)
  const name = fullName(row)
  const earlier = row.membership.earlier ?? []
  const isReversed = start !== null && end !== null && isCertainlyBefore(end, start)
  const write = async (membership: Membership | null): Promise<void> => {
    const written = await data.communityMembers.set(row.communityId, row.member, membership)
    const done = t(membership === null ? 'member.takenOff' : 'member.saved', { name })
    if (report(written, { done, undo: () => void data.changes.undo() })) onClose()
  }
  return (
    <RecordPanel
      title={name}
      onClose={onClose}
      onSave={() => {
        if (!isReversed) void write({ ...row.membership, start, end })
      }}
      onRemove={() => void write(null)}
      removeLabel={t('member.takeOff')}
    >
      {row.inside !== '' && <p className={classes['quiet']}>{t('member.inside', { name: row.inside })}</p>}
      <PartialDateInput autoFocus label={t('member.start')} value={start} onChange={setStart} />
      <PartialDateInput label={t('member.end')} description={t('member.endHint')} value={end} onChange={setEnd} />
      {isReversed && (
        <p className={classes['problem']} role="alert">
          {t('dates.reversed')}
        </p>
      )}
      {earlier.map((period, index) => (
        // Earlier times never move within their list.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index} className={classes['quiet']}>
          {t('member.earlier', { period: words(period) })}
        </p>
      ))}
    </RecordPanel>
  )
}
