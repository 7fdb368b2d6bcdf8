import { useTranslation } from 'react-i18next'
import { householdNames } from '#domain/letters/households'
import type { LetterValues } from '#domain/letters/merge'
import { postalLines, type PostalLines } from '#domain/letters/postal-lines'
import type { IsoDate } from '#domain/period'
import type { Address, Person } from '#domain/person'
import type { WritingPerson } from '#data/services/letters-service'
import { useLive } from '#data/use-live'
import { useRoleName } from '#i18n/role-name'
import { useFormat } from '#i18n/setup'

/** People and addresses as they are written on paper. */
export interface WritingWords {
  readonly associationName: string
  /** The roles held today, « mentor et bénévole », or ''. */
  readonly roles: (person: WritingPerson) => string
  /** The lines of an envelope for all those who share the address. */
  readonly postal: (people: readonly Pick<Person, 'firstName' | 'lastName'>[], address: Address) => PostalLines
  readonly values: (person: WritingPerson) => LetterValues
}

/** undefined until settings and roles are read. */
export const useWritingWords = (today: IsoDate): WritingWords | undefined => {
  const { t } = useTranslation('letters')
  const format = useFormat()
  const roleName = useRoleName()
  const names = useLive(
    ['settings', 'roleKinds'],
    async ({ settings, records }) => ({ associationName: (await settings.get()).associationName, roleKinds: await records.all('roleKinds') }),
    [],
  )
  if (names === undefined) return undefined
  const { associationName } = names
  const nameByKind = new Map(names.roleKinds.map((kind) => [kind.id, roleName(kind)]))
  const roles: WritingWords['roles'] = (person) => format.list(person.roles.flatMap((kind) => nameByKind.get(kind) ?? []))
  const postal: WritingWords['postal'] = (people, address) =>
    postalLines(householdNames(people, { and: t('labels.and'), family: t('labels.family') }), address, format.country)
  return {
    associationName,
    roles,
    postal,
    values: (person) => ({
      firstName: person.firstName,
      lastName: person.lastName,
      title: t(`letter.titles.${person.gender === 'female' || person.gender === 'male' ? person.gender : 'unknown'}`),
      address: person.address === null ? '' : postal([person], person.address).lines.join('\n'),
      date: format.date(today),
      association: associationName,
      role: roles(person),
      lastTookPart: person.lastTookPart === null ? '' : format.date(person.lastTookPart),
    }),
  }
}
