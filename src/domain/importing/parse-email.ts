/** The addresses of one cell; `cleaned` when something was taken off (a name, `mailto:`, a trailing dot); null when what is there is no address. */
export interface EmailsRead {
  readonly addresses: readonly string[]
  readonly cleaned: boolean
}

/** Reads one or several e-mail addresses: « a@x.fr ; b@y.fr », « Camille Durand <a@x.fr> », `mailto:a@x.fr`. One bad address among good ones makes the cell bad. */
export const parseEmails = (text: string): EmailsRead | null => {
  if (text.length > longestCell) return null
  if (isEmail(text)) return { addresses: [text], cleaned: false }
  const addresses: string[] = []
  for (const part of text.split(separators)) {
    const address = addressOf(part.trim())
    if (address === '') continue
    if (address === null) return null
    if (!addresses.some((known) => known.toLowerCase() === address.toLowerCase())) addresses.push(address)
  }
  return addresses.length === 0 ? null : { addresses, cleaned: true }
}

/** One whole address, as strict as what mail servers of the field accept: ASCII, one @, a domain with a dot. */
export const isEmail = (text: string): boolean => text.length <= longestAddress && address.test(text) && !text.includes('..')

const addressOf = (part: string): string | null => {
  if (part === '') return ''
  const [, bracketed] = inBrackets.exec(part) ?? []
  const bare = (bracketed ?? part).trim().replace(prefix, '').replace(around, '')
  return isEmail(bare) ? bare : null
}

const separators = /\s*(?:[;,\n\r|]|:::|\s\/\s|\s+ou\s+|\s+et\s+|\s+(?=[^\s<>]+@)(?<=@[^\s]+\s+))\s*/
/** RFC 5321, § 4.5.3.1. */
const longestAddress = 254
const longestCell = 2_000
const inBrackets = /<([^<>]*)>/
const prefix = /^mailto:/i
const around = /^["'(\s]+|["')\s.,;:]+$/g
const address = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/
