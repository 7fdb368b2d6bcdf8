import { Autocomplete, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AddButton, DateField, freshKey, RemoveButton, type PersonFormApi } from './form-fields.tsx'
import type { Lists } from './lists.ts'
import classes from './person-form.module.css'

/** The organisations a person comes from or works for, and who pays for her. */
export const FormTies = ({ form, lists }: { readonly form: PersonFormApi; readonly lists: Lists }) => {
  const { t } = useTranslation('person')
  const { affiliations, payer } = form.getValues()
  return (
    <>
      {affiliations.map(({ key }, index) => (
        <Affiliation key={key} form={form} index={index} lists={lists} />
      ))}
      {payer !== null && (
        <div className={classes['group']} role="group" aria-label={t('form.payer')}>
          <div className={classes['line']}>
            <div className={`${classes['grow'] ?? ''} ${classes['pair'] ?? ''}`}>
              <TextInput
                label={t('form.payerLastName')}
                autoComplete="off"
                key={form.key('payer.lastName')}
                {...form.getInputProps('payer.lastName')}
              />
              <TextInput
                label={t('form.payerFirstName')}
                autoComplete="off"
                key={form.key('payer.firstName')}
                {...form.getInputProps('payer.firstName')}
              />
            </div>
            <RemoveButton label={t('form.removePayer')} onRemove={() => form.setFieldValue('payer', null)} />
          </div>
          <TextInput
            label={t('form.payerEmail')}
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
            key={form.key('payer.email')}
            {...form.getInputProps('payer.email')}
          />
        </div>
      )}
      <div className={classes['adds']}>
        <AddButton
          label={t('form.addOrganisation')}
          onAdd={() => form.insertListItem('affiliations', { key: freshKey(), organisationId: null, name: '', title: '', start: null, end: null })}
        />
        {payer === null && (
          <AddButton label={t('form.addPayer')} onAdd={() => form.setFieldValue('payer', { lastName: '', firstName: '', email: '' })} />
        )}
      </div>
    </>
  )
}

const Affiliation = ({ form, index, lists }: { readonly form: PersonFormApi; readonly index: number; readonly lists: Lists }) => {
  const { t } = useTranslation('person')
  const path = `affiliations.${index}`
  const line = form.getValues().affiliations[index]
  return (
    <div className={classes['group']} role="group" aria-label={t('form.organisation')}>
      <div className={classes['line']}>
        <div className={`${classes['grow'] ?? ''} ${classes['pair'] ?? ''}`}>
          <Autocomplete
            label={t('form.organisation')}
            autoComplete="off"
            limit={20}
            data={[...new Set(lists.organisations.map(({ name }) => name))]}
            defaultValue={line?.name ?? ''}
            onChange={(name) => {
              form.setFieldValue(`${path}.name`, name)
              form.setFieldValue(`${path}.organisationId`, null)
            }}
          />
          <TextInput
            label={t('form.organisationTitle')}
            autoComplete="off"
            key={form.key(`${path}.title`)}
            {...form.getInputProps(`${path}.title`)}
          />
        </div>
        <RemoveButton label={t('form.removeOrganisation')} onRemove={() => form.removeListItem('affiliations', index)} />
      </div>
      <div className={classes['pair']}>
        <DateField label={t('form.start')} initial={line?.start ?? null} onChange={(date) => form.setFieldValue(`${path}.start`, date)} />
        <DateField label={t('form.end')} initial={line?.end ?? null} onChange={(date) => form.setFieldValue(`${path}.end`, date)} />
      </div>
    </div>
  )
}
