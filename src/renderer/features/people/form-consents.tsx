import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDate } from '#domain/period'
import type { ConsentDraft } from './consent-draft.ts'
import { useChannelWords } from './consent-words.ts'
import { DateField, type PersonFormApi } from './form-fields.tsx'
import classes from './person-form.module.css'

/** Agreements and refusals, channel by channel with their proof; then the two marks that every list, export and letter respects. */
export const FormConsents = ({ form, today }: { readonly form: PersonFormApi; readonly today: IsoDate }) => {
  const { t } = useTranslation('person')
  return (
    <>
      <p className={classes['hint']}>{t('form.consentText')}</p>
      {form.getValues().consents.map(({ key }, index) => (
        <ConsentLine key={key} form={form} index={index} today={today} />
      ))}
      <Checkbox
        label={t('form.doNotContact')}
        description={t('form.doNotContactText')}
        key={form.key('doNotContact')}
        {...form.getInputProps('doNotContact', { type: 'checkbox' })}
      />
      <Checkbox label={t('form.deceased')} key={form.key('deceased')} {...form.getInputProps('deceased', { type: 'checkbox' })} />
    </>
  )
}

const ConsentLine = ({ form, index, today }: { readonly form: PersonFormApi; readonly index: number; readonly today: IsoDate }) => {
  const { t } = useTranslation('person')
  const channelWords = useChannelWords()
  const [consent, setConsent] = useState(form.getValues().consents[index])
  if (consent === undefined) return null
  const channel = channelWords(consent.key)
  const label = t('form.consentFor', { channel })
  const change = (next: ConsentDraft): void => {
    setConsent(next)
    form.setFieldValue(`consents.${index}`, next)
  }
  return (
    <div className={classes['consent']} role="group" aria-label={label}>
      <span className={classes['consentName']} aria-hidden>
        {channel}
      </span>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={label}
        data={[
          { value: 'unknown', label: t('form.consentAsked') },
          { value: 'yes', label: t('form.consentYes') },
          { value: 'no', label: t('form.consentNo') },
        ]}
        value={consent.answer}
        // Another answer is another proof: given today, unless one writes otherwise.
        onChange={(value) => change({ ...consent, answer: value as ConsentDraft['answer'], on: value === 'unknown' ? null : today, source: '' })}
      />
      {consent.answer !== 'unknown' && (
        <div className={classes['proof']}>
          <DateField key={consent.answer} label={t('form.consentOn')} initial={consent.on} onChange={(on) => change({ ...consent, on })} />
          <TextInput
            label={t('form.consentSource')}
            placeholder={t('form.consentSourceHint')}
            autoComplete="off"
            value={consent.source}
            onChange={(event) => change({ ...consent, source: event.currentTarget.value })}
          />
        </div>
      )}
    </div>
  )
}
