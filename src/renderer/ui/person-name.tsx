import { useTranslation } from 'react-i18next'
import classes from './person-name.module.css'

export interface PersonNameProps {
  readonly person: {
    readonly firstName: string
    readonly lastName: string
    readonly deceased?: boolean
    readonly doNotContact?: boolean
    readonly deletedAt?: string | null
  }
  /** `sorted`: « DURAND Camille » order for lists, the surname in bold; `spoken`: « Camille Durand ». */
  readonly order?: 'sorted' | 'spoken'
}

/** The name a person is recognised by, and the marks that change how one speaks of her. */
export const PersonName = ({ person, order = 'sorted' }: PersonNameProps) => {
  const { t } = useTranslation()
  const nameless = person.firstName === '' && person.lastName === ''
  const last = <span className={classes['last']}>{person.lastName}</span>
  return (
    <span className={classes['name']} data-removed={(person.deletedAt ?? null) !== null || undefined}>
      {nameless && <span className={classes['none']}>{t('noName')}</span>}
      {order === 'sorted' ? last : person.firstName}
      {person.firstName !== '' && person.lastName !== '' && ' '}
      {order === 'sorted' ? person.firstName : last}
      {person.deceased === true && <span className={classes['mark']}>{t('deceased')}</span>}
      {person.doNotContact === true && <span className={classes['mark']}>{t('doNotContact')}</span>}
    </span>
  )
}
