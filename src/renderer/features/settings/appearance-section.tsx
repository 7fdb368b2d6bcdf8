import { SegmentedControl, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#domain/settings'
import { useLive } from '#data/use-live'
import { FormSection } from '#ui/form-section'
import { useChangeSettings } from './use-change-settings.ts'

const languages = ['fr', 'en'] as const satisfies readonly Settings['language'][]
const themes = ['auto', 'light', 'dark'] as const satisfies readonly Settings['theme'][]

/** Language and light: changed at once. */
export const AppearanceSection = () => {
  const { t } = useTranslation('settings')
  const change = useChangeSettings()
  const settings = useLive(['settings'], (data) => data.settings.get(), [])
  if (settings === undefined) return null
  return (
    <FormSection title={t('sections.appearance')}>
      <div>
        <Text fw={500} mb={6}>
          {t('appearance.language')}
        </Text>
        <SegmentedControl
          aria-label={t('appearance.language')}
          value={settings.language}
          data={languages.map((value) => ({ value, label: t(`appearance.languages.${value}`) }))}
          onChange={(language) => change({ language })}
        />
      </div>
      <div>
        <Text fw={500} mb={6}>
          {t('appearance.theme')}
        </Text>
        <SegmentedControl
          aria-label={t('appearance.theme')}
          value={settings.theme}
          data={themes.map((value) => ({ value, label: t(`appearance.themes.${value}`) }))}
          onChange={(theme) => change({ theme })}
        />
      </div>
    </FormSection>
  )
}
