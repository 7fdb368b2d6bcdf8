import { Anchor, Select, TextInput } from '@mantine/core'
import { useState, type FocusEventHandler } from 'react'
import { useTranslation } from 'react-i18next'
import { emailMeant } from '#domain/email-meant'
import type { ContactLabel } from '#domain/person'
import { useFormat } from '#i18n/setup'
import { AddressLines } from './form-address.tsx'
import { AddButton, freshKey, RemoveButton, type PersonFormApi } from './form-fields.tsx'
import { guessPhoneLabel, readPhone } from './person-draft.ts'
import classes from './person-form.module.css'

/** E-mails, phones and addresses: as many as there are. */
export const FormContacts = ({ form }: { readonly form: PersonFormApi }) => {
  const { t } = useTranslation('person')
  const { emails, phones, addresses } = form.getValues()
  return (
    <>
      {emails.map(({ key }, index) => (
        <EmailLine key={key} form={form} index={index} />
      ))}
      {phones.map(({ key }, index) => (
        <PhoneLine key={key} form={form} index={index} />
      ))}
      {addresses.map(({ key }, index) => (
        <AddressLines key={key} form={form} index={index} />
      ))}
      <div className={classes['adds']}>
        <AddButton label={t('form.addEmail')} onAdd={() => form.insertListItem('emails', { key: freshKey(), address: '', label: 'home' })} />
        <AddButton label={t('form.addPhone')} onAdd={() => form.insertListItem('phones', { key: freshKey(), typed: '', label: 'home' })} />
        <AddButton
          label={t('form.addAddress')}
          onAdd={() =>
            form.insertListItem('addresses', {
              key: freshKey(),
              street: '',
              postalCode: '',
              city: '',
              communeCode: null,
              qpvCode: null,
              country: '',
              label: 'home',
            })
          }
        />
      </div>
    </>
  )
}

/** What Mantine gives to an input of a form; the rest goes on as it is. */
interface InputProps {
  readonly onBlur?: FocusEventHandler<HTMLInputElement>
}
interface LineProps {
  readonly form: PersonFormApi
  readonly index: number
}

const EmailLine = ({ form, index }: LineProps) => {
  const { t } = useTranslation('person')
  const path = `emails.${index}.address`
  const props: InputProps = form.getInputProps(path)
  const { onBlur, ...input } = props
  const [meant, setMeant] = useState<string | null>(null)
  return (
    <div className={classes['line']}>
      <TextInput
        className={classes['grow'] ?? ''}
        type="text"
        inputMode="email"
        label={t('form.email')}
        autoComplete="off"
        spellCheck={false}
        key={form.key(path)}
        {...input}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={
          meant !== null && (
            <Anchor
              component="button"
              type="button"
              size="xs"
              onClick={() => {
                form.setFieldValue(path, meant)
                setMeant(null)
              }}
            >
              {t('form.mean', { address: meant })}
            </Anchor>
          )
        }
        onBlur={(event) => {
          onBlur?.(event)
          setMeant(emailMeant(event.currentTarget.value))
        }}
      />
      <LabelSelect form={form} path={`emails.${index}.label`} />
      <RemoveButton label={t('form.removeEmail')} onRemove={() => form.removeListItem('emails', index)} />
    </div>
  )
}

const PhoneLine = ({ form, index }: LineProps) => {
  const { t } = useTranslation('person')
  const format = useFormat()
  const path = `phones.${index}.typed`
  const props: InputProps = form.getInputProps(path)
  const { onBlur, ...input } = props
  const [odd, setOdd] = useState(false)
  return (
    <div className={classes['line']}>
      <TextInput
        className={classes['grow'] ?? ''}
        type="text"
        inputMode="tel"
        label={t('form.phone')}
        autoComplete="off"
        key={form.key(path)}
        {...input}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={odd && <span className={classes['warning']}>{t('form.problems.phone')}</span>}
        onBlur={(event) => {
          onBlur?.(event)
          const typed = event.currentTarget.value
          const read = readPhone(typed)
          setOdd(!read.isUnderstood)
          if (read.isUnderstood && read.number !== '') form.setFieldValue(path, format.phone(read.number))
          const label = form.getValues().phones[index]?.label ?? 'home'
          const guessed = guessPhoneLabel(typed, label)
          if (guessed !== label) form.setFieldValue(`phones.${index}.label`, guessed)
        }}
      />
      <LabelSelect form={form} path={`phones.${index}.label`} />
      <RemoveButton label={t('form.removePhone')} onRemove={() => form.removeListItem('phones', index)} />
    </div>
  )
}

const LabelSelect = ({ form, path }: { readonly form: PersonFormApi; readonly path: string }) => {
  const { t } = useTranslation()
  const { t: tp } = useTranslation('person')
  return (
    <Select
      className={classes['label'] ?? ''}
      aria-label={tp('form.label2')}
      data={(['home', 'mobile', 'work', 'other'] as const satisfies readonly ContactLabel[]).map((value) => ({
        value,
        label: t(`contactLabel.${value}`),
      }))}
      key={form.key(path)}
      {...form.getInputProps(path)}
    />
  )
}
