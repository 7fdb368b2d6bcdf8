import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { unknownFields, usedFields } from '#domain/letters/fields'
import { lackingByField, type LetterTemplate, type LetterValues } from '#domain/letters/merge'
import { fullName } from '#domain/person'
import type { WritingPerson } from '#data/services/letters-service'
import { useFormat } from '#i18n/setup'
import { useSomeNames } from './use-some-names.ts'

export interface WrittenTo {
  readonly who: WritingPerson
  readonly values: LetterValues
}

/** What is wrong with a template for these people: fields that mean nothing, values that somebody lacks, titles that are not known. */
export const LetterWarnings = ({ template, people }: { readonly template: LetterTemplate; readonly people: readonly WrittenTo[] }) => {
  const { t } = useTranslation('letters')
  const format = useFormat()
  const someNames = useSomeNames()
  const unknown = unknownFields(template.subject, template.body)
  const usesTitle = usedFields(template.subject, template.body).includes('title')
  const neutral = usesTitle ? people.filter(({ who }) => who.gender !== 'female' && who.gender !== 'male').length : 0
  const lines = [
    ...(unknown.length === 0 ? [] : [t('letter.unknown', { count: unknown.length, names: format.list(unknown) })]),
    ...lackingByField(template, people).map(({ field, who }) =>
      t('letter.lacking', { field: t(`letter.fields.${field}`), count: who.length, names: someNames(who.map(fullName)) }),
    ),
    ...(neutral === 0 ? [] : [t('letter.neutral', { count: neutral })]),
  ]
  if (lines.length === 0) return null
  return (
    <Alert color="yellow" role="status">
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Alert>
  )
}
