import { Anchor } from '@mantine/core'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import type { LookAlikeDraft } from '#data/look-alikes'
import { useLive } from '#data/use-live'
import { readPhone, type PersonDraft } from './person-draft.ts'
import classes from './person-form.module.css'

export interface LookAlikesProps {
  readonly draft: PersonDraft | null
  readonly exceptId: PersonId
  readonly onOpen: (id: PersonId) => void
}

/** While one types: who may be the same person, and why. Nothing is ever decided for the user. */
export const LookAlikes = ({ draft, exceptId, onOpen }: LookAlikesProps) => {
  const { t } = useTranslation('person')
  const { t: common } = useTranslation()
  const { t: terms } = useTranslation('person', { keyPrefix: 'form.reasons' })
  const written = useDeferredValue(draft === null ? null : JSON.stringify(identityOf(draft)))
  const found =
    useLive(['people'], async ({ people }) => (written === null ? [] : people.lookAlikes(JSON.parse(written) as LookAlikeDraft, exceptId)), [
      written,
      exceptId,
    ]) ?? []
  if (found.length === 0) return null
  return (
    <section className={classes['alikes']} role="status" aria-label={t('form.alike')}>
      <h3 className={classes['alikesTitle']}>{t('form.alike')}</h3>
      <ul className={classes['alikesList']}>
        {found.map((one) => {
          const name = fullName(one) === '' ? common('noName') : fullName(one)
          return (
            <li key={one.id} className={classes['alike']}>
              <Anchor component="button" type="button" onClick={() => onOpen(one.id)} aria-label={t('form.alikeOpen', { name })}>
                {name}
              </Anchor>
              <span>{[one.city, one.email].filter((part) => part !== '').join(' · ')}</span>
              <span className={classes['why']}>{one.reasons.map((reason) => terms(reason)).join(', ')}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const identityOf = (draft: PersonDraft): LookAlikeDraft => ({
  lastName: draft.lastName,
  firstName: draft.firstName,
  birthDate: draft.birthDate,
  emails: draft.emails.map(({ address, label }) => ({ address: address.trim(), label })).filter(({ address }) => address !== ''),
  phones: draft.phones.map(({ typed, label }) => ({ number: readPhone(typed).number, label })).filter(({ number }) => number !== ''),
  addresses: draft.addresses.filter(({ city }) => city !== ''),
  memberNumber: draft.memberNumber,
})
