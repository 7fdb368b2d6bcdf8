import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Practice } from '#domain/letter'
import { PartialDateInput } from '#ui/partial-date-input'
import { RecordPanel } from './record-panel.tsx'

interface PracticeFormProps {
  readonly practice: Practice
  readonly isNew: boolean
  readonly onClose: () => void
  readonly onSave: (practice: Practice) => void
  readonly onRemove: (() => void) | null
  /** Given for one in the bin. */
  readonly onRestore: (() => void) | null
}
const outcomes = ['worked', 'mixed', 'failed'] as const

/** An experience: what was tried, what came of it, what one would do again. */
export const PracticeForm = ({ practice, isNew, onClose, onSave, onRemove, onRestore }: PracticeFormProps) => {
  const { t } = useTranslation(['practices', 'common'])
  const [draft, setDraft] = useState(practice)
  const [tried, setTried] = useState(false)
  const keep = (): void => {
    setTried(true)
    if (draft.title.trim() === '') return
    onSave({ ...draft, title: draft.title.trim(), source: draft.source.trim(), tried: draft.tried.trim(), learnt: draft.learnt.trim() })
  }
  return (
    <RecordPanel title={t(isNew ? 'form.newTitle' : 'form.editTitle')} onClose={onClose} onSave={keep} onRemove={onRemove} removeLabel={t('remove')}>
      <TextInput
        data-autofocus
        label={t('form.title')}
        placeholder={t('form.titleExample')}
        autoComplete="off"
        value={draft.title}
        error={tried && draft.title.trim() === '' ? t('form.titleMissing') : null}
        onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
      />
      <Textarea
        label={t('form.tried')}
        autosize
        minRows={2}
        maxRows={10}
        value={draft.tried}
        onChange={(event) => setDraft({ ...draft, tried: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('form.outcome')}
        data={[{ value: '', label: t('form.noOutcome') }, ...outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))]}
        value={draft.outcome ?? ''}
        onChange={(event) => setDraft({ ...draft, outcome: outcomes.find((known) => known === event.currentTarget.value) ?? null })}
      />
      <Textarea
        label={t('form.learnt')}
        autosize
        minRows={2}
        maxRows={10}
        value={draft.learnt}
        onChange={(event) => setDraft({ ...draft, learnt: event.currentTarget.value })}
      />
      <TextInput
        label={t('form.source')}
        description={t('form.sourceHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        value={draft.source}
        onChange={(event) => setDraft({ ...draft, source: event.currentTarget.value })}
      />
      <PartialDateInput label={t('form.on')} value={draft.on} onChange={(on) => setDraft({ ...draft, on })} />
      {onRestore !== null && (
        <div>
          <Button variant="default" size="compact-sm" onClick={onRestore}>
            {t('restore')}
          </Button>
        </div>
      )}
    </RecordPanel>
  )
}
