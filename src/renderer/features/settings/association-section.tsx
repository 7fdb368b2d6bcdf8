import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#domain/settings'
import { useLive } from '#data/use-live'
import { FormSection } from '#ui/form-section'
import { useChangeSettings } from './use-change-settings.ts'

/** The name of the association. */
export const AssociationSection = () => {
  const settings = useLive(['settings'], (data) => data.settings.get(), [])
  return settings === undefined ? null : <AssociationForm settings={settings} />
}

const AssociationForm = ({ settings }: { readonly settings: Settings }) => {
  const { t } = useTranslation('settings')
  const change = useChangeSettings()
  const [name, setName] = useState(settings.associationName)
  return (
    <FormSection title={t('sections.association')} text={t('association.intro')}>
      <TextInput
        label={t('association.name')}
        placeholder={t('association.namePlaceholder')}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => name.trim() !== settings.associationName && change({ associationName: name.trim() })}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </FormSection>
  )
}
