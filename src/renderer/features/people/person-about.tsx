import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '#domain/person'
import { indexTerritories, territoryOf } from '#domain/territory'
import { useFormat } from '#i18n/setup'
import type { Lists, Names } from './lists.ts'
import { customText } from './people-columns.tsx'
import classes from './person-page.module.css'

/** What is known beside contacts and roles; what is not known is not listed, but birth, which figures ask for. */
export const PersonAbout = ({ person, lists, names }: { readonly person: Person; readonly lists: Lists; readonly names: Names }) => {
  const { t } = useTranslation('person')
  const { t: common } = useTranslation()
  const format = useFormat()
  const custom = lists.customFields.map((field) => [field.name, customText(person.custom[field.id] ?? null, field, { format, common })] as const)
  const territory = territoryOf(person, indexTerritories(lists.territories))
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('about.birthDate'), person.birthDate === null ? <span className={classes['quiet']}>{common('unknown')}</span> : format.date(person.birthDate)],
    [t('about.gender'), person.gender === null ? '' : common(`gender.${person.gender}`)],
    [t('about.joinedOn'), person.joinedOn === null ? '' : format.date(person.joinedOn)],
    [t('about.memberNumber'), person.memberNumber],
    [t('about.territory'), territory === null ? '' : names.territory(territory)],
    [
      t('sections.organisations'),
      person.affiliations
        .map(({ organisationId, title }) => [names.organisation(organisationId), title].filter((part) => part !== '').join(', '))
        .join(' ; '),
    ],
    [t('form.skills'), format.list(person.skills ?? [])],
    [t('form.sector'), person.sector ?? ''],
    ...custom,
    [
      t('sections.payer'),
      person.payer === null
        ? ''
        : [`${person.payer.firstName} ${person.payer.lastName}`.trim(), person.payer.email].filter((part) => part !== '').join(', '),
    ],
    [
      t('about.externalIds'),
      Object.entries(person.externalIds)
        .map(([software, id]) => `${software} ${id}`)
        .join(', '),
    ],
  ]
  return (
    <dl className={classes['facts']}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
