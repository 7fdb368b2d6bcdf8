import type { PersonId } from '#domain/id'

export interface Addressee {
  readonly id: PersonId
  readonly email: string
}
/** Addresses to be put together in Bcc, and whom they reach: a family may share one. */
export interface EmailBatch {
  readonly addresses: readonly string[]
  readonly people: readonly PersonId[]
}

/** Most mail providers take no more than a hundred receivers at once, and suspect senders of many: fifty is safe. */
export const usualBatchSize = 50
/** Windows gives a program no address longer than about 2,000 characters. */
export const longestMailLink = 1_900

/** Addresses in batches of at most `size`, each address once whatever its capitals, in the order of the people. `size` below 1 counts as 1. */
export const emailBatches = (addressees: readonly Addressee[], size: number): readonly EmailBatch[] => {
  const peopleByAddress = new Map<string, { readonly address: string; readonly people: PersonId[] }>()
  for (const { id, email } of addressees) {
    const address = email.trim()
    const key = address.toLowerCase()
    const known = peopleByAddress.get(key)
    if (known === undefined) peopleByAddress.set(key, { address, people: [id] })
    else known.people.push(id)
  }
  const lines = [...peopleByAddress.values()]
  const step = Math.max(1, Math.trunc(size))
  return Array.from({ length: Math.ceil(lines.length / step) }, (_, index) => {
    const batch = lines.slice(index * step, (index + 1) * step)
    return { addresses: batch.map(({ address }) => address), people: batch.flatMap(({ people }) => people) }
  })
}

/** `mailto:` with the addresses in Bcc (RFC 6068), so that nobody sees the others. null when it would be too long for the system: then they are copied. */
export const bccLink = (addresses: readonly string[]): string | null => {
  const link = `mailto:?bcc=${addresses.map((address) => encodeURIComponent(address)).join(',')}`
  return addresses.length === 0 || link.length > longestMailLink ? null : link
}
