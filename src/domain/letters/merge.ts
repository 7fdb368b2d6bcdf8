import { templateParts, usedFields, type LetterField } from '#domain/letters/fields'

/** What is known of the one it goes to, already in words; '' is « not known ». */
export type LetterValues = Readonly<Record<LetterField, string>>
export interface LetterTemplate {
  readonly subject: string
  readonly body: string
}
export interface MergedLetter {
  readonly subject: string
  /** The lines of the body, empty ones included. */
  readonly lines: readonly string[]
  /** Fields it uses of which nothing is known. */
  readonly missing: readonly LetterField[]
}

/** The letter of one person. A missing value leaves its place empty; what is no field stays as it was typed, so that it is seen. */
export const mergeLetter = ({ subject, body }: LetterTemplate, values: LetterValues): MergedLetter => {
  const fill = (template: string): string =>
    templateParts(template)
      .map((part) => (part.kind === 'text' ? part.text : part.kind === 'field' ? values[part.field] : `{{${part.name}}}`))
      .join('')
  return {
    subject: fill(subject).replaceAll(/\s+/gu, ' ').trim(),
    lines: fill(body)
      .trimEnd()
      .split(/\r\n|\r|\n/u),
    missing: usedFields(subject, body).filter((field) => values[field] === ''),
  }
}

/** Who lacks what, of the fields that the template uses: people by field, those that everybody has left out. */
export const lackingByField = <Who>(
  { subject, body }: LetterTemplate,
  people: readonly { readonly who: Who; readonly values: LetterValues }[],
): readonly { readonly field: LetterField; readonly who: readonly Who[] }[] =>
  usedFields(subject, body).flatMap((field) => {
    const who = people.flatMap((person) => (person.values[field] === '' ? [person.who] : []))
    return who.length === 0 ? [] : [{ field, who }]
  })
