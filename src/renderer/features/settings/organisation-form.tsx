import { Autocomplete, Button, Group, Paper, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '#domain/organisation'
import { useFormat } from '#i18n/setup'
import { draftToOrganisation, organisationProblems, organisationToDraft, type OrganisationDraft } from './organisation-draft.ts'

interface OrganisationFormProps {
  /** A new one has no name yet. */
  readonly organisation: Organisation
  /** Names of the others, in lower case. */
  readonly taken: ReadonlySet<string>
  /** Words already used as kinds. */
  readonly kinds: readonly string[]
  readonly onSave: (organisation: Organisation) => void
  readonly onCancel: () => void
}

/** A partner, school, company, town hall or funder: created or changed in place. */
export const OrganisationForm = ({ organisation, taken, kinds, onSave, onCancel }: OrganisationFormProps) => {
  const { t } = useTranslation(['settings', 'common'])
  const format = useFormat()
  const [draft, setDraft] = useState<OrganisationDraft>(() => organisationToDraft(organisation, format.phone))
  const [tried, setTried] = useState(false)
  const problems = organisationProblems(draft, taken)
  const isNew = organisation.name === ''
  const field = (name: Exclude<keyof OrganisationDraft, 'kind' | 'note'>) => ({
    label: t(`organisations.${name}`),
    autoComplete: 'off',
    maxLength: 200,
    value: draft[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setDraft({ ...draft, [name]: event.currentTarget.value }),
  })
  return (
    <Paper
      component="form"
      withBorder
      p="md"
      noValidate
      aria-label={isNew ? t('organisations.add') : organisation.name}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (Object.keys(problems).length === 0) onSave(draftToOrganisation(draft, organisation))
      }}
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput
            {...field('name')}
            required
            autoFocus
            error={tried && problems.name !== undefined ? t(problems.name === 'taken' ? 'roles.taken' : 'organisations.nameMissing') : undefined}
          />
          <Autocomplete
            label={t('organisations.kind')}
            placeholder={t('organisations.kindHint')}
            data={[...kinds]}
            value={draft.kind}
            onChange={(kind) => setDraft({ ...draft, kind })}
          />
        </Group>
        <Group grow align="flex-start">
          <TextInput
            {...field('email')}
            inputMode="email"
            spellCheck={false}
            error={tried && problems.email !== undefined ? t('organisations.emailWrong') : undefined}
          />
          <TextInput {...field('phone')} inputMode="tel" />
        </Group>
        <Group grow align="flex-start">
          <TextInput {...field('street')} />
          <TextInput {...field('postalCode')} inputMode="numeric" />
          <TextInput {...field('city')} />
        </Group>
        <Group grow align="flex-start">
          <TextInput {...field('registrationNumber')} />
          <TextInput {...field('website')} inputMode="url" spellCheck={false} />
        </Group>
        <Textarea
          label={t('organisations.note')}
          autosize
          minRows={2}
          maxRows={8}
          value={draft.note}
          onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
        />
        <Group gap="xs">
          <Button type="submit">{isNew ? t('organisations.create') : t('common:actions.save')}</Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:actions.cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
