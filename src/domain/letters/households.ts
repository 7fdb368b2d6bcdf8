import { foldText, foldWords } from '#domain/fold-text'
import type { PersonId } from '#domain/id'
import type { Address } from '#domain/person'

export interface LabelPerson {
  readonly id: PersonId
  readonly firstName: string
  readonly lastName: string
  readonly address: Address
}
/** One label: whom it names, and where it goes. */
export interface LabelGroup {
  readonly people: readonly LabelPerson[]
  readonly address: Address
}
/** « et », and « Famille » before a name. */
export interface HouseholdWords {
  readonly and: string
  readonly family: string
}

/** One label a person, or one for all those who share an address (whatever its accents, capitals and signs). Everybody is on exactly one, in the order given. */
export const labelGroups = (people: readonly LabelPerson[], byHousehold: boolean): readonly LabelGroup[] => {
  const groups = Map.groupBy(people, ({ id, address }) => (byHousehold ? addressKey(address) : id))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ people: group, address: first.address }]
  })
}

/** The names on a label, one a line: « Camille Durand », « Camille et Paul Durand », « Famille Durand » from three on, else each by herself. */
export const householdNames = (people: readonly Pick<LabelPerson, 'firstName' | 'lastName'>[], words: HouseholdWords): readonly string[] => {
  const byName = Map.groupBy(people, ({ lastName }) => foldText(lastName))
  return [...byName.values()].flatMap((group) => {
    const lastName = group[0]?.lastName ?? ''
    const firstNames = group.map(({ firstName }) => firstName).filter((name) => name !== '')
    if (lastName === '') return firstNames
    if (group.length > 2) return [`${words.family} ${lastName}`]
    return [[firstNames.join(` ${words.and} `), lastName].filter((part) => part !== '').join(' ')]
  })
}

const addressKey = ({ street, postalCode, city, country }: Address): string => [street, postalCode, city, country].map(foldWords).join('|')
