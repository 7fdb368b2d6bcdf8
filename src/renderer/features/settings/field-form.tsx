import { Button, Checkbox, Group, Paper, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField, CustomFieldKind } from '#domain/custom-field'
import type { CustomFieldId } from '#domain/id'
import { newId } from '#data/new-id'

const kinds = ['text', 'number', 'date', 'choice', 'boolean'] as const satisfies readonly CustomFieldKind[]

interface FieldFormProps {
  readonly taken: ReadonlySet<string>
  readonly order: number
  readonly onSave: (field: CustomField) => void
  readonly onCancel: () => void
}

/** A new field: its name, its kind, its choices, whether it is sensitive. */
export const FieldForm = ({ taken, order, onSave, onCancel }: FieldFormProps) => {
  const { t } = useTranslation(['settings', 'common'])
  const [name, setName] = useState('')
  const [kind, setKind] = useState<CustomFieldKind>('text')
  const [choices, setChoices] = useState('')
  const [sensitive, setSensitive] = useState(false)
  const lines = [...new Set(choices.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  const isTaken = taken.has(name.trim().toLocaleLowerCase())
  const isReady = name.trim() !== '' && !isTaken && (kind !== 'choice' || lines.length > 0)
  return (
    <Paper
      component="form"
      withBorder
      p="md"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady)
          onSave({ id: newId<CustomFieldId>(), name: name.trim(), kind, choices: kind === 'choice' ? lines : [], sensitive, archived: false, order })
      }}
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput
            label={t('fields.name')}
            autoFocus
            value={name}
            maxLength={80}
            error={isTaken ? t('roles.taken') : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('fields.kind')}
            value={kind}
            data={kinds.map((value) => ({ value, label: t(`fields.kinds.${value}`) }))}
            onChange={(value) => setKind(kinds.find((known) => known === value) ?? 'text')}
          />
        </Group>
        {kind === 'choice' && (
          <Textarea
            label={t('fields.choices')}
            autosize
            minRows={3}
            maxRows={10}
            value={choices}
            onChange={(event) => setChoices(event.currentTarget.value)}
          />
        )}
        <Checkbox
          label={t('fields.sensitive')}
          description={t('fields.sensitiveHint')}
          checked={sensitive}
          onChange={(event) => setSensitive(event.currentTarget.checked)}
        />
        <Group gap="xs">
          <Button type="submit" disabled={!isReady}>
            {t('fields.create')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:actions.cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
