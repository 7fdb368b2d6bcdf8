import { Anchor, Autocomplete, Button, NativeSelect, Select, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ambassadorStages } from '#domain/ambassador'
import { stageHistory } from '#domain/ambassadors/stages'
import type { Autonomy, Community } from '#domain/community'
import type { AssociationEvent } from '#domain/event'
import type { CommunityId, EventId, PersonId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import { fullName } from '#domain/person'
import type { AmbassadorCard } from '#data/services/ambassadors-service'
import { useData } from '#data/use-data'
import { useFindPeople } from '#data/use-find-people'
import { useFormat } from '#i18n/setup'
import { PersonChoice, type PersonToChoose } from '#ui/person-choice'
import { useReportWrite } from '#ui/report-write'
import { SidePanel } from '#ui/side-panel'
import { useAttentionWords } from './attention-words.ts'
import classes from './ambassadors.module.css'

interface AmbassadorPanelProps {
  readonly card: AmbassadorCard
  readonly communities: readonly Community[]
  readonly events: readonly AssociationEvent[]
  readonly today: IsoDate
  readonly onOpenPerson: (id: PersonId) => void
  readonly onClose: () => void
}

const autonomies = ['0', '1', '2', '3', '4'] as const
const sources = ['acquaintance', 'network', 'helped', 'records', 'suggestion'] as const

/** All that is known of one ambassador, changed in place. */
export const AmbassadorPanel = ({ card, communities, events, today, onOpenPerson, onClose }: AmbassadorPanelProps) => {
  const { t } = useTranslation(['ambassadors', 'common'])
  const format = useFormat()
  const data = useData()
  const report = useReportWrite()
  const find = useFindPeople(today)
  const attention = useAttentionWords(today)(card)
  const { ambassadorship, person } = card
  const name = fullName(person)
  const [fields, setFields] = useState({
    whyChosen: ambassadorship.whyChosen,
    whatsInIt: ambassadorship.whatsInIt,
    source: ambassadorship.source,
    note: ambassadorship.note,
    communityId: ambassadorship.communityId,
    firstGatheringId: ambassadorship.firstGatheringId,
    autonomy: ambassadorship.autonomy,
  })
  const [approachedBy, setApproachedBy] = useState<PersonToChoose | null>(chosen(ambassadorship.approachedById, card.approachedBy))
  const [successor, setSuccessor] = useState<PersonToChoose | null>(chosen(ambassadorship.successorId, card.successor))
  const set = (change: Partial<typeof fields>): void => setFields({ ...fields, ...change })
  const community = communities.find(({ id }) => id === fields.communityId)

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const written = await data.ambassadors.save(ambassadorship.id, {
      ...fields,
      whyChosen: fields.whyChosen.trim(),
      whatsInIt: fields.whatsInIt.trim(),
      source: fields.source.trim(),
      note: fields.note.trim(),
      approachedById: approachedBy?.id ?? null,
      successorId: successor?.id ?? null,
    })
    if (report(written, { done: t('saved', { name }), undo: () => void data.changes.undo() })) onClose()
  }
  const remove = async (): Promise<void> => {
    const written = await data.ambassadors.remove(ambassadorship.id, new Date().toISOString())
    if (report(written, { done: t('removed', { name }), undo: () => void data.changes.undo() })) onClose()
  }
  return (
    <SidePanel
      title={name}
      label={name}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" form="ambassador-form">
            {t('common:actions.save')}
          </Button>
        </>
      }
    >
      <form id="ambassador-form" className={classes['form']} noValidate onSubmit={(event) => void save(event)}>
        <p className={classes['note']}>
          <span className={attention.isLate ? classes['late'] : undefined}>{attention.long}</span>
          {' · '}
          <Anchor component="button" type="button" size="xs" onClick={() => onOpenPerson(person.id)}>
            {t('form.openPerson')}
          </Anchor>
        </p>
        <Textarea
          label={t('form.why')}
          description={t('form.whyHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data-autofocus
          autosize
          minRows={2}
          maxRows={6}
          value={fields.whyChosen}
          onChange={(event) => set({ whyChosen: event.currentTarget.value })}
        />
        <Textarea
          label={t('form.whatsInIt')}
          description={t('form.whatsInItHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={2}
          maxRows={6}
          value={fields.whatsInIt}
          onChange={(event) => set({ whatsInIt: event.currentTarget.value })}
        />
        <Autocomplete
          label={t('form.source')}
          data={sources.map((source) => t(`form.sources.${source}`))}
          value={fields.source}
          onChange={(source) => set({ source })}
        />
        <PersonChoice label={t('form.approachedBy')} value={approachedBy} onChange={setApproachedBy} find={find} />
        <Select
          label={t('form.community')}
          placeholder={t('form.noCommunity')}
          clearable
          searchable
          data={communities.map(({ id, name: label }) => ({ value: id as string, label }))}
          value={fields.communityId}
          onChange={(value) => set({ communityId: value as CommunityId | null })}
        />
        {community !== undefined &&
          (community.objectives.trim() === '' ? (
            <p className={classes['warning']}>{t('form.noObjectives')}</p>
          ) : (
            <p className={classes['note']}>{t('form.objectives', { objectives: community.objectives.trim() })}</p>
          ))}
        <Select
          label={t('form.firstGathering')}
          placeholder={t('form.noGathering')}
          clearable
          searchable
          limit={40}
          data={events.map(({ id, name: label, date }) => ({
            value: id as string,
            label: date === null ? label : `${label} (${format.shortDate(date)})`,
          }))}
          value={fields.firstGatheringId}
          onChange={(value) => set({ firstGatheringId: value as EventId | null })}
        />
        <NativeSelect
          label={t('form.autonomy')}
          data={[
            { value: '', label: t('form.autonomies.none') },
            ...autonomies.map((value) => ({ value: value as string, label: t(`form.autonomies.${value}`) })),
          ]}
          value={fields.autonomy === null ? '' : String(fields.autonomy)}
          onChange={(event) => set({ autonomy: readAutonomy(event.currentTarget.value) })}
        />
        <PersonChoice label={t('form.successor')} value={successor} onChange={setSuccessor} find={find} />
        <Textarea
          label={t('form.note')}
          autosize
          minRows={2}
          maxRows={6}
          value={fields.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <div>
          <p className={classes['label']}>{t('form.history')}</p>
          <ul className={classes['history']} aria-label={t('form.history')}>
            {stageHistory(ambassadorship, ambassadorStages).map(({ stage, on }) => (
              <li key={stage}>
                <span>{t(`stages.${stage}`)}</span>
                <span className={classes['quiet']}>{format.date(on)}</span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <Button variant="subtle" color="red" size="compact-sm" onClick={() => void remove()}>
            {t('form.remove')}
          </Button>
        </div>
      </form>
    </SidePanel>
  )
}

const chosen = (id: PersonId | null, name: string): PersonToChoose | null => (id === null ? null : { id, name })

const readAutonomy = (value: string): Autonomy | null => {
  const level = ([0, 1, 2, 3, 4] as const).find((known) => String(known) === value)
  return level ?? null
}
