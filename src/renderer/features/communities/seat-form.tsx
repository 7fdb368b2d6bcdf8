import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Seat } from '#domain/community'
import { isCertainlyBefore } from '#domain/period'
import { PartialDateInput } from '#ui/partial-date-input'
import type { CommunityFormPart } from './community-panel.tsx'
import { PersonChoice } from './person-choice.tsx'
import { RecordPanel } from './record-panel.tsx'
import { newEntryId, useSaveCommunity, without } from './use-save-community.ts'
import classes from './communities.module.css'

interface SeatFormProps extends CommunityFormPart {
  readonly seat: Seat | null
  readonly names: Readonly<Record<string, string>>
}

/** A seat in the governance, who holds it and from when to when. */
export const SeatForm = ({ community, onClose, seat, names }: SeatFormProps) => {
  const { t } = useTranslation('communities')
  const save = useSaveCommunity(community)
  const [draft, setDraft] = useState<Omit<Seat, 'id'>>(seat ?? { title: '', personId: null, start: null, end: null })
  const [holder, setHolder] = useState(seat?.personId == null ? '' : (names[seat.personId] ?? ''))
  const [tried, setTried] = useState(false)
  const isReversed = draft.start !== null && draft.end !== null && isCertainlyBefore(draft.end, draft.start)
  const write = async (seats: typeof community.seats): Promise<void> => {
    if (await save({ seats })) onClose()
  }
  const keep = (): void => {
    setTried(true)
    if (draft.title.trim() === '' || isReversed) return
    const id = seat?.id ?? newEntryId()
    void write({ ...community.seats, [id]: { ...draft, id, title: draft.title.trim() } })
  }
  return (
    <RecordPanel
      title={t(seat === null ? 'seat.new' : 'seat.edit')}
      onClose={onClose}
      onSave={keep}
      onRemove={seat === null ? null : () => void write(without(community.seats, seat.id))}
    >
      <TextInput
        data-autofocus
        label={t('seat.title')}
        placeholder={t('seat.titleExample')}
        autoComplete="off"
        value={draft.title}
        error={tried && draft.title.trim() === '' ? t('seat.titleMissing') : null}
        onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
      />
      <PersonChoice
        label={t('seat.holder')}
        chosen={holder}
        onChoose={(person) => {
          setHolder(person?.name ?? '')
          setDraft({ ...draft, personId: person?.id ?? null })
        }}
      />
      <PartialDateInput label={t('dates.start')} value={draft.start} onChange={(start) => setDraft({ ...draft, start })} />
      <PartialDateInput label={t('dates.end')} value={draft.end} onChange={(end) => setDraft({ ...draft, end })} />
      {isReversed && (
        <p className={classes['problem']} role="alert">
          {t('dates.reversed')}
        </p>
      )}
    </RecordPanel>
  )
}
