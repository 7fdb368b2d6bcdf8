import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateField, type PersonFormApi } from './form-fields.tsx'
import classes from './person-form.module.css'

/** Names, birth, gender. */
export const FormIdentity = ({ form }: { readonly form: PersonFormApi }) => {
  const { t } = useTranslation('person')
  const { t: common } = useTranslation()
  return (
    <>
      <div className={classes['pair']}>
        <TextInput label={t('form.lastName')} data-autofocus autoComplete="off" key={form.key('lastName')} {...form.getInputProps('lastName')} />
        <TextInput label={t('form.firstName')} autoComplete="off" key={form.key('firstName')} {...form.getInputProps('firstName')} />
      </div>
      <div className={classes['pair']}>
        <DateField label={t('form.birthDate')} initial={form.getValues().birthDate} onChange={(date) => form.setFieldValue('birthDate', date)} />
        <Select
          label={t('form.gender')}
          placeholder={t('form.genderUnknown')}
          clearable
          data={(['female', 'male', 'other'] as const).map((value) => ({ value, label: common(`gender.${value}`) }))}
          key={form.key('gender')}
          {...form.getInputProps('gender')}
        />
      </div>
    </>
  )
}
