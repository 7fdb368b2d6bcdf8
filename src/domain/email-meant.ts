import { distance } from 'fastest-levenshtein'

/** The address that a slip of the finger meant: `camille@gmial.com` gives `camille@gmail.com`; null when it looks right. */
export const emailMeant = (address: string): string | null => {
  const [name = '', domain = ''] = address.trim().toLowerCase().split('@')
  if (name === '' || domain.length < 5 || usualDomains.includes(domain)) return null
  const meant = usualDomains.find((usual) => isOneSlip(domain, usual))
  return meant === undefined ? null : `${address.trim().split('@')[0] ?? ''}@${meant}`
}

/** The mail services that most people in France use. */
const usualDomains = [
  'gmail.com',
  'orange.fr',
  'wanadoo.fr',
  'free.fr',
  'hotmail.fr',
  'hotmail.com',
  'outlook.fr',
  'outlook.com',
  'laposte.net',
  'yahoo.fr',
  'yahoo.com',
  'sfr.fr',
  'icloud.com',
  'live.fr',
  'bbox.fr',
  'neuf.fr',
  'protonmail.com',
]

const isOneSlip = (typed: string, usual: string): boolean => {
  const between = distance(typed, usual)
  if (between === 1) return true
  // Two letters swapped count for two.
  return between === 2 && typed.length === usual.length && [...typed].toSorted().join('') === [...usual].toSorted().join('')
}
