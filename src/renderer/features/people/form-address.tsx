import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { CommuneInput } from './commune-input.tsx'
import { RemoveButton, type PersonFormApi } from './form-fields.tsx'
import classes from './person-form.module.css'

/** One address: street, postal code, commune, and the priority neighbourhood once somebody checked it. */
export const AddressLines = ({ form, index }: { readonly form: PersonFormApi; readonly index: number }) => {
  const { t } = useTranslation('person')
  const data = useData()
  const path = `addresses.${index}`
  const address = form.getValues().addresses[index]
  const [commune, setCommune] = useState(address?.communeCode ?? null)
  // Another commune: the neighbourhood stays only if it is there too.
  const moveTo = (code: string | null): void => {
    setCommune(code)
    form.setFieldValue(`${path}.communeCode`, code)
    const chosen = form.getValues().addresses[index]?.qpvCode ?? null
    if (chosen === null) return
    void data.people.neighbourhoods(code, null).then((around) => {
      if (!around.some((one) => one.code === chosen)) form.setFieldValue(`${path}.qpvCode`, null)
    })
  }
  return (
    <div className={classes['group']} role="group" aria-label={t('form.address')}>
      <div className={classes['line']}>
        <TextInput
          className={classes['grow'] ?? ''}
          label={t('form.street')}
          autoComplete="off"
          key={form.key(`${path}.street`)}
          {...form.getInputProps(`${path}.street`)}
        />
        <RemoveButton label={t('form.removeAddress')} onRemove={() => form.removeListItem('addresses', index)} />
      </div>
      <div className={classes['place']}>
        <TextInput
          label={t('form.postalCode')}
          inputMode="numeric"
          autoComplete="off"
          key={form.key(`${path}.postalCode`)}
          {...form.getInputProps(`${path}.postalCode`)}
        />
        <CommuneInput
          label={t('form.city')}
          initial={address?.city ?? ''}
          postalCode={() => form.getValues().addresses[index]?.postalCode ?? ''}
          onType={(city) => {
            form.setFieldValue(`${path}.city`, city)
            moveTo(null)
          }}
          onChoose={({ name, code, postalCode }) => {
            form.setFieldValue(`${path}.city`, name)
            moveTo(code)
            if (postalCode !== null) form.setFieldValue(`${path}.postalCode`, postalCode)
          }}
        />
      </div>
      <Neighbourhood form={form} index={index} commune={commune} />
    </div>
  )
}

/** « Non vérifié » or a priority neighbourhood of the commune; nothing to choose where there is none. */
const Neighbourhood = ({ form, index, commune }: { readonly form: PersonFormApi; readonly index: number; readonly commune: string | null }) => {
  const { t } = useTranslation('person')
  const path = `addresses.${index}.qpvCode`
  const [code, setCode] = useState(form.getValues().addresses[index]?.qpvCode ?? null)
  form.watch(path, ({ value }) => setCode(value as string | null))
  const around = useLive([], ({ people }) => people.neighbourhoods(commune, code), [commune, code]) ?? []
  if (around.length === 0 && code === null) return null
  const known = around.map((one) => ({ value: one.code, label: `${one.name} (${one.code})` }))
  // A neighbourhood of the list of 2015 has no name here: its code stays.
  const choices = code === null || around.some((one) => one.code === code) ? known : [...known, { value: code, label: code }]
  return (
    <Select
      label={t('form.qpv')}
      description={t('form.qpvText')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[{ value: '', label: t('form.qpvUnchecked') }, ...choices]}
      searchable={choices.length > 7}
      value={code ?? ''}
      onChange={(value) => form.setFieldValue(path, value === '' ? null : value)}
    />
  )
}
