import { useTranslation } from 'react-i18next'
import { useFormat } from '#i18n/setup'

/** Names in a sentence, five at most and how many more: « Camille, Inès et 12 autres ». */
export const useSomeNames = (most = 5): ((names: readonly string[]) => string) => {
  const { t } = useTranslation('letters')
  const format = useFormat()
  return (names) =>
    names.length <= most ? format.list(names) : t('letter.andMore', { names: names.slice(0, most).join(', '), count: names.length - most })
}
