import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '#domain/contact'
import { useFormat } from '#i18n/setup'
import classes from './calls.module.css'

/** « Appel · 12 mars 2026 · Message laissé »: the first line of an entry of the journal; `children` stand at its end. */
export const ContactHead = ({
  contact,
  byName = '',
  children,
}: {
  readonly contact: Contact
  readonly byName?: string
  readonly children?: ReactNode
}) => {
  const { t } = useTranslation('calls')
  const format = useFormat()
  const { kind, on, outcome, title, consent, usedIn } = contact
  return (
    <div className={classes['entryHead']}>
      <span className={classes['entryWhat']}>{title === '' ? t(`kind.${kind}`) : `${t(`kind.${kind}`)} : ${title}`}</span>
      <span className={classes['quiet']}>{format.date(on)}</span>
      {byName !== '' && <span className={classes['quiet']}>{t('journal.by', { name: byName })}</span>}
      {outcome !== null && (
        <span className={classes['mark']} data-tone={outcome === 'reached' ? 'good' : outcome === 'stop' ? 'bad' : undefined}>
          {t(`outcome.${outcome}`)}
        </span>
      )}
      {consent !== null && (
        <span className={classes['mark']} data-tone={consent.given ? 'good' : 'bad'}>
          {`${t('register.consent')} : ${t(consent.given ? 'register.given' : 'register.refused')}`}
        </span>
      )}
      {usedIn !== '' && <span className={classes['mark']}>{usedIn}</span>}
      {children !== undefined && <span className={classes['entryEnd']}>{children}</span>}
    </div>
  )
}
