import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import { useLive } from '#data/use-live'
import { PersonName } from '#ui/person-name'
import { SidePanel } from '#ui/side-panel'
import { PersonContacts } from './person-contacts.tsx'
import { PersonForm } from './person-form.tsx'
import { PersonSummary } from './person-summary.tsx'
import { useLists, useNames } from './lists.ts'

export interface PersonPreviewProps {
  readonly id: PersonId
  readonly onClose: () => void
  readonly onOpen: () => void
}

/** A person beside the list: who she is, how to reach her, what happened last. */
export const PersonPreview = ({ id, onClose, onOpen }: PersonPreviewProps) => {
  const { t } = useTranslation('people')
  const lists = useLists()
  const names = useNames(lists)
  const [editing, setEditing] = useState(false)
  const details = useLive(['people', 'events', 'attendance', 'hours'], ({ people }) => people.details(id), [id])
  if (details === undefined || details === null) return null
  const { person } = details
  if (editing) return <PersonForm person={person} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} onOpenOther={onOpen} />
  return (
    <SidePanel
      title={<PersonName person={person} order="spoken" />}
      label={t('panel.label', { name: fullName(person) })}
      width={360}
      takesFocus={false}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('panel.edit')}
          </Button>
          <Button onClick={onOpen}>{t('panel.open')}</Button>
        </>
      }
    >
      <PersonSummary person={person} last={details.last} names={names} />
      <PersonContacts person={person} />
      {person.note !== '' && <p style={{ whiteSpace: 'pre-wrap' }}>{person.note}</p>}
    </SidePanel>
  )
}
