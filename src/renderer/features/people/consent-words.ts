import { useTranslation } from 'react-i18next'
import type { Channel } from '#domain/person'

/** « E-mail », « Téléphone (rappel) »: the channel of a consent, and its use when it is not news. */
export const useChannelWords = (): ((key: string) => string) => {
  const { t } = useTranslation('person')
  return (key) => {
    const [channel, use = ''] = key.split(':')
    const name = t(`consents.channel.${channel as Channel}`)
    return use === 'news' || use === '' ? name : `${name} (${use})`
  }
}
