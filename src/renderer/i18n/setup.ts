import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { formatterFor, type Formatter, type Language } from '#i18n/format'
import { en, fr } from './resources.ts'
import { frenchSpaces, mapWords } from './typography.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof fr
  }
}

/** Readies the words, once, before the first render. Both languages are in the bundle: there is nothing to wait for. */
export const setupLanguage = (language: Language): void => {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'fr',
    defaultNS: 'common',
    ns: Object.keys(fr),
    resources: { fr: { ...mapWords(fr, frenchSpaces) }, en: { ...en } },
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  })
  document.documentElement.lang = language
}

/** Changes the words of the whole window at once. */
export const changeLanguage = async (language: Language): Promise<void> => {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'fr')

/** Dates, numbers and names of the language now shown. */
export const useFormat = (): Formatter => {
  const { i18n } = useTranslation()
  return formatterFor(i18n.language === 'en' ? 'en' : 'fr')
}
