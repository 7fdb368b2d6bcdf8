import { Button, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Programme } from '#domain/offer'
import { useData } from '#data/use-data'
import { useFormat } from '#i18n/setup'
import { PartialDateInput } from '#ui/partial-date-input'
import { useReportWrite } from '#ui/report-write'
import { SidePanel } from '#ui/side-panel'
import { readEuros } from './offer-filter.ts'
import classes from './offers.module.css'

/** Creates or changes a solidarity programme. */
export const ProgrammePanel = ({ programme, onClose }: { readonly programme: Programme | null; readonly onClose: () => void }) => {
  const { t } = useTranslation(['offers', 'common'])
  const format = useFormat()
  const data = useData()
  const report = useReportWrite()
  const written = (amount: number | null | undefined): string => (amount == null ? '' : format.number(amount))
  const [fields, setFields] = useState({
    name: programme?.name ?? '',
    purpose: programme?.purpose ?? '',
    start: programme?.start ?? null,
    end: programme?.end ?? null,
  })
  const [cap, setCap] = useState(written(programme?.capPerMatch))
  const [budget, setBudget] = useState(written(programme?.budget))
  const [tried, setTried] = useState(false)
  const set = (change: Partial<typeof fields>): void => setFields({ ...fields, ...change })
  const capPerMatch = readEuros(cap)
  const inAll = readEuros(budget)
  const name = fields.name.trim()
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (name === '' || Number.isNaN(capPerMatch) || Number.isNaN(inAll)) return
    const saved = await data.offers.saveProgramme(programme?.id ?? null, {
      ...fields,
      name,
      purpose: fields.purpose.trim(),
      capPerMatch,
      budget: inAll,
    })
    if (report(saved, { done: t('programmes.saved', { name }), undo: () => void data.changes.undo() })) onClose()
  }
  const remove = async ({ id }: Programme): Promise<void> => {
    const removed = await data.offers.removeProgramme(id, new Date().toISOString())
    if (report(removed, { done: t('programmes.removed', { name }), undo: () => void data.changes.undo() })) onClose()
  }
  const title = programme === null ? t('programmes.newTitle') : programme.name
  return (
    <SidePanel
      title={title}
      label={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" form="programme-form">
            {programme === null ? t('programmes.create') : t('common:actions.save')}
          </Button>
        </>
      }
    >
      <form id="programme-form" className={classes['form']} noValidate onSubmit={(event) => void save(event)}>
        <TextInput
          label={t('programmes.name')}
          data-autofocus
          autoComplete="off"
          value={fields.name}
          error={tried && name === '' ? t('programmes.nameMissing') : undefined}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Textarea
          label={t('programmes.purpose')}
          autosize
          minRows={2}
          maxRows={6}
          value={fields.purpose}
          onChange={(event) => set({ purpose: event.currentTarget.value })}
        />
        <div className={classes['pair']}>
          <PartialDateInput label={t('programmes.start')} value={fields.start} onChange={(start) => set({ start })} />
          <PartialDateInput label={t('programmes.end')} value={fields.end} onChange={(end) => set({ end })} />
        </div>
        {(
          [
            ['cap', cap, setCap],
            ['budget', budget, setBudget],
          ] as const
        ).map(([field, typed, onType]) => (
          <TextInput
            key={field}
            label={t(`programmes.${field}`)}
            description={t('programmes.noLimit')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode="decimal"
            autoComplete="off"
            value={typed}
            error={Number.isNaN(readEuros(typed)) ? t('form.costWrong') : undefined}
            onChange={(event) => onType(event.currentTarget.value)}
          />
        ))}
        {programme !== null && (
          <Button variant="subtle" color="red" size="compact-sm" onClick={() => void remove(programme)}>
            {t('programmes.remove')}
          </Button>
        )}
      </form>
    </SidePanel>
  )
}
