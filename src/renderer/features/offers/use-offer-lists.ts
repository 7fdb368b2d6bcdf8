import type { Organisation } from '#domain/organisation'
import type { IsoDate } from '#domain/period'
import type { TableName } from '#domain/tables'
import type { Territory } from '#domain/territory'
import type { OfferRow, ProgrammeRow } from '#data/services/offers-service'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'

/** What the page and its forms choose from. */
export interface OfferLists {
  readonly organisations: readonly Organisation[]
  readonly territories: readonly Territory[]
  readonly programmes: readonly ProgrammeRow[]
}

/** All that a line shows is made of. */
export const offerTables: readonly TableName[] = ['offers', 'people', 'organisations', 'territories', 'programmes']

export const useOfferRows = (today: IsoDate): readonly OfferRow[] | undefined => useLive(offerTables, ({ offers }) => offers.list(today), [today])

export const useOfferLists = (): OfferLists | undefined => {
  const { compare } = useFormat()
  return useLive(
    offerTables,
    async ({ offers, records }) => ({
      organisations: inOrder(await records.all('organisations'), compare),
      territories: inOrder(await records.all('territories'), compare),
      programmes: await offers.programmes(),
    }),
    [],
  )
}

const inOrder = <Named extends { readonly name: string; readonly deletedAt: string | null }>(
  all: readonly Named[],
  compare: (left: string, right: string) => number,
): readonly Named[] => all.filter(({ deletedAt }) => deletedAt === null).toSorted((left, right) => compare(left.name, right.name))
