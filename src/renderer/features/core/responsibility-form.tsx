import { ActionIcon, Button, Select, Textarea, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommunityId, OrganisationId, PersonId, TerritoryId } from '#domain/id'
import { isCertainlyBefore, type IsoDate, type PartialDate } from '#domain/period'
import type { Responsibility } from '#domain/responsibility'
import { useData } from '#data/use-data'
import { useFindPeople } from '#data/use-find-people'
import { useLive } from '#data/use-live'
import { PartialDateInput } from '#ui/partial-date-input'
import { PersonChoice, type PersonToChoose } from '#ui/person-choice'
import { useReportWrite } from '#ui/report-write'
import { SidePanel } from '#ui/side-panel'
import classes from './core.module.css'

interface ResponsibilityFormProps {
  /** null: a new one. */
  readonly responsibility: Responsibility | null
  /** Names of the people it speaks of. */
  readonly nameOf: (id: PersonId) => string
  readonly today: IsoDate
  readonly onClose: () => void
}
interface HolderLine {
  readonly id: PersonId
  readonly name: string
  readonly start: PartialDate | null
  readonly end: PartialDate | null
}

/** What it is, who holds it since when, who would follow, how it is done. */
export const ResponsibilityForm = ({ responsibility, nameOf, today, onClose }: ResponsibilityFormProps) => {
  const { t } = useTranslation(['core', 'common'])
  const data = useData()
  const report = useReportWrite()
  const find = useFindPeople(today)
  const [title, setTitle] = useState(responsibility?.title ?? '')
  const [holders, setHolders] = useState<readonly HolderLine[]>(
    Object.entries(responsibility?.holders ?? {}).map(([id, dates]) => ({ id: id as PersonId, name: nameOf(id as PersonId), ...dates })),
  )
  const successorId = responsibility?.successorId ?? null
  const [successor, setSuccessor] = useState<PersonToChoose | null>(successorId === null ? null : { id: successorId, name: nameOf(successorId) })
  const [places, setPlaces] = useState({
    communityId: responsibility?.communityId ?? null,
    territoryId: responsibility?.territoryId ?? null,
    organisationId: responsibility?.organisationId ?? null,
  })
  const [howTo, setHowTo] = useState(responsibility?.howTo ?? '')
  const [tried, setTried] = useState(false)
  const lists = useLive(
    ['communities', 'territories', 'organisations'],
    async ({ records }) => ({
      communities: optionsOf(await records.all('communities')),
      territories: optionsOf(await records.all('territories')),
      organisations: optionsOf(await records.all('organisations')),
    }),
    [],
  )
  const wrong = holders.find(({ start, end }) => start !== null && end !== null && isCertainlyBefore(end, start))
  const setHolder = (id: PersonId, change: Partial<HolderLine>): void =>
    setHolders(holders.map((holder) => (holder.id === id ? { ...holder, ...change } : holder)))
  const name = title.trim()
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (name === '' || wrong !== undefined) return
    const fields = {
      title: name,
      holders: Object.fromEntries(holders.map(({ id, start, end }) => [id, { start, end }])),
      successorId: successor?.id ?? null,
      ...places,
      howTo: howTo.trim(),
    }
    const written = await data.core.saveResponsibility(responsibility?.id ?? null, fields)
    if (report(written, { done: t('saved', { name }), undo: () => void data.changes.undo() })) onClose()
  }
  const remove = async (): Promise<void> => {
    if (responsibility === null) return
    const written = await data.core.removeResponsibility(responsibility.id, new Date().toISOString())
    if (report(written, { done: t('removed', { name: responsibility.title }), undo: () => void data.changes.undo() })) onClose()
  }
  const panelTitle = t(responsibility === null ? 'form.newTitle' : 'form.editTitle')
  return (
    <SidePanel
      title={panelTitle}
      label={panelTitle}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" form="responsibility-form">
            {responsibility === null ? t('form.create') : t('common:actions.save')}
          </Button>
        </>
      }
    >
      <form id="responsibility-form" className={classes['form']} noValidate onSubmit={(event) => void save(event)}>
        <TextInput
          data-autofocus
          label={t('form.name')}
          placeholder={t('form.nameExample')}
          autoComplete="off"
          value={title}
          error={tried && name === '' ? t('form.nameMissing') : null}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div className={classes['form']} role="group" aria-label={t('form.holders')}>
          <p className={classes['label']} style={{ marginBottom: -8 }}>
            {t('form.holders')}
          </p>
          {holders.map((holder) => (
            <div key={holder.id} className={classes['holder']}>
              <strong>{holder.name}</strong>
              <PartialDateInput label={t('form.start')} value={holder.start} onChange={(start) => setHolder(holder.id, { start })} />
              <PartialDateInput label={t('form.end')} value={holder.end} onChange={(end) => setHolder(holder.id, { end })} />
              <ActionIcon
                mb={4}
                aria-label={t('form.removeHolder', { name: holder.name })}
                onClick={() => setHolders(holders.filter(({ id }) => id !== holder.id))}
              >
                <IconX size={16} />
              </ActionIcon>
            </div>
          ))}
          <PersonChoice
            key={holders.length}
            label={t('form.addHolder')}
            isLabelHidden
            placeholder={t('form.addHolder')}
            value={null}
            find={find}
            onChange={(person) => {
              if (person !== null && !holders.some(({ id }) => id === person.id))
                setHolders([...holders, { id: person.id, name: person.name, start: today, end: null }])
            }}
          />
          {tried && wrong !== undefined && (
            <p className={classes['error']} role="alert">
              {t('form.wrongOrder', { name: wrong.name })}
            </p>
          )}
        </div>
        <PersonChoice label={t('form.successor')} value={successor} onChange={setSuccessor} find={find} />
        <Textarea
          label={t('form.howTo')}
          description={t('form.howToHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={3}
          maxRows={12}
          value={howTo}
          onChange={(event) => setHowTo(event.currentTarget.value)}
        />
        <Select
          label={t('form.community')}
          placeholder={t('form.none')}
          clearable
          searchable
          data={lists?.communities ?? []}
          value={places.communityId}
          onChange={(value) => setPlaces({ ...places, communityId: value as CommunityId | null })}
        />
        <Select
          label={t('form.territory')}
          placeholder={t('form.noneMasculine')}
          clearable
          searchable
          data={lists?.territories ?? []}
          value={places.territoryId}
          onChange={(value) => setPlaces({ ...places, territoryId: value as TerritoryId | null })}
        />
        <Select
          label={t('form.organisation')}
          placeholder={t('form.none')}
          clearable
          searchable
          limit={40}
          data={lists?.organisations ?? []}
          value={places.organisationId}
          onChange={(value) => setPlaces({ ...places, organisationId: value as OrganisationId | null })}
        />
        {responsibility !== null && (
          <div>
            <Button variant="subtle" color="red" size="compact-sm" onClick={() => void remove()}>
              {t('form.remove')}
            </Button>
          </div>
        )}
      </form>
    </SidePanel>
  )
}

const optionsOf = (
  records: readonly { readonly id: string; readonly name: string; readonly deletedAt: string | null }[],
): readonly { readonly value: string; readonly label: string }[] =>
  records
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((left, right) => left.label.localeCompare(right.label, 'fr'))
