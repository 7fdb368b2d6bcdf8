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

/** The address to open, or null when it is not on the list. Parsed, never searched: `https://www.cnil.fr.example.org` is refused. */
export const allowedLink = (text: string): string | null => {
  if (telephone.test(text) || writing.test(text)) return text
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === ''
  return plain && allowedHosts.includes(url.hostname) ? url.href : null
}
