import type { TFunction } from 'i18next'
import type { FigureRef, GroupBy } from '#domain/indicators/figure'
import { ageBands } from '#domain/indicators/figure'
import type { Formatter } from '#i18n/format'
import type { OutputCell, OutputColumn } from '#bridge/writing'

/** All that turns the figures of a report into words. */
export interface ReportWords {
  readonly t: TFunction<readonly ['reports', 'common']>
  readonly format: Formatter
  readonly associationName: string
  /** The name of a role by its id; '' for what is gone. */
  readonly roleName: (id: string) => string
  /** The name of a territory by its id, or of a commune or department by the key of its place. */
  readonly territoryName: (id: string) => string
  /** The name of a priority neighbourhood by its code; the code itself when it is of another list. */
  readonly placeName: (code: string) => string
}

/** One sheet of the workbook, one table of the page: the same object. `refs` opens the list behind each cell. */
export interface ReportTable {
  readonly id: 'summary' | 'people' | 'events' | 'hours' | 'retention' | 'method'
  readonly name: string
  readonly columns: readonly OutputColumn[]
  readonly rows: readonly ReportRow[]
}
export interface ReportRow {
  readonly cells: readonly OutputCell[]
  /** By cell; null where there is nobody to show. */
  readonly refs: readonly (FigureRef | null)[]
}

/** The words for a group of people; « non renseigné » for the null one. */
export const groupName = ({ t, roleName, territoryName, placeName }: ReportWords, by: GroupBy, key: string | null): string => {
  if (key === null) return t('common:unknown')
  switch (by) {
    case 'role':
      return roleName(key)
    case 'territory':
      return territoryName(key)
    case 'gender':
      return key === 'female' || key === 'male' || key === 'other' ? t(`common:gender.${key}`) : key
    case 'age':
      return ageName(t, Number(key))
    case 'commune':
    case 'qpv':
      return placeName(key)
  }
}

const ageName = (t: ReportWords['t'], from: number): string => {
  const band = ageBands.find((known) => known.from === from)
  if (band === undefined || band.to === null) return t('people.over', { age: from })
  return from === 0 ? t('people.under', { age: band.to + 1 }) : t('people.between', { from, to: band.to })
}

export const textColumn = (header: string, width: number | null = null): OutputColumn => ({ header, kind: 'text', width })
export const countColumn = (header: string): OutputColumn => ({ header, kind: 'integer', width: 14 })
