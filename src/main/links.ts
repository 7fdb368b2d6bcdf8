/** Sites that Maillage may open in the user's own browser: official French pages the interface refers to. */
const allowedHosts: readonly string[] = [
  'www.cnil.fr',
  'www.associations.gouv.fr',
  'www.service-public.fr',
  'www.service-public.gouv.fr',
  'sig.ville.gouv.fr',
  'www.insee.fr',
]

/** One telephone number, and one e-mail address with nothing after it: no subject, no copy, no second address. */
const telephone = /^tel:\+\d{5,15}$/u
const writing = /^mailto:[^\s?&,;:@%<>"]{1,64}@[a-z\d.-]{3,190}$/iu
/**
 * A new message with nothing but addresses in blind copy, `mailto:?bcc=a%40b.fr,c%40d.fr`. No other header can slip in: some mail programs obey `attach`, and
 * Windows gives the whole text to a program as its argument, so that only plain signs pass.
 */
const blindCopies = /^mailto:\?bcc=([^,]+(?:,[^,]+)*)$/u
const blindCopy = /^(?:[\w.!*'~-]|%(?!0|1|20|22|25|26)[\dA-F]{2})+%40(?:[\w-]|%[89A-F][\dA-F])+(?:\.(?:[\w-]|%[89A-F][\dA-F])+)+$/u
const isBlindCopy = (text: string): boolean =>
  text.length <= 2_000 &&
  (blindCopies
    .exec(text)?.[1]
    ?.split(',')
    .every((address) => blindCopy.test(address)) ??
    false)

/** The address to open, or null when it is not on the list. Parsed, never searched: `https://www.cnil.fr.example.org` is refused. */
export const allowedLink = (text: string): string | null => {
  if (telephone.test(text) || writing.test(text) || isBlindCopy(text)) return text
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === ''
  return plain && allowedHosts.includes(url.hostname) ? url.href : null
}
