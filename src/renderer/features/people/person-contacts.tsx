import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconMail, IconMapPin, IconPhone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address, Person } from '#domain/person'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import classes from './person-page.module.css'

/** Every way to reach a person, each to be copied in one click. */
export const PersonContacts = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation('person')
  const { t: common } = useTranslation()
  const format = useFormat()
  if (person.emails.length + person.phones.length + person.addresses.length === 0) return <p className={classes['quiet']}>{t('contact.none')}</p>
  return (
    <ul className={classes['contacts']}>
      {person.emails.map(({ address, label }, index) => (
        <Line
          key={`e${index}`}
          icon={<IconMail size={16} />}
          text={address}
          copy={address}
          note={label === 'home' ? '' : common(`contactLabel.${label}`)}
        />
      ))}
      {person.phones.map(({ number, label }, index) => (
        <Line
          key={`p${index}`}
          icon={<IconPhone size={16} />}
          text={format.phone(number)}
          copy={format.phone(number)}
          note={common(`contactLabel.${label}`)}
        />
      ))}
      {person.addresses.map((address, index) => (
        <AddressLine key={`a${index}`} address={address} />
      ))}
    </ul>
  )
}

const AddressLine = ({ address }: { readonly address: Address }) => {
  const { t } = useTranslation('person')
  const { qpvCode } = address
  const around = useLive([], ({ people }) => people.neighbourhoods(null, qpvCode), [qpvCode])
  const place = [address.postalCode, address.city].filter((part) => part !== '').join(' ')
  const lines = [address.street, place, address.country].filter((part) => part !== '')
  const note = qpvCode === null ? '' : t('contact.qpv', { name: [around?.[0]?.name ?? '', qpvCode].filter((part) => part !== '').join(', ') })
  return <Line icon={<IconMapPin size={16} />} text={lines.join(', ')} copy={lines.join('\n')} note={note} />
}

const Line = ({ icon, text, copy, note }: { readonly icon: ReactNode; readonly text: string; readonly copy: string; readonly note: string }) => {
  const { t } = useTranslation('person')
  return (
    <li className={classes['contact']}>
      <span className={classes['icon']} aria-hidden>
        {icon}
      </span>
      <span className={classes['contactText']}>
        {text}
        {note !== '' && <span className={classes['quiet']}> {note}</span>}
      </span>
      <CopyButton value={copy}>
        {({ copied, copy: run }) => (
          <Tooltip label={copied ? t('contact.copied', { what: text }) : t('contact.copy', { what: text })}>
            <ActionIcon size="sm" className={classes['copy'] ?? ''} aria-label={t('contact.copy', { what: text })} onClick={run}>
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </li>
  )
}
