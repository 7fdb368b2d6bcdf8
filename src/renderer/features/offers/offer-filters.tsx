import { NativeSelect, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { offerCategories } from '#domain/offer'
import type { Territory } from '#domain/territory'
import type { ProgrammeRow } from '#data/services/offers-service'
import { FilterSentence, type FilterPart } from '#ui/filter-sentence'
import { firstOfferFilter, noOfferFilter, shownStates, type FilterField, type OfferFilter } from './offer-filter.ts'

interface OfferFiltersProps {
  readonly count: number
  readonly filter: OfferFilter
  readonly onChange: (filter: OfferFilter) => void
  readonly territories: readonly Territory[]
  readonly programmes: readonly ProgrammeRow[]
}
interface Choice {
  readonly value: string
  readonly label: string
}

/** « 12 annonces · ouvertes · qui sont des besoins · à Lille ou à distance + ». */
export const OfferFilters = ({ count, filter, onChange, territories, programmes }: OfferFiltersProps) => {
  const { t } = useTranslation('offers')
  const [added, setAdded] = useState<FilterField | null>(null)
  const set = (change: Partial<OfferFilter>): void => onChange({ ...filter, ...change })
  const select =
    (field: FilterField, choices: readonly Choice[], onPick: (value: string) => void) =>
    (close: () => void): ReactNode => (
      <NativeSelect
        aria-label={t(`filters.${field === 'programme' || field === 'figure' ? 'state' : field}`)}
        data-autofocus
        data={[...choices]}
        value={filter[field] ?? ''}
        onChange={(event) => {
          onPick(event.currentTarget.value)
          close()
        }}
      />
    )
  const states = shownStates.map((value) => ({ value, label: t(`filters.stateWords.${value}`) }))
  const sides = (['offer', 'need'] as const).map((value) => ({ value, label: t(`sidesMany.${value}`) }))
  const categories = offerCategories.map((value) => ({ value, label: t(`categories.${value}`) }))
  const places = territories.map(({ id, name }) => ({ value: id as string, label: name }))
  const placeName = territories.find(({ id }) => id === filter.place)?.name ?? ''
  const programme = programmes.find((row) => row.programme.id === filter.programme)?.programme.name ?? ''
  const part = (id: FilterField, words: string, editor?: FilterPart['editor']): FilterPart => ({
    id,
    words,
    editor,
    onRemove: () => set({ [id]: null }),
  })
  const parts: readonly FilterPart[] = [
    ...(filter.figure === null ? [] : [part('figure', t('filters.figure', { what: t(`balance.${filter.figure}`) }))]),
    ...(filter.state === null
      ? []
      : [
          part(
            'state',
            t(`filters.stateWords.${filter.state}`),
            select('state', states, (value) => set({ state: shownStates.find((known) => known === value) ?? null })),
          ),
        ]),
    ...(filter.side === null
      ? []
      : [
          part(
            'side',
            t(`filters.sideWords.${filter.side}`),
            select('side', sides, (value) => set({ side: value === 'need' ? 'need' : 'offer' })),
          ),
        ]),
    ...(filter.category === null
      ? []
      : [
          part(
            'category',
            t('filters.categoryWord', { category: t(`categories.${filter.category}`) }),
            select('category', categories, (value) => set({ category: offerCategories.find((known) => known === value) ?? null })),
          ),
        ]),
    ...(filter.place === null
      ? []
      : [
          part(
            'place',
            t('filters.placeWord', { place: placeName }),
            select('place', places, (value) => set({ place: territories.find(({ id }) => id === value)?.id ?? null })),
          ),
        ]),
    ...(filter.skill === null
      ? []
      : [
          part('skill', t('filters.skillWord', { skill: filter.skill === '' ? '…' : filter.skill }), (close) => (
            <TextInput
              aria-label={t('filters.skill')}
              placeholder={t('filters.skillHint')}
              data-autofocus
              value={filter.skill ?? ''}
              onChange={(event) => set({ skill: event.currentTarget.value })}
              onKeyDown={(event) => {
                if (event.key === 'Enter') close()
              }}
            />
          )),
        ]),
    ...(filter.programme === null ? [] : [part('programme', t('programmes.word', { name: programme }))]),
  ]
  const firstPlace = territories[0]?.id ?? null
  const choices = [
    { id: 'state' as const, isThere: true, start: { state: 'open' as const } },
    { id: 'side' as const, isThere: true, start: { side: 'need' as const } },
    { id: 'category' as const, isThere: true, start: { category: 'internship' as const } },
    { id: 'place' as const, isThere: firstPlace !== null, start: { place: firstPlace } },
    { id: 'skill' as const, isThere: true, start: { skill: '' } },
  ]
  return (
    <FilterSentence
      subject={t('count', { count })}
      parts={parts}
      openPart={added}
      onClear={filter === firstOfferFilter ? undefined : () => onChange(noOfferFilter)}
      choices={choices
        .filter(({ id, isThere }) => isThere && filter[id] === null)
        .map(({ id, start }) => ({
          id,
          label: t(`filters.${id}`),
          onAdd: () => {
            setAdded(id)
            set(start)
          },
        }))}
    />
  )
}
