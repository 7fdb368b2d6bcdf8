import { useTranslation } from 'react-i18next'
import type { PersonCard } from '#data/importing-contract'
import { useFormat } from '#i18n/setup'
import classes from './ambiguous.module.css'

/** What tells a person from another; what differs from `compared` is marked. */
export const PersonFacts = ({ person, compared }: { readonly person: PersonCard; readonly compared: PersonCard | null }) => {
  const { t } = useTranslation('common')
  const format = useFormat()
  const facts: readonly { readonly key: string; readonly text: string; readonly differs: boolean }[] = [
    {
      key: 'birth',
      text: person.birthDate === null ? '' : format.date(person.birthDate),
      differs: compared?.birthDate != null && compared.birthDate !== person.birthDate,
    },
    { key: 'emails', text: person.emails.join(', '), differs: isOther(person.emails, compared?.emails) },
    { key: 'phones', text: person.phones.map((phone) => format.phone(phone)).join(', '), differs: isOther(person.phones, compared?.phones) },
    { key: 'city', text: person.city, differs: compared !== null && compared.city !== '' && compared.city !== person.city },
    {
      key: 'number',
      text: person.memberNumber === '' ? '' : `n° ${person.memberNumber}`,
      differs: compared !== null && compared.memberNumber !== '' && compared.memberNumber !== person.memberNumber,
    },
  ]
  return (
    <div>
      <p className={classes['factName']}>{person.name === '' ? t('noName') : person.name}</p>
      <ul className={classes['facts']}>
        {facts
          .filter(({ text }) => text !== '')
          .map(({ key, text, differs }) => (
            <li key={key} data-differs={differs || undefined}>
              {text}
            </li>
          ))}
      </ul>
    </div>
  )
}

const isOther = (values: readonly string[], compared: readonly string[] | undefined): boolean =>
  compared !== undefined && compared.length > 0 && values.length > 0 && !values.some((value) => compared.includes(value))
