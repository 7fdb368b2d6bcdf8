import type { PersonId } from '#domain/id'

/** A piece of a note: plain text, or somebody it names. */
export type NotePart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'person'; readonly name: string; readonly id: PersonId }

/** A mention in a note: `@[Camille Durand](id)`. */
const mention = /@\[([^[\]\n]{1,120})\]\(([0-9a-f-]{8,40})\)/gu

/** A note in pieces, in order; joined again by `partsToNote` they are the note. */
export const noteToParts = (note: string): readonly NotePart[] => {
  const parts: NotePart[] = []
  let from = 0
  for (const found of note.matchAll(mention)) {
    if (found.index > from) parts.push({ kind: 'text', text: note.slice(from, found.index) })
    parts.push({ kind: 'person', name: found[1] ?? '', id: (found[2] ?? '') as PersonId })
    from = found.index + found[0].length
  }
  if (from < note.length) parts.push({ kind: 'text', text: note.slice(from) })
  return parts
}

export const partsToNote = (parts: readonly NotePart[]): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : writtenMention(part.name, part.id))).join('')

/** A name as a note keeps it; brackets, which would end it too soon, are left out. */
export const writtenMention = (name: string, id: PersonId): string => `@[${name.replaceAll(/[[\]\n]/gu, '').slice(0, 120)}](${id})`

export const mentions = (note: string, id: PersonId): boolean =>
  note.includes(`](${id})`) && noteToParts(note).some((part) => part.kind === 'person' && part.id === id)

/** What is typed and read in a field: `@Camille Durand`, and who these names are. */
export interface TypedNote {
  readonly text: string
  readonly people: readonly { readonly name: string; readonly id: PersonId }[]
}

export const noteToTyped = (note: string): TypedNote => {
  const parts = noteToParts(note)
  return {
    text: parts.map((part) => (part.kind === 'text' ? part.text : `@${part.name}`)).join(''),
    people: parts.flatMap((part) => (part.kind === 'person' ? [{ name: part.name, id: part.id }] : [])),
  }
}

/** The note to keep: each `@Name` that was chosen from the list is a mention again, the longest name first; others stay text. */
export const typedToNote = ({ text, people }: TypedNote): string => {
  const longestFirst = people.filter(({ name }) => name !== '').toSorted((left, right) => right.name.length - left.name.length)
  let note = ''
  for (let at = 0; at < text.length;) {
    const named = text[at] === '@' ? longestFirst.find(({ name }) => text.startsWith(name, at + 1)) : undefined
    note += named === undefined ? text[at] : writtenMention(named.name, named.id)
    at += named === undefined ? 1 : named.name.length + 1
  }
  return note
}
