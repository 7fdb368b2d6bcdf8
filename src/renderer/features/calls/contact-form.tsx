import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTalk } from '#domain/calls/talks'
import { contactKinds, contactOutcomes, emptyContact, type Contact, type ContactKind } from '#domain/contact'
import type { ContactId, PersonId } from '#domain/id'
import type { NextStep } from '#data/services/calls-service'
import type { ContactFields } from '#data/services/journal-service'
import { useData } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { PartialDateInput } from '#ui/partial-date-input'
import { useReportWrite } from '#ui/report-write'
import { useToday } from '#ui/use-today'
import { keptLine, NextStepFields, noStep } from './next-step.tsx'
import { NoteInput } from './note-input.tsx'
import { PersonChoice } from './person-choice.tsx'
import classes from './calls.module.css'

/** What is given or received has a name; a talk has an outcome instead. */
const titledKinds = ['thanks', 'kit', 'training', 'testimony', 'contribution', 'speaking'] as const satisfies readonly ContactKind[]

/** One line of the journal, new (`contact` null) or to be changed, with its next step. */
export const ContactForm = ({
  personId,
  contact,
  onClose,
}: {
  readonly personId: PersonId
  readonly contact: Contact | null
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('calls')
  const { t: common } = useTranslation()
  const data = useData()
  const format = useFormat()
  const report = useReportWrite()
  const today = useToday()
  const [fields, setFields] = useState<ContactFields>(() => contact ?? { ...emptyContact('' as ContactId, today), personId })
  const [next, setNext] = useState<NextStep | null>(null)
  const set = (change: Partial<ContactFields>): void => setFields({ ...fields, ...change })
  const { kind, consent } = fields
  const titled = titledKinds.find((one) => one === kind)

  const save = async (): Promise<void> => {
    const { personId: who, organisationId, on, outcome, byId, title, note, usedIn, eventId, communityId, campaignId } = fields
    const kept: ContactFields = {
      personId: who,
      organisationId,
      on,
      kind,
      outcome: isTalk(kind) ? outcome : null,
      byId,
      title: title.trim(),
      note: note.trim(),
      consent: kind === 'testimony' ? consent : null,
      usedIn: kind === 'testimony' ? usedIn.trim() : '',
      eventId,
      communityId,
      campaignId,
    }
    const written = await data.journal.save(contact, kept, next)
    const said = t('journal.saved', { what: t(`kind.${kind}`).toLocaleLowerCase(), date: format.date(on) })
    if (report(written, { done: said, undo: () => void data.changes.undo() })) onClose()
  }

  return (
    <form
      className={classes['form']}
      aria-label={t('journal.form')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={classes['formLine']}>
        <NativeSelect
          label={t('journal.kind')}
          value={kind}
          data-autofocus
          autoFocus
          data={contactKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(event) => set({ kind: contactKinds.find((one) => one === event.currentTarget.value) ?? 'call' })}
        />
        <PartialDateInput description={keptLine} label={t('journal.date')} value={fields.on} onChange={(on) => set({ on: on ?? today })} />
        {isTalk(kind) && (
          <NativeSelect
            label={t('journal.outcome')}
            value={fields.outcome ?? ''}
            data={[{ value: '', label: t('journal.noOutcome') }, ...contactOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))]}
            onChange={(event) => set({ outcome: contactOutcomes.find((one) => one === event.currentTarget.value) ?? null })}
          />
        )}
      </div>
      {titled !== undefined && (
        <TextInput
          label={t('journal.subject')}
          placeholder={t(`titleHint.${titled}`)}
          value={fields.title}
          autoComplete="off"
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
      )}
      {kind === 'testimony' && (
        <div className={classes['formLine']}>
          <NativeSelect
            label={t('journal.consent')}
            value={consent === null ? '' : String(consent.given)}
            data={[
              { value: '', label: t('journal.consentAsked') },
              { value: 'true', label: t('journal.consentYes') },
              { value: 'false', label: t('journal.consentNo') },
            ]}
            onChange={({ currentTarget: { value } }) =>
              set({ consent: value === '' ? null : { given: value === 'true', on: consent?.on ?? today, source: consent?.source ?? '' } })
            }
          />
          <TextInput
            label={t('journal.usedIn')}
            placeholder={t('journal.usedInHint')}
            value={fields.usedIn}
            autoComplete="off"
            onChange={(event) => set({ usedIn: event.currentTarget.value })}
          />
        </div>
      )}
      <NoteInput label={t('log.note')} placeholder={t('log.noteHint')} value={fields.note} onChange={(note) => set({ note })} />
      <PersonChoice label={t('journal.byWhom')} value={fields.byId} onChange={(byId) => set({ byId })} />
      {next !== null && <NextStepFields step={next} onChange={setNext} autoFocus />}
      <div className={classes['buttons']}>
        {next === null && (
          <Button variant="subtle" mr="auto" leftSection={<IconPlus size={14} />} onClick={() => setNext(noStep)}>
            {t('log.addNext')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {common('actions.cancel')}
        </Button>
        <Button type="submit">{common('actions.save')}</Button>
      </div>
    </form>
  )
}
