import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ritual } from '#domain/community'
import { datesOfRule, rhythmOfDay, rhythmToRule } from '#domain/communities/rhythm'
import { addYears, firstDay } from '#domain/period'
import { useFormat } from '#i18n/setup'
import { PartialDateInput } from '#ui/partial-date-input'
import { useToday } from '#ui/use-today'
import type { CommunityFormPart } from './community-panel.tsx'
import { RecordPanel } from './record-panel.tsx'
import { RhythmInput } from './rhythm-input.tsx'
import { newEntryId, nextOrder, useSaveCommunity, without } from './use-save-community.ts'
import classes from './communities.module.css'

/** A meeting that comes back: its name, its rhythm in plain words, where; the dates it makes are shown as it is chosen. */
export const RitualForm = ({ community, onClose, ritual }: CommunityFormPart & { readonly ritual: Ritual | null }) => {
  const { t } = useTranslation('communityMeetings')
  const format = useFormat()
  const today = useToday()
  const save = useSaveCommunity(community)
  const [draft, setDraft] = useState<Omit<Ritual, 'id' | 'order' | 'outcomes'>>(
    ritual ?? { name: '', rule: rhythmToRule(rhythmOfDay(today)), start: today, isOnline: false, place: '' },
  )
  const [tried, setTried] = useState(false)
  const { rule, start } = draft
  const next = datesOfRule(rule, start, { from: start > today ? start : today, to: addYears(start > today ? start : today, 8), most: 3 })
  const write = async (rituals: typeof community.rituals): Promise<void> => {
    if (await save({ rituals })) onClose()
  }
  const keep = (): void => {
    setTried(true)
    if (draft.name.trim() === '' || next.length === 0) return
    const id = ritual?.id ?? newEntryId()
    const order = ritual?.order ?? nextOrder(community.rituals)
    const { name, isOnline, place } = draft
    const kept: Ritual = { id, order, rule, start, isOnline, name: name.trim(), place: place.trim(), outcomes: ritual?.outcomes ?? {} }
    void write({ ...community.rituals, [id]: kept })
  }
  return (
    <RecordPanel
      title={t(ritual === null ? 'ritual.new' : 'ritual.edit')}
      onClose={onClose}
      onSave={keep}
      onRemove={ritual === null ? null : () => void write(without(community.rituals, ritual.id))}
    >
      <TextInput
        data-autofocus
        label={t('ritual.name')}
        placeholder={t('ritual.nameExample')}
        autoComplete="off"
        value={draft.name}
        error={tried && draft.name.trim() === '' ? t('ritual.nameMissing') : null}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <PartialDateInput
        label={t('ritual.start')}
        value={start}
        onChange={(date) => {
          if (date !== null) setDraft({ ...draft, start: firstDay(date) })
        }}
      />
      <RhythmInput rule={rule} start={start} onChange={(chosen) => setDraft({ ...draft, rule: chosen })} />
      <p className={next.length === 0 ? classes['problem'] : classes['quiet']}>
        {next.length === 0 ? t('ritual.noDate') : t('ritual.next', { dates: format.list(next.map((date) => format.fullDay(date))) })}
      </p>
      <TextInput
        label={t('ritual.place')}
        autoComplete="off"
        value={draft.place}
        onChange={(event) => setDraft({ ...draft, place: event.currentTarget.value })}
      />
      <Checkbox
        label={t('ritual.online')}
        checked={draft.isOnline}
        onChange={(event) => setDraft({ ...draft, isOnline: event.currentTarget.checked })}
      />
    </RecordPanel>
  )
}
