import { useTranslation } from 'react-i18next'
import { history } from '#i18n/fr/history'
import { useFormat } from '#i18n/setup'

/** The names of fields, and their values as far as they can be read in one line; '' for what cannot. */
export const useFieldWords = (): { readonly field: (path: string) => string; readonly value: (path: string, value: unknown) => string } => {
  const { t } = useTranslation('history')
  const { t: common } = useTranslation()
  const format = useFormat()
  const field = (path: string): string => {
    const [name = ''] = path.split('/')
    return isField(name) ? t(`fields.${name}`) : t('fields.other')
  }
  const value = (path: string, told: unknown): string => {
    if (path === 'deletedAt') return t(told === null || told === undefined ? 'inList' : 'inBin')
    if (told === null || told === undefined || told === '' || path.endsWith('Id')) return ''
    if (typeof told === 'boolean') return common(told ? 'yes' : 'no')
    if (typeof told === 'number') return format.number(told, 2)
    if (typeof told === 'string') return isDate(told) ? format.date(told as Parameters<typeof format.date>[0]) : told
    if (Array.isArray(told))
      return told
        .map((one) => value('', one))
        .filter((one) => one !== '')
        .join(', ')
    return wordsOfObject(told as Readonly<Record<string, unknown>>)
  }
  return { field, value }
}

/** An e-mail, a phone, an address: the texts that it holds, without codes and labels. */
const wordsOfObject = (told: Readonly<Record<string, unknown>>): string =>
  ['address', 'number', 'name', 'title', 'street', 'postalCode', 'city']
    .map((name) => told[name])
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ')
const isDate = (text: string): boolean => /^\d{4}(?:-\d{2}){0,2}$/.test(text)
const isField = (name: string): name is keyof typeof history.fields => Object.hasOwn(history.fields, name)
