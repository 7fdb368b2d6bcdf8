import { ActionIcon, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy, IconMail, IconPhone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isContactable } from '#domain/people-match'
import type { Person } from '#domain/person'
import { useFormat } from '#i18n/setup'
import classes from './calls.module.css'

/** Telephones and e-mails that may be used, ready to copy, to dial or to write to; then where she lives. */
export const ReachLines = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation('calls')
  const format = useFormat()
  const phones = isContactable(person, 'phone') || isContactable(person, 'sms') ? person.phones : []
  const emails = isContactable(person, 'email') ? person.emails : []
  return (
    <>
      {phones.map(({ number }) => (
        <Line
          key={number}
          text={format.phone(number)}
          icon={<IconPhone size={16} />}
          label={t('panel.call', { what: format.phone(number) })}
          url={number.startsWith('+') ? `tel:${number}` : null}
        />
      ))}
      {emails.map(({ address }) => (
        <Line key={address} text={address} icon={<IconMail size={16} />} label={t('panel.write', { what: address })} url={`mailto:${address}`} />
      ))}
      {person.addresses
        .filter(({ city }) => city !== '')
        .map(({ street, postalCode, city }, index) => (
          <p key={index} className={classes['quiet']}>
            {[street, `${postalCode} ${city}`.trim()].filter((part) => part !== '').join(', ')}
          </p>
        ))}
    </>
  )
}

const Line = ({
  text,
  icon,
  label,
  url,
}: {
  readonly text: string
  readonly icon: ReactNode
  readonly label: string
  /** null: nothing that could be dialled. */
  readonly url: string | null
}) => {
  const { t } = useTranslation('calls')
  return (
    <div className={classes['contact']}>
      <span className={classes['contactText']}>{text}</span>
      {url !== null && (
        <ActionIcon size="sm" aria-label={label} title={label} onClick={() => void window.desktop.openExternal({ url })}>
          {icon}
        </ActionIcon>
      )}
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <ActionIcon
            size="sm"
            aria-label={t('panel.copy', { what: text })}
            title={copied ? t('panel.copied') : t('panel.copy', { what: text })}
            onClick={copy}
          >
            {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          </ActionIcon>
        )}
      </CopyButton>
    </div>
  )
}
