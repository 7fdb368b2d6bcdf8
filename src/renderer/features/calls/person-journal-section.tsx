import { ActionIcon, Anchor, Button } from '@mantine/core'
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '#domain/contact'
import type { ContactId, PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import type { JournalLine, PersonJournal } from '#data/services/journal-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useReportWrite } from '#ui/report-write'
import { Section } from '#ui/section'
import { ContactForm } from './contact-form.tsx'
import { ContactHead } from './contact-head.tsx'
import { NoteText } from './note-text.tsx'
import { TaskLines } from './task-lines.tsx'
import classes from './calls.module.css'

const firstShown = 8

/** On a person's page: everything that passed between her and the association, and what is still to be done. */
export const PersonJournalSection = ({ personId }: { readonly personId: PersonId }) => {
  const { t } = useTranslation('calls')
  const [form, setForm] = useState<ContactId | 'new' | null>(null)
  const [showAll, setShowAll] = useState(false)
  const journal = useLive(['contacts', 'ties', 'tasks', 'people'], (data) => data.journal.ofPerson(personId), [personId])
  if (journal === undefined) return null
  const entries = entriesOf(journal)
  return (
    <Section title={t('journal.title')}>
      {form === 'new' ? (
        <ContactForm personId={personId} contact={null} onClose={() => setForm(null)} />
      ) : (
        <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => setForm('new')}>
          {t('journal.add')}
        </Button>
      )}
      <TaskLines tasks={journal.tasks} />
      {entries.length === 0 && form !== 'new' && <p className={classes['quiet']}>{t('journal.none')}</p>}
      <ul className={classes['journal']}>
        {entries.slice(0, showAll ? undefined : firstShown).map((entry) => (
          <li key={entry.key} className={classes['entry']}>
            {entry.kind === 'introduction' ? (
              <IntroductionLine introduction={entry.introduction} />
            ) : form === entry.line.contact.id ? (
              <ContactForm personId={personId} contact={entry.line.contact} onClose={() => setForm(null)} />
            ) : (
              <ContactLine line={entry.line} onEdit={() => setForm(entry.line.contact.id)} />
            )}
          </li>
        ))}
      </ul>
      {entries.length > firstShown && !showAll && (
        <Anchor component="button" type="button" onClick={() => setShowAll(true)}>
          {t('journal.all', { count: entries.length })}
        </Anchor>
      )}
      {journal.mentioned.length > 0 && <Mentioned lines={journal.mentioned} />}
    </Section>
  )
}

type Introduction = PersonJournal['introductions'][number]
type Entry =
  | { readonly kind: 'contact'; readonly key: string; readonly on: string; readonly line: JournalLine }
  | { readonly kind: 'introduction'; readonly key: string; readonly on: string; readonly introduction: Introduction }

/** Talks and introductions together, latest first; the service already put each kind in order. */
const entriesOf = ({ lines, introductions }: PersonJournal): readonly Entry[] =>
  [
    ...lines.map((line): Entry => ({ kind: 'contact', key: line.contact.id, on: line.contact.on, line })),
    ...introductions.map((introduction): Entry => ({
      kind: 'introduction',
      key: introduction.tie.id,
      on: introduction.tie.start ?? '',
      introduction,
    })),
  ].toSorted((left, right) => (left.on === right.on ? 0 : left.on < right.on ? 1 : -1))

const ContactLine = ({ line: { contact, by }, onEdit }: { readonly line: JournalLine; readonly onEdit: () => void }) => {
  const { t } = useTranslation('calls')
  const data = useData()
  const format = useFormat()
  const report = useReportWrite()
  const what = `${t(`kind.${contact.kind}`)}, ${format.date(contact.on)}`
  const remove = async (removed: Contact): Promise<void> => {
    const said = t('journal.removed', { what: t(`kind.${removed.kind}`).toLocaleLowerCase(), date: format.date(removed.on) })
    report(await data.journal.remove(removed), { done: said, undo: () => void data.changes.undo() })
  }
  return (
    <>
      <ContactHead contact={contact} byName={by === null ? '' : fullName(by)}>
        <ActionIcon size="sm" aria-label={t('journal.edit', { what })} onClick={onEdit}>
          <IconPencil size={14} />
        </ActionIcon>
        <ActionIcon size="sm" aria-label={t('journal.remove', { what })} onClick={() => void remove(contact)}>
          <IconX size={14} />
        </ActionIcon>
      </ContactHead>
      <NoteText note={contact.note} />
    </>
  )
}

const IntroductionLine = ({ introduction: { tie, other, by } }: { readonly introduction: Introduction }) => {
  const { t } = useTranslation('calls')
  const format = useFormat()
  return (
    <>
      <div className={classes['entryHead']}>
        <span className={classes['entryWhat']}>{t('kind.introduction')}</span>
        <Anchor href={`#/people/${other.id}`}>{t('journal.introducedTo', { name: fullName(other) })}</Anchor>
        {tie.start !== null && <span className={classes['quiet']}>{format.date(tie.start)}</span>}
        {by !== null && <span className={classes['quiet']}>{t('journal.by', { name: fullName(by) })}</span>}
      </div>
      <NoteText note={tie.note} />
    </>
  )
}

const Mentioned = ({ lines }: { readonly lines: readonly JournalLine[] }) => {
  const { t } = useTranslation('calls')
  return (
    <>
      <h3 className={classes['partTitle']} style={{ marginTop: 16 }}>
        {t('journal.mentionedTitle')}
      </h3>
      <ul className={classes['journal']}>
        {lines.map(({ contact, person }) => (
          <li key={contact.id} className={classes['entry']}>
            {person !== null && <Anchor href={`#/people/${person.id}`}>{t('journal.mentioned', { name: fullName(person) })}</Anchor>}
            <ContactHead contact={contact} />
            <NoteText note={contact.note} />
          </li>
        ))}
      </ul>
    </>
  )
}
