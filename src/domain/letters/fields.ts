import { foldText } from '#domain/fold-text'

/** What a letter may say of the person it goes to. */
export const letterFields = ['firstName', 'lastName', 'title', 'address', 'date', 'association', 'role', 'lastTookPart'] as const
export type LetterField = (typeof letterFields)[number]

/** How each field is written between braces; both languages are read in every letter, so that a template outlives a change of language. */
export const fieldNames: Readonly<Record<'fr' | 'en', Readonly<Record<LetterField, string>>>> = {
  fr: {
    firstName: 'prénom',
    lastName: 'nom',
    title: 'civilité',
    address: 'adresse',
    date: 'date',
    association: 'association',
    role: 'rôle',
    lastTookPart: 'dernière participation',
  },
  en: {
    firstName: 'first name',
    lastName: 'last name',
    title: 'title',
    address: 'address',
    date: 'date',
    association: 'association',
    role: 'role',
    lastTookPart: 'last took part',
  },
}

/** A part of a template: words, a field, or braces around something that is no field. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: LetterField }
  | { readonly kind: 'unknown'; readonly name: string }

/** Takes a template apart. Accents, capitals and blanks inside the braces do not matter. */
export const templateParts = (template: string): readonly TemplatePart[] =>
  template.split(/(\{\{[^{}]*\}\})/u).flatMap((piece, index): readonly TemplatePart[] => {
    if (piece === '') return []
    if (index % 2 === 0) return [{ kind: 'text', text: piece }]
    const name = piece.slice(2, -2).trim().replaceAll(/\s+/gu, ' ')
    const field = fieldByName.get(foldText(name))
    return [field === undefined ? { kind: 'unknown', name } : { kind: 'field', field }]
  })

/** Names between braces that mean nothing, each once. */
export const unknownFields = (...templates: readonly string[]): readonly string[] => [
  ...new Set(templates.flatMap(templateParts).flatMap((part) => (part.kind === 'unknown' ? [part.name] : []))),
]

/** The fields that these texts use, each once. */
export const usedFields = (...templates: readonly string[]): readonly LetterField[] => [
  ...new Set(templates.flatMap(templateParts).flatMap((part) => (part.kind === 'field' ? [part.field] : []))),
]

/** `{{prénom}}`, as it is inserted. */
export const fieldToken = (field: LetterField, language: 'fr' | 'en'): string => `{{${fieldNames[language][field]}}}`

const fieldByName: ReadonlyMap<string, LetterField> = new Map(
  letterFields.flatMap((field) => [fieldNames.fr[field], fieldNames.en[field]].map((name) => [foldText(name), field] as const)),
)
