import type { CommunityId, PersonId, RoleKindId, TerritoryId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import type { Person } from '#domain/person'
import type { Tie } from '#domain/tie'
import type { Introduction } from '#domain/ties/introductions'

/** What a line needs to show somebody. */
export type PersonLine = Pick<Person, 'id' | 'firstName' | 'lastName' | 'deceased' | 'doNotContact' | 'deletedAt'>

/** The list behind a figure of the page. */
export type TieList =
  | {
      readonly kind:
        | 'members'
        | 'tied'
        | 'isolated'
        | 'isolated-from-all'
        | 'isolated-but-staff'
        | 'by-members'
        | 'recurring'
        | 'bridges'
        | 'former-mentees'
        | 'gave-back'
        | 'links'
        | 'tied-then'
        | 'tied-then-kept'
        | 'untied-then'
        | 'untied-then-kept'
    }
  /** Whom the departure of somebody would cut off. */
  | { readonly kind: 'cut-off-by'; readonly personId: PersonId }
  | { readonly kind: 'tied-to'; readonly personId: PersonId }
  | { readonly kind: 'descendants'; readonly personId: PersonId }
  | { readonly kind: 'community'; readonly communityId: CommunityId }

/** The page « Maillage » but its drawing. */
export interface TiesOverview {
  readonly members: number
  readonly ties: number
  readonly averageDegree: number | null
  readonly isolated: { readonly all: number; readonly fromAll: number; readonly butStaff: number; readonly first: readonly PersonLine[] }
  /** Ties that do not come from employees alone. */
  readonly byMembers: number
  readonly older: number
  readonly recurring: number
  /** Events that make no tie, since too many came. */
  readonly tooLarge: number
  readonly bridges: { readonly count: number; readonly first: readonly { readonly person: PersonLine; readonly cutOff: number }[] }
  readonly introductions: readonly IntroductionLine[]
  readonly setAside: number
  readonly staying: { readonly on: IsoDate; readonly tied: StayingLine; readonly untied: StayingLine }
  readonly lineage: {
    readonly count: number
    readonly first: readonly { readonly person: PersonLine; readonly depth: number; readonly descendants: number }[]
    readonly former: number
    readonly gaveBack: number
  }
  readonly communities: readonly {
    readonly id: CommunityId
    readonly name: string
    readonly people: number
    readonly ties: number
    readonly density: number | null
  }[]
}
export interface StayingLine {
  readonly people: number
  readonly kept: number
  readonly share: number | null
}
/** An introduction to make, with the names its reasons speak of by their ids. */
export interface IntroductionLine extends Introduction {
  readonly lines: readonly [PersonLine, PersonLine]
  readonly names: Readonly<Record<string, string>>
}

/** What the drawing shows. `months` null: whatever their age. */
export interface GraphQuery {
  readonly communityId: CommunityId | null
  readonly territoryId: TerritoryId | null
  readonly minStrength: number
  readonly months: number | null
  readonly colourBy: 'role' | 'community'
}
/** One colour and shape of the drawing; `id` null: none of these, or several alike. */
export interface GraphGroup {
  readonly id: RoleKindId | CommunityId | null
  readonly name: string | null
  readonly count: number
}
/** The drawing: people by their place, ties as columns. */
export interface TieGraph {
  readonly people: readonly PersonLine[]
  readonly leftOut: number
  /** How many of the pairs, from the first, are drawn when nobody in particular is looked at. */
  readonly backbone: number
  readonly ties: number
  readonly degree: Int32Array
  readonly best: Float64Array
  readonly bestWith: Int32Array
  readonly betweenness: Float64Array
  readonly isBridge: Uint8Array
  readonly groups: readonly GraphGroup[]
  readonly groupOf: Uint8Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly strength: Float64Array
  /** Days since something passed between the two. */
  readonly idle: Int32Array
  readonly x: Float32Array
  readonly y: Float32Array
}

/** One tie of a person, computed from all that made it. */
export interface PersonTie {
  readonly other: PersonLine
  readonly strength: number
  /** null: nobody knows when it began. */
  readonly first: IsoDate | null
  readonly last: IsoDate
  readonly shared: number
  readonly isLiving: boolean
  readonly isStaff: boolean
}
/** A tie somebody told us of, seen from one of the two. */
export interface DeclaredLine {
  readonly tie: Tie
  readonly other: PersonLine
  readonly by: PersonLine | null
}
/** Somebody responsible for a minor, and how to reach her. */
export type Guardian = PersonLine & Pick<Person, 'phones' | 'emails'>
/** « Ses liens ». */
export interface PersonTies {
  readonly count: number
  /** The strongest first. */
  readonly strongest: readonly PersonTie[]
  readonly declared: readonly DeclaredLine[]
  /** Those she introduced to each other. */
  readonly introduced: readonly { readonly tie: Tie; readonly people: readonly [PersonLine, PersonLine] }[]
  readonly helpers: readonly PersonLine[]
  readonly helped: readonly PersonLine[]
  readonly descendants: number
}
