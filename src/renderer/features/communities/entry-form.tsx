import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { entryKinds, type CommunityEntry } from '#domain/community'
import { PartialDateInput } from '#ui/partial-date-input'
import { useToday } from '#ui/use-today'
import type { CommunityFormPart } from './community-panel.tsx'
import { RecordPanel } from './record-panel.tsx'
import { newEntryId, useSaveCommunity, without } from './use-save-community.ts'

/** A line of the journal: what was done, when, what it took. */
export const EntryForm = ({ community, onClose, entry }: CommunityFormPart & { readonly entry: CommunityEntry | null }) => {
  const { t } = useTranslation('communities')
  const today = useToday()
  const save = useSaveCommunity(community)
  const [draft, setDraft] = useState<Omit<CommunityEntry, 'id'>>(entry ?? { on: today, kind: 'discussion', what: '', hours: null, amount: null })
  // As typed: « 12,0 » on its way to « 12,05 » must stay.
  const [hours, setHours] = useState<string | number>(entry?.hours ?? '')
  const [amount, setAmount] = useState<string | number>(entry?.amount ?? '')
  const [tried, setTried] = useState(false)
  const write = async (log: typeof community.log): Promise<void> => {
    if (await save({ log })) onClose()
  }
  const keep = (): void => {
    setTried(true)
    if (draft.what.trim() === '') return
    const id = entry?.id ?? newEntryId()
    void write({ ...community.log, [id]: { ...draft, id, what: draft.what.trim(), hours: numberOrNull(hours), amount: numberOrNull(amount) } })
  }
  return (
    <RecordPanel
      title={t(entry === null ? 'log.new' : 'log.edit')}
      onClose={onClose}
      onSave={keep}
      onRemove={entry === null ? null : () => void write(without(community.log, entry.id))}
    >
      <NativeSelect
        label={t('log.kind')}
        data={entryKinds.map((value) => ({ value, label: t(`log.kinds.${value}`) }))}
        value={draft.kind}
        onChange={(event) => setDraft({ ...draft, kind: entryKinds.find((known) => known === event.currentTarget.value) ?? 'other' })}
      />
      <TextInput
        data-autofocus
        label={t('log.what')}
        placeholder={t(`log.examples.${draft.kind}`)}
        autoComplete="off"
        value={draft.what}
        error={tried && draft.what.trim() === '' ? t('log.whatMissing') : null}
        onChange={(event) => setDraft({ ...draft, what: event.currentTarget.value })}
      />
      <PartialDateInput
        label={t('log.on')}
        value={draft.on}
        onChange={(on) => {
          if (on !== null) setDraft({ ...draft, on })
        }}
      />
      <NumberInput
        label={t('log.hours')}
        min={0}
        decimalScale={2}
        decimalSeparator=","
        allowedDecimalSeparators={[',', '.']}
        value={hours}
        onChange={setHours}
      />
      <NumberInput
        label={t('log.amount')}
        min={0}
        decimalScale={2}
        decimalSeparator=","
        allowedDecimalSeparators={[',', '.']}
        rightSection="€"
        value={amount}
        onChange={setAmount}
      />
    </RecordPanel>
  )
}

/** The field gives « 12.50 » as text, so that its last zero stays. */
const numberOrNull = (value: string | number): number | null => (value === '' || !Number.isFinite(Number(value)) ? null : Number(value))
