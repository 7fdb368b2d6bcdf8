import { Checkbox, NativeSelect, SegmentedControl, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferId, OrganisationId, ProgrammeId, TerritoryId } from '#domain/id'
import { offerCategories, type Offer } from '#domain/offer'
import { costProblem } from '#domain/offers/programme-spending'
import type { IsoDate } from '#domain/period'
import type { OfferFields, OfferRow } from '#data/services/offers-service'
import { useFindPeople } from '#data/use-find-people'
import { useFormat } from '#i18n/setup'
import { PartialDateInput } from '#ui/partial-date-input'
import { PersonChoice, type PersonToChoose } from '#ui/person-choice'
import { readCategory, readEuros } from './offer-filter.ts'
import type { OfferLists } from './use-offer-lists.ts'
import classes from './offers.module.css'

interface OfferFormProps {
  readonly id: string
  /** null: a new one. */
  readonly row: OfferRow | null
  readonly rows: readonly OfferRow[]
  readonly lists: OfferLists
  readonly today: IsoDate
  readonly onSave: (fields: OfferFields) => void
}

/** Everything that is noted of an offer or a need. */
export const OfferForm = ({ id, row, rows, lists, today, onSave }: OfferFormProps) => {
  const { t } = useTranslation('offers')
  const format = useFormat()
  const find = useFindPeople(today)
  const offer = row?.offer ?? null
  const [fields, setFields] = useState<OfferFields>(offer === null ? { ...emptyFields, openedOn: today } : fieldsOf(offer))
  const [giver, setGiver] = useState<'person' | 'organisation'>(offer?.organisationId == null ? 'person' : 'organisation')
  const [person, setPerson] = useState<PersonToChoose | null>(
    offer === null || row === null || offer.personId === null ? null : { id: offer.personId, name: row.who },
  )
  const [typedCost, setTypedCost] = useState(offer?.cost == null ? '' : format.number(offer.cost))
  // Tying may give a line its programme while the form is open: what nobody touched follows the record.
  const [chosenProgramme, setChosenProgramme] = useState<ProgrammeId | null>()
  const programmeId = chosenProgramme === undefined ? (offer?.programmeId ?? null) : chosenProgramme
  const [tried, setTried] = useState(false)
  const set = (change: Partial<OfferFields>): void => setFields({ ...fields, ...change })
  const cost = readEuros(typedCost)
  const programme = lists.programmes.find((one) => one.programme.id === programmeId)?.programme
  const written: OfferFields = {
    ...fields,
    title: fields.title.trim(),
    note: fields.note.trim(),
    personId: giver === 'person' ? (person?.id ?? null) : null,
    organisationId: giver === 'organisation' ? fields.organisationId : null,
    programmeId,
    cost,
  }
  const problem =
    programme === undefined || Number.isNaN(cost)
      ? null
      : costProblem(
          programme,
          { ...blank, ...offer, ...written },
          rows.map((one) => one.offer),
        )
  const limits = { limit: format.euros(problem?.limit ?? 0), by: format.euros(problem?.by ?? 0) }
  const hasNobody = written.personId === null && written.organisationId === null
  const knownSkills = [...new Set(rows.flatMap((one) => one.offer.skills))].toSorted(format.compare)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (written.title === '' || hasNobody || Number.isNaN(cost) || problem?.kind === 'over-cap') return
    onSave(written)
  }
  return (
    <form id={id} className={classes['form']} noValidate onSubmit={submit}>
      <div className={classes['pair']}>
        <NativeSelect
          label={t('form.side')}
          data={(['offer', 'need'] as const).map((value) => ({ value, label: t(`sides.${value}`) }))}
          value={fields.side}
          disabled={offer?.matchedWithId != null}
          onChange={(event) => set({ side: event.currentTarget.value === 'need' ? 'need' : 'offer' })}
        />
        <NativeSelect
          label={t('form.category')}
          data={offerCategories.map((value) => ({ value, label: t(`categories.${value}`) }))}
          value={fields.category}
          onChange={(event) => set({ category: readCategory(event.currentTarget.value) })}
        />
      </div>
      <TextInput
        label={t('form.what')}
        description={t('form.whatHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-autofocus={offer === null || undefined}
        autoComplete="off"
        value={fields.title}
        error={tried && written.title === '' ? t('form.whatMissing') : undefined}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <div>
        <p className={classes['label']}>{t('form.giver')}</p>
        <SegmentedControl
          size="xs"
          mb={8}
          aria-label={t('form.giver')}
          value={giver}
          onChange={(value) => setGiver(value === 'organisation' ? 'organisation' : 'person')}
          data={[
            { value: 'person', label: t('form.person') },
            { value: 'organisation', label: t('form.organisation') },
          ]}
        />
        {giver === 'person' ? (
          <PersonChoice isLabelHidden label={t('form.person')} value={person} onChange={setPerson} find={find} />
        ) : (
          <Select
            aria-label={t('form.organisation')}
            searchable
            clearable
            data={lists.organisations.map(({ id: value, name }) => ({ value: value as string, label: name }))}
            value={fields.organisationId}
            onChange={(value) => set({ organisationId: value as OrganisationId | null })}
          />
        )}
        {tried && hasNobody && (
          <p className={classes['warning']} role="alert">
            {t('form.whoMissing')}
          </p>
        )}
      </div>
      {row?.isOutOfReach === true && <p className={classes['warning']}>{t('form.doNotContact')}</p>}
      <Select
        label={t('form.place')}
        placeholder={t('form.noPlace')}
        clearable
        searchable
        data={lists.territories.map(({ id: value, name }) => ({ value: value as string, label: name }))}
        value={fields.territoryId}
        onChange={(value) => set({ territoryId: value as TerritoryId | null })}
      />
      <Checkbox label={t('form.remote')} checked={fields.isRemote} onChange={(event) => set({ isRemote: event.currentTarget.checked })} />
      <TagsInput
        label={t('form.skills')}
        description={t('form.skillsHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={knownSkills}
        value={[...fields.skills]}
        onChange={(skills) => set({ skills })}
      />
      <div className={classes['pair']}>
        <PartialDateInput label={t('form.openedOn')} value={fields.openedOn} onChange={(date) => set({ openedOn: date ?? today })} />
        <PartialDateInput label={t('form.until')} value={fields.until} description={t('form.untilHint')} onChange={(until) => set({ until })} />
      </div>
      {lists.programmes.length > 0 && (
        <NativeSelect
          label={t('form.programme')}
          data={[
            { value: '', label: t('form.noProgramme') },
            ...lists.programmes.map((one) => ({ value: one.programme.id as string, label: one.programme.name })),
          ]}
          value={programmeId ?? ''}
          onChange={(event) => setChosenProgramme(event.currentTarget.value === '' ? null : (event.currentTarget.value as ProgrammeId))}
        />
      )}
      <TextInput
        label={t('form.cost')}
        inputMode="decimal"
        autoComplete="off"
        value={typedCost}
        error={Number.isNaN(cost) ? t('form.costWrong') : problem?.kind === 'over-cap' ? t('form.overCap', limits) : undefined}
        onChange={(event) => setTypedCost(event.currentTarget.value)}
      />
      {problem?.kind === 'over-budget' && (
        <p className={classes['warning']} role="alert">
          {t('form.overBudget', limits)}
        </p>
      )}
      <Textarea
        label={t('form.note')}
        autosize
        minRows={2}
        maxRows={6}
        value={fields.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </form>
  )
}

const emptyFields: Omit<OfferFields, 'openedOn'> = {
  side: 'offer',
  category: 'internship',
  title: '',
  personId: null,
  organisationId: null,
  territoryId: null,
  isRemote: false,
  skills: [],
  until: null,
  programmeId: null,
  cost: null,
  note: '',
}
/** What the form writes, and nothing else: where a line stands is written by its own acts. */
const fieldsOf = ({ id: _id, state: _state, matchedWithId: _with, matchedOn: _on, deletedAt: _deletedAt, ...fields }: Offer): OfferFields => fields
/** What a line that is not written yet has besides its fields. */
const blank: Pick<Offer, 'id' | 'state' | 'matchedWithId' | 'matchedOn' | 'deletedAt'> = {
  id: '' as string as OfferId,
  state: 'open',
  matchedWithId: null,
  matchedOn: null,
  deletedAt: null,
}
