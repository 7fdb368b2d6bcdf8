import { ActionIcon, Button, Popover, Select, TextInput } from '@mantine/core'
import { IconDeviceFloppy, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterId } from '#domain/id'
import type { LetterTemplate } from '#domain/letters/merge'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useReportWrite } from '#ui/report-write'
import classes from './letters.module.css'

interface LetterTemplatesProps {
  readonly template: LetterTemplate
  readonly onChoose: (template: LetterTemplate) => void
}

/** The templates that are kept: take one, keep what is written (under its name or a new one), remove one. */
export const LetterTemplates = ({ template, onChoose }: LetterTemplatesProps) => {
  const { t } = useTranslation('letters')
  const data = useData()
  const report = useReportWrite()
  const kept = useLive(['letters'], ({ letters }) => letters.templates(), []) ?? []
  const [chosenId, setChosenId] = useState<LetterId | null>(null)
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const chosen = kept.find(({ id }) => id === chosenId) ?? null
  const undo = (): void => void data.changes.undo()

  const choose = (id: string | null): void => {
    const letter = kept.find((one) => one.id === id) ?? null
    setChosenId(letter?.id ?? null)
    setName(letter?.name ?? '')
    if (letter !== null) onChoose({ subject: letter.subject, body: letter.body })
  }
  const save = async (): Promise<void> => {
    const label = name.trim()
    if (label === '') return
    // Another name is another template.
    const saved = await data.letters.saveTemplate(chosen?.name === label ? chosen.id : null, { name: label, ...template })
    if (!report(saved, { done: t('letter.saved', { name: label }), undo }) || !saved.ok) return
    setChosenId(saved.value)
    setNaming(false)
  }
  const remove = async (): Promise<void> => {
    if (chosen === null) return
    const removed = await data.letters.removeTemplate(chosen.id, new Date().toISOString())
    if (report(removed, { done: t('letter.removed', { name: chosen.name }), undo })) choose(null)
  }
  return (
    <div className={classes['templates']}>
      <Select
        label={t('letter.template')}
        placeholder={t('letter.newTemplate')}
        clearable
        data={kept.map((letter) => ({ value: letter.id, label: letter.name }))}
        value={chosen?.id ?? null}
        onChange={choose}
      />
      <Popover opened={naming} onChange={setNaming} position="bottom-end" trapFocus>
        <Popover.Target>
          <Button variant="default" leftSection={<IconDeviceFloppy size={16} />} onClick={() => setNaming(!naming)}>
            {t('letter.save')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <form
            className={classes['stack']}
            onSubmit={(event) => {
              event.preventDefault()
              void save()
            }}
          >
            <TextInput
              label={t('letter.name')}
              maxLength={100}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" disabled={name.trim() === ''}>
              {t('letter.save')}
            </Button>
          </form>
        </Popover.Dropdown>
      </Popover>
      <ActionIcon size="lg" aria-label={t('letter.remove')} title={t('letter.remove')} disabled={chosen === null} onClick={() => void remove()}>
        <IconTrash size={16} />
      </ActionIcon>
    </div>
  )
}
