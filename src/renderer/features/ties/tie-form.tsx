import { Button, Group, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId, TieId } from '#domain/id'
import { firstDay, lastDay } from '#domain/period'
import { fullName } from '#domain/person'
import { emptyTie, type Tie } from '#domain/tie'
import { newId } from '#data/new-id'
import { useData } from '#data/use-data'
import { PartialDateInput } from '#ui/partial-date-input'
import { useReportWrite } from '#ui/report-write'
import { useToday } from '#ui/use-today'
import { PersonPicker } from './person-picker.tsx'
import { relationOf, relations, relationToTie, type Relation } from './relation.ts'
import classes from './ties.module.css'

interface TieFormProps {
  readonly personId: PersonId
  /** null: a new one. */
  readonly tie: Tie | null
  readonly onClose: () => void
}

/** A tie somebody tells us of: with whom, of what kind, since when; ended by its last day, or removed when it was a mistake. */
export const TieForm = ({ personId, tie, onClose }: TieFormProps) => {
  const { t } = useTranslation('ties')
  const data = useData()
  const report = useReportWrite()
  const today = useToday()
  const [relation, setRelation] = useState<Relation>(() => (tie === null ? 'acquaintance' : relationOf(tie, personId)))
  const [other, setOther] = useState<PersonId | null>(tie === null ? null : tie.fromId === personId ? tie.toId : tie.fromId)
  const [by, setBy] = useState(tie?.byId ?? null)
  const [start, setStart] = useState(tie === null ? today : tie.start)
  const [end, setEnd] = useState(tie?.end ?? null)
  const [note, setNote] = useState(tie?.note ?? '')
  const [asked, setAsked] = useState(false)
  const isBackwards = start !== null && end !== null && lastDay(end) < firstDay(start)

  const nameOf = async (id: PersonId): Promise<string> => fullName((await data.records.get('people', id)) ?? { firstName: '', lastName: '' })
  const save = async (): Promise<void> => {
    setAsked(true)
    if (other === null || isBackwards) return
    const ends = relationToTie(relation, personId, other)
    const after: Tie = {
      ...(tie ?? emptyTie(newId<TieId>(), ends.kind, ends.fromId, ends.toId)),
      ...ends,
      start,
      end,
      byId: ends.kind === 'introduction' ? by : null,
      note: note.trim(),
    }
    const done = t(tie === null ? 'form.added' : 'form.saved', { name: await nameOf(other) })
    if (report(await data.records.save({ table: 'ties', before: tie, after }), { done, undo: () => void data.changes.undo() })) onClose()
  }
  const remove = async (): Promise<void> => {
    if (tie === null) return
    const after = { ...tie, deletedAt: new Date().toISOString() }
    const done = t('form.removed', { name: other === null ? '' : await nameOf(other) })
    if (report(await data.records.save({ table: 'ties', before: tie, after }), { done, undo: () => void data.changes.undo() })) onClose()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Select
        label={t('form.relation')}
        data={relations.map((value) => ({ value, label: t(`person.relations.${value}`) }))}
        value={relation}
        onChange={(value) => setRelation(relations.find((known) => known === value) ?? 'acquaintance')}
      />
      <PersonPicker
        label={t('form.other')}
        value={other}
        except={[personId]}
        onChange={setOther}
        error={asked && other === null ? t('form.otherMissing') : null}
      />
      {relation === 'introduction' && (
        <PersonPicker label={t('form.by')} value={by} except={other === null ? [personId] : [personId, other]} onChange={setBy} />
      )}
      <div className={classes['dates']}>
        <PartialDateInput label={t('form.start')} value={start} onChange={setStart} />
        <PartialDateInput
          label={t('form.end')}
          value={end}
          onChange={setEnd}
          {...(asked && isBackwards ? { description: t('form.endBeforeStart') } : {})}
        />
      </div>
      <Textarea label={t('form.note')} autosize minRows={1} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <Group gap="sm">
        <Button type="submit" size="compact-sm">
          {t('form.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('form.cancel')}
        </Button>
        {tie !== null && (
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => void remove()}>
            {t('form.remove')}
          </Button>
        )}
      </Group>
    </form>
  )
}
