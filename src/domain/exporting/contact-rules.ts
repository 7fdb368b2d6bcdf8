import type { Address, Channel, ConsentKey, Person } from '#domain/person'

/** Why somebody is left out of a list made for contacting people. */
export type LeftOut = 'deceased' | 'do-not-contact' | 'refused' | 'no-address'

/**
 * Why a person can't be contacted by a channel, or null when she can: death, her opposition to any contact, a refusal of this channel whatever the use, or no
 * e-mail, number or address to write to. Never having been asked is no refusal. `use`: the use of the consent, « news » for a newsletter; a refusal of another use stays out of it.
 */
export const contactObstacle = (person: Person, channel: Channel, use: string): LeftOut | null => {
  if (person.deceased) return 'deceased'
  if (person.doNotContact) return 'do-not-contact'
  const key: ConsentKey = `${channel}:${use}`
  if (person.consents[key]?.given === false) return 'refused'
  return hasAddress(person, channel) ? null : 'no-address'
}

/** Whether a letter would find it: a street, and a place or its postal code. */
export const isPostalAddress = ({ street, postalCode, city }: Pick<Address, 'street' | 'postalCode' | 'city'>): boolean =>
  street !== '' && (postalCode !== '' || city !== '')

const hasAddress = (person: Person, channel: Channel): boolean => {
  switch (channel) {
    case 'email':
      return person.emails.length > 0
    case 'phone':
    case 'sms':
      return person.phones.length > 0
    case 'post':
      return person.addresses.some(isPostalAddress)
  }
}
