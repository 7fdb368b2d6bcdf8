import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CommunityId, TerritoryId } from '#domain/id'
import { livingMonths } from '#domain/ties/tie-rules'
import type { GraphQuery } from '#data/ties-contract'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import classes from './ties.module.css'

/** As figures count: every living tie of everybody. */
export const startingQuery: GraphQuery = { communityId: null, territoryId: null, minStrength: 0, months: livingMonths, colourBy: 'role' }

const strengths = { any: 0, some: 0.1, strong: 0.5, veryStrong: 1 } as const
const periods = { year: 12, two: 24, five: 60, ever: null } as const
const everything = 'all'

/** What the drawing shows: whose ties, how strong, since when, and what colours say. */
export const MeshChoices = ({ query, onChange }: { readonly query: GraphQuery; readonly onChange: (query: GraphQuery) => void }) => {
  const { t } = useTranslation('ties')
  const format = useFormat()
  const lists = useLive(
    ['communities', 'territories'],
    async ({ records }) => {
      const [communities, territories] = await Promise.all([records.all('communities'), records.all('territories')])
      return {
        communities: communities.filter(({ deletedAt }) => deletedAt === null),
        territories: territories.filter(({ deletedAt }) => deletedAt === null),
      }
    },
    [],
  ) ?? { communities: [], territories: [] }
  const named = (items: readonly { readonly id: string; readonly name: string }[], any: string) => [
    { value: everything, label: any },
    ...items.toSorted((left, right) => format.compare(left.name, right.name)).map(({ id, name }) => ({ value: id, label: name })),
  ]
  const keyOf = (table: Readonly<Record<string, number | null>>, value: number | null): string =>
    Object.keys(table).find((key) => table[key] === value) ?? ''
  return (
    <div className={classes['choices']}>
      {lists.communities.length > 0 && (
        <Select
          label={t('graph.community')}
          searchable
          data={named(lists.communities, t('graph.anyCommunity'))}
          value={query.communityId ?? everything}
          onChange={(id) => onChange({ ...query, communityId: id === everything ? null : (id as CommunityId) })}
        />
      )}
      {lists.territories.length > 0 && (
        <Select
          label={t('graph.territory')}
          searchable
          data={named(lists.territories, t('graph.anyTerritory'))}
          value={query.territoryId ?? everything}
          onChange={(id) => onChange({ ...query, territoryId: id === everything ? null : (id as TerritoryId) })}
        />
      )}
      <Select
        label={t('graph.strength')}
        data={(['any', 'some', 'strong', 'veryStrong'] as const).map((value) => ({ value, label: t(`graph.strengths.${value}`) }))}
        value={keyOf(strengths, query.minStrength)}
        onChange={(value) => onChange({ ...query, minStrength: strengths[value as keyof typeof strengths] })}
      />
      <Select
        label={t('graph.period')}
        data={(['year', 'two', 'five', 'ever'] as const).map((value) => ({ value, label: t(`graph.periods.${value}`) }))}
        value={keyOf(periods, query.months)}
        onChange={(value) => onChange({ ...query, months: periods[value as keyof typeof periods] })}
      />
      <Select
        label={t('graph.colourBy')}
        data={(['role', 'community'] as const).map((value) => ({ value, label: t(`graph.colours.${value}`) }))}
        value={query.colourBy}
        onChange={(value) => onChange({ ...query, colourBy: value === 'community' ? 'community' : 'role' })}
      />
    </div>
  )
}
