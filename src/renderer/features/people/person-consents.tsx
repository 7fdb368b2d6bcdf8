import { useTranslation } from 'react-i18next'
import type { Consent, Person } from '#domain/person'
import { useFormat } from '#i18n/setup'
import { Badge } from '#ui/badge'
import { useChannelWords } from './consent-words.ts'
import classes from './person-page.module.css'

/** What the person agreed to or refused, channel by channel, with its proof. */
export const PersonConsents = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation('person')
  const format = useFormat()
  const channelWords = useChannelWords()
  const entries = Object.entries(person.consents) as [string, Consent][]
  if (entries.length === 0) return <p className={classes['quiet']}>{t('consents.none')}</p>
  return (
    <dl className={classes['facts']}>
      {entries.map(([key, consent]) => {
        const proof = [
          consent.on === null ? '' : t('consents.on', { date: format.date(consent.on) }),
          consent.source === '' ? '' : t('consents.source', { source: consent.source }),
        ].filter((part) => part !== '')
        return (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{channelWords(key)}</dt>
            <dd>
              <Badge tone={consent.given ? 'good' : 'warn'}>{t(consent.given ? 'consents.given' : 'consents.refused')}</Badge>{' '}
              <span className={classes['quiet']}>{proof.join(', ')}</span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
