import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { useLive } from '#data/use-live'
import { changeLanguage } from '#i18n/setup'

/** Language and light of the settings, at once in the whole window. */
export const Preferences = () => {
  const settings = useLive(['settings'], (data) => data.settings.get(), [])
  const { setColorScheme } = useMantineColorScheme()
  const theme = settings?.theme
  const language = settings?.language
  useEffect(() => {
    if (theme !== undefined) setColorScheme(theme)
  }, [theme, setColorScheme])
  useEffect(() => {
    if (language === undefined) return
    void changeLanguage(language)
    void window.desktop.setLanguage({ language })
  }, [language])
  return null
}
