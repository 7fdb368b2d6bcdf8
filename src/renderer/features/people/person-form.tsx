import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { emptyPerson, fullName, type Person } from '#domain/person'
import type { RecordToSave } from '#data/services/records-service'
import type { TableName } from '#domain/tables'
import { newId } from '#data/new-id'
import { useData } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { FormSection } from '#ui/form-section'
import { useLeaveQuestion } from '#ui/leave-question'
import { useReportWrite } from '#ui/report-write'
import { SidePanel } from '#ui/side-panel'
import { useToday } from '#ui/use-today'
import { FormContacts } from './form-contacts.tsx'
import { FormIdentity } from './form-identity.tsx'
import { FormConsents } from './form-consents.tsx'
import { FormMore } from './form-more.tsx'
import { FormRoles } from './form-roles.tsx'
import { FormTies } from './form-ties.tsx'
import { useLists, useNames, type Lists } from './lists.ts'
import { LookAlikes } from './look-alikes.tsx'
import { organisationsToSave, tagsToSave } from './named-on-the-spot.ts'
import { draftToPerson, personToDraft, problemsOfDraft, type DraftProblem, type PersonDraft } from './person-draft.ts'
import { typedNameToNames } from './typed-name.ts'
import { setUnsaved } from './unsaved.ts'
import classes from './person-form.module.css'

export interface PersonFormProps {
  /** null: somebody new. */
  readonly person: Person | null
  /** What was searched before « Créer »: a first and a last name. */
  readonly typedName?: string
  readonly onClose: () => void
  readonly onSaved: (id: PersonId) => void
  /** Opens somebody who may be the same person. */
  readonly onOpenOther: (id: PersonId) => void
}

/** Creates or changes a person. Ctrl+S saves, Escape closes; what was typed is never dropped without asking. */
export const PersonForm = (props: PersonFormProps) => {
  const lists = useLists()
  // The names of tags and organisations are what the form starts from.
  return lists.roleKinds.length === 0 ? null : <ReadyForm {...props} lists={lists} />
}

const ReadyForm = ({ person, typedName = '', onClose, onSaved, onOpenOther, lists }: PersonFormProps & { readonly lists: Lists }) => {
  const { t } = useTranslation('person')
  const { t: common } = useTranslation()
  const data = useData()
  const format = useFormat()
  const report = useReportWrite()
  const today = useToday()
  const names = useNames(lists)
  const [base] = useState(() => person ?? { ...emptyPerson(newId<PersonId>()), ...typedNameToNames(typedName) })
  const [saving, setSaving] = useState(false)
  const [draft, setDraft] = useState<PersonDraft | null>(null)
  const [newTags, setNewTags] = useState<readonly string[] | null>(null)
  const formElement = useRef<HTMLFormElement>(null)

  const form = useForm<PersonDraft>({
    mode: 'uncontrolled',
    initialValues: startOf(personToDraft(base, format.phone, names.organisation), person === null),
    validate: (values) => errorsOf(problemsOfDraft(values), values, t),
    onValuesChange: (values) => {
      setDraft(values)
      setUnsaved(true)
    },
  })
  useEffect(() => () => setUnsaved(false), [])

  const isDirty = (): boolean => form.isDirty() || newTags !== null
  const { close, question } = useLeaveQuestion({ form: formElement, isDirty, onClose })

  const save = async (values: PersonDraft): Promise<void> => {
    setSaving(true)
    const tags = tagsToSave(newTags, values.tags, lists.tags)
    const organisations = organisationsToSave(values, lists.organisations)
    const asked = { on: today, source: t('history.cause.form') }
    const after = draftToPerson({ ...values, tags: tags.ids }, base, asked, organisations.idOf)
    const records: readonly RecordToSave<TableName>[] = [
      ...tags.created.map((tag): RecordToSave<TableName> => ({ table: 'tags', before: null, after: tag })),
      ...organisations.created.map((organisation): RecordToSave<TableName> => ({ table: 'organisations', before: null, after: organisation })),
      { table: 'people', before: person, after },
    ]
    const written = await data.records.saveAll(records)
    setSaving(false)
    if (
      !report(written, { done: t(person === null ? 'form.created' : 'form.saved', { name: fullName(after) }), undo: () => void data.changes.undo() })
    )
      return
    setUnsaved(false)
    onSaved(base.id)
  }

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    formElement.current?.requestSubmit()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    // Before the menu hears it, to whom the same keys mean another thing.
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])

  const problemCount = Object.keys(form.errors).length
  return (
    <SidePanel
      title={person === null ? t('form.newTitle') : t('form.editTitle')}
      label={t('form.label')}
      width={480}
      onClose={close}
      footer={
        question ?? (
          <>
            {problemCount > 0 && (
              <span className={classes['problems']} role="status">
                {t('form.problems.some', { count: problemCount })}
              </span>
            )}
            <Button variant="default" onClick={close}>
              {common('actions.cancel')}
            </Button>
            <Button type="submit" form="person-form" loading={saving}>
              {person === null ? t('form.create') : t('form.save')}
            </Button>
          </>
        )
      }
    >
      <form id="person-form" ref={formElement} noValidate onSubmit={form.onSubmit((values) => void save(values), focusFirstProblem)}>
        <FormSection>
          <FormIdentity form={form} />
          <LookAlikes draft={draft} exceptId={base.id} onOpen={onOpenOther} />
        </FormSection>
        <FormSection title={t('form.contacts')}>
          <FormContacts form={form} />
        </FormSection>
        <FormSection title={t('form.roles')}>
          <FormRoles form={form} lists={lists} names={names} today={today} />
        </FormSection>
        <FormSection title={t('form.more')}>
          <FormMore
            form={form}
            lists={lists}
            addresses={draft?.addresses ?? form.getValues().addresses}
            tagNames={base === person ? form.getValues().tags.map(names.tag) : []}
            onTagNames={setNewTags}
          />
          <FormTies form={form} lists={lists} />
        </FormSection>
        <FormSection title={t('form.contactRules')}>
          <FormConsents form={form} today={today} />
        </FormSection>
      </form>
    </SidePanel>
  )
}

/** Somebody new begins with one empty line for an e-mail and one for a phone. */
const startOf = (draft: PersonDraft, isNew: boolean): PersonDraft =>
  isNew ? { ...draft, emails: [{ key: 'email', address: '', label: 'home' }], phones: [{ key: 'phone', typed: '', label: 'home' }] } : draft

const errorsOf = (
  problems: readonly DraftProblem[],
  draft: PersonDraft,
  t: ReturnType<typeof useTranslation<'person'>>['t'],
): Record<string, string> =>
  Object.fromEntries(
    problems.map((problem): [string, string] => {
      switch (problem.field) {
        case 'name':
          return ['lastName', t('form.problems.name')]
        case 'email':
          return [`emails.${draft.emails.findIndex(({ key }) => key === problem.key)}.address`, t('form.problems.email')]
        case 'role-kind':
          return [`roles.${draft.roles.findIndex(({ id }) => id === problem.id)}.kind`, t('form.problems.roleKind')]
        case 'role-order':
          return [`roles.${draft.roles.findIndex(({ id }) => id === problem.id)}.end`, t('form.problems.roleOrder')]
        case 'payer-email':
          return ['payer.email', t('form.problems.email')]
      }
    }),
  )

/** Mantine marks the input of each problem with its path. */
const focusFirstProblem = (errors: Record<string, unknown>): void => {
  const [first] = Object.keys(errors)
  if (first !== undefined) document.querySelector<HTMLElement>(`#person-form [data-path="${CSS.escape(first)}"]`)?.focus()
}
