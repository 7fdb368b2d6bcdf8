import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeopleCondition, PeopleFilter } from '#domain/people-filter'
import type { IsoDate } from '#domain/period'
import { useFormat } from '#i18n/setup'
import { FilterSentence, type FilterPart } from '#ui/filter-sentence'
import { addableKinds, newCondition, newCustomCondition } from './condition-choices.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { conditionToWords } from './condition-words.ts'
import type { Lists, Names } from './lists.ts'

export interface PeopleFiltersProps {
  readonly filter: PeopleFilter
  readonly onChange: (filter: PeopleFilter) => void
  /** « 128 personnes ». */
  readonly subject: string
  readonly lists: Lists
  readonly names: Names
  readonly today: IsoDate
}

/** The filters, as a sentence one reads and clicks. */
export const PeopleFilters = ({ filter, onChange, subject, lists, names, today }: PeopleFiltersProps) => {
  const { t } = useTranslation('people')
  const format = useFormat()
  const [added, setAdded] = useState<number | null>(null)
  const words = { t, format, names, lists }

  const parts = filter.map((condition, index): FilterPart => ({
    id: `${index}-${condition.kind}`,
    words: conditionToWords(condition, words),
    editor:
      condition.kind === 'people'
        ? undefined
        : (close) => (
            <ConditionEditor
              condition={condition}
              lists={lists}
              names={names}
              today={today}
              close={close}
              onChange={(next) => onChange(filter.with(index, next))}
            />
          ),
    onRemove: () => {
      setAdded(null)
      onChange(filter.toSpliced(index, 1))
    },
  }))
  const add = (condition: PeopleCondition): void => {
    setAdded(filter.length)
    onChange([...filter, condition])
  }
  const choices = [
    ...addableKinds(lists).map((kind) => ({ id: kind as string, label: t(`filters.${kind}`), onAdd: () => add(newCondition(kind, lists)) })),
    ...lists.customFields
      .filter(({ archived }) => !archived)
      .map((field) => ({ id: field.id as string, label: field.name, onAdd: () => add(newCustomCondition(field, today)) })),
  ]
  const last = added === null ? undefined : filter[added]
  return (
    <FilterSentence
      subject={subject}
      parts={parts}
      choices={choices}
      onClear={() => onChange([])}
      openPart={last === undefined ? null : `${added ?? 0}-${last.kind}`}
    />
  )
}
