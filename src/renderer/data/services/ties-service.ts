import type { PersonId } from '#domain/id'
import { dayNumberToDate, lastDay, type IsoDate } from '#domain/period'
import { fullName, type Person } from '#domain/person'
import { indexTerritories, territoryOf } from '#domain/territory'
import { densityOf } from '#domain/ties/betweenness'
import { cutOffBy } from '#domain/ties/cut-people'
import { introductionsToMake, type IntroductionReason } from '#domain/ties/introductions'
import { descendantsOf, givingBack, lineageOf, linksOfTheChain } from '#domain/ties/lineage'
import { averageDegree, memberMarks } from '#domain/ties/tie-figures'
import { createTieReader, isLiving, livingSince, livingTiesOf } from '#domain/ties/tie-reader'
import { dayBefore, tiesAndStaying, type KeptShare } from '#domain/ties/ties-and-staying'
import { assertNever } from '#domain/result'
import { noDay } from '#domain/indicators/fact-columns'
import type { Store } from '#data/store'
import { drawGraph } from '#data/ties-drawing'
import type {
  GraphQuery,
  Guardian,
  IntroductionLine,
  PersonLine,
  PersonTie,
  PersonTies,
  StayingLine,
  TieGraph,
  TieList,
  TiesOverview,
} from '#data/ties-contract'
import type { TiesMirror, TiesState } from '#data/ties-mirror'

/** Le maillage: figures, introductions, the drawing, and the ties of one person. `today` is the window's local day. */
export interface TiesService {
  readonly overview: (today: IsoDate) => Promise<TiesOverview>
  /** Who stands behind a figure. */
  readonly people: (list: TieList, today: IsoDate) => Promise<readonly PersonId[]>
  readonly graph: (query: GraphQuery, today: IsoDate) => Promise<TieGraph>
  readonly ofPerson: (id: PersonId, today: IsoDate) => Promise<PersonTies>
  /** Who is responsible for a minor today. */
  readonly guardians: (id: PersonId, today: IsoDate) => Promise<readonly Guardian[]>
}

const mostShown = 8
const mostTies = 6

export const createTiesService = (store: Store, ties: TiesMirror): TiesService => {
  const { mirror } = store
  let overview: { readonly state: TiesState; readonly version: string; readonly value: TiesOverview } | null = null

  const ready = async (today: IsoDate): Promise<TiesState> => {
    await mirror.load('people', 'territories', 'communities', 'offers', 'ties')
    return ties.state(today)
  }
  const lineOf = (id: PersonId | undefined): PersonLine | null => {
    const person = id === undefined ? undefined : mirror.loaded('people').get(id)
    return person === undefined ? null : toLine(person)
  }
  const lineAt = (state: TiesState, index: number): PersonLine => lineOf(state.network.people[index]?.id) ?? nobody

  const introductionsOf = (state: TiesState, today: IsoDate): readonly IntroductionLine[] => {
    const people = mirror.loaded('people')
    const territories = indexTerritories(mirror.loaded('territories').values())
    const introductions = introductionsToMake({
      network: state.network,
      figures: state.figures,
      today,
      personOf: (id) => people.get(id),
      territoryOf: (person) => territoryOf(person, territories),
      membersByCommunity: state.membersByCommunity,
      offers: [...mirror.loaded('offers').values()],
      knownSince: state.facts.index.knownSince,
    })
    const nameOf = (reason: IntroductionReason): readonly (readonly [string, string])[] => {
      switch (reason.kind) {
        case 'offer':
          return [[reason.needId, mirror.loaded('offers').get(reason.needId)?.title ?? '']]
        case 'acquaintance':
        case 'isolated':
        case 'newcomer':
          return [[reason.personId, fullName(lineOf(reason.personId) ?? nobody)]]
        case 'community':
          return [[reason.communityId, mirror.loaded('communities').get(reason.communityId)?.name ?? '']]
        case 'territory':
          return [[reason.territoryId, mirror.loaded('territories').get(reason.territoryId)?.name ?? '']]
        case 'skill':
          return []
        default:
          return assertNever(reason)
      }
    }
    return introductions.map((introduction) => ({
      ...introduction,
      lines: [lineOf(introduction.people[0]) ?? nobody, lineOf(introduction.people[1]) ?? nobody],
      names: Object.fromEntries(introduction.reasons.flatMap(nameOf)),
    }))
  }

  const communitiesOf = (state: TiesState): TiesOverview['communities'] => {
    const read = createTieReader(state.network)
    const since = livingSince(state.network)
    return [...state.membersByCommunity].flatMap(([id, ids]) => {
      const community = mirror.loaded('communities').get(id)
      if (community === undefined) return []
      const inside = new Set(
        ids.flatMap((person) => state.network.indexById.get(person) ?? []).filter((person) => state.network.isMember[person] === 1),
      )
      let both = 0
      for (const person of inside) {
        const row = read(person)
        for (let at = 0; at < row.count; at += 1) if (isLiving(row, at, since) && inside.has(row.other[at] ?? -1)) both += 1
      }
      return [{ id, name: community.name, people: inside.size, ties: both / 2, density: densityOf(inside.size, both / 2) }]
    })
  }

  const stayingOf = (state: TiesState) => tiesAndStaying(state.facts, state.before(dayBefore(state.facts.asOf)).figures)

  const listOf = (state: TiesState, list: TieList): readonly number[] => {
    const { network, figures } = state
    switch (list.kind) {
      case 'members':
        return figures.members
      case 'tied':
        return figures.members.filter((person) => (figures.degree[person] ?? 0) > 0)
      case 'isolated':
        return figures.members.filter((person) => figures.degree[person] === 0)
      case 'isolated-from-all':
        return figures.isolated.fromAll
      case 'isolated-but-staff':
        return figures.isolated.butStaff
      case 'by-members':
        return figures.members.filter((person) => ((figures.marks[person] ?? 0) & memberMarks.byMembers) !== 0)
      case 'recurring':
        return figures.members.filter((person) => ((figures.marks[person] ?? 0) & memberMarks.recurring) !== 0)
      case 'bridges':
        return state.bridges().map(({ person }) => person)
      case 'former-mentees':
        return givingBack(network).former
      case 'gave-back':
        return givingBack(network).became
      case 'links':
        return linksOfTheChain(lineageOf(network), network.people).map(({ person }) => person)
      case 'tied-then':
        return stayingOf(state).tied.people
      case 'tied-then-kept':
        return stayingOf(state).tied.kept
      case 'untied-then':
        return stayingOf(state).untied.people
      case 'untied-then-kept':
        return stayingOf(state).untied.kept
      case 'cut-off-by':
        return withPerson(state, list.personId, (person) => cutOffBy(network, figures.members, person))
      case 'tied-to':
        return withPerson(state, list.personId, (person) => livingTiesOf(network, person))
      case 'descendants':
        return withPerson(state, list.personId, (person) => descendantsOf(lineageOf(network), person))
      case 'community':
        return (state.membersByCommunity.get(list.communityId) ?? []).flatMap((id) => network.indexById.get(id) ?? [])
      default:
        return assertNever(list)
    }
  }

  const overviewOf = (state: TiesState, today: IsoDate): TiesOverview => {
    const { network, figures } = state
    const bridges = state.bridges()
    const { on, tied, untied } = stayingOf(state)
    const lineage = lineageOf(network)
    const links = linksOfTheChain(lineage, network.people)
    const { former, became } = givingBack(network)
    const isolated = listOf(state, { kind: 'isolated' })
    return {
      members: figures.members.length,
      ties: figures.ties,
      averageDegree: averageDegree(figures),
      isolated: {
        all: isolated.length,
        fromAll: figures.isolated.fromAll.length,
        butStaff: figures.isolated.butStaff.length,
        first: isolated.slice(0, mostShown).map((person) => lineAt(state, person)),
      },
      byMembers: figures.byMembers,
      older: figures.older,
      recurring: figures.recurring,
      tooLarge: network.tooLarge,
      bridges: { count: bridges.length, first: bridges.slice(0, mostShown).map(({ person, cutOff }) => ({ person: lineAt(state, person), cutOff })) },
      introductions: introductionsOf(state, today),
      setAside: network.declared.filter(({ kind }) => kind === 'set-aside').length,
      staying: { on, tied: toStaying(tied), untied: toStaying(untied) },
      lineage: {
        count: links.length,
        first: links.slice(0, mostShown).map(({ person, depth, descendants }) => ({ person: lineAt(state, person), depth, descendants })),
        former: former.length,
        gaveBack: became.length,
      },
      communities: communitiesOf(state),
    }
  }

  return {
    overview: async (today) => {
      const state = await ready(today)
      const version = (['people', 'territories', 'communities', 'offers'] as const).map(mirror.version).join()
      if (overview?.state !== state || overview.version !== version) overview = { state, version, value: overviewOf(state, today) }
      return overview.value
    },
    people: async (list, today) => {
      const state = await ready(today)
      return listOf(state, list).flatMap((index) => state.network.people[index]?.id ?? [])
    },
    graph: async (query, today) => {
      const state = await ready(today)
      return drawGraph(store, state, query, (index) => lineAt(state, index))
    },
    guardians: async (id, today) => {
      const declared = (await mirror.read('ties')).values()
      const ids = [...declared].flatMap(({ kind, fromId, toId, end, deletedAt }) =>
        kind === 'guardian' && toId === id && deletedAt === null && (end === null || lastDay(end) >= today) ? [fromId] : [],
      )
      const people = await mirror.some('people', ids)
      return ids.flatMap((guardian) => {
        const person = people.get(guardian)
        return person === undefined || person.deletedAt !== null ? [] : [{ ...toLine(person), phones: person.phones, emails: person.emails }]
      })
    },
    ofPerson: async (id, today) => {
      const state = await ready(today)
      const index = state.network.indexById.get(id)
      if (index === undefined) return noTies
      const declared = [...mirror.loaded('ties').values()].filter((tie) => tie.deletedAt === null && tie.kind !== 'set-aside')
      const lineage = lineageOf(state.network)
      const strongest = tiesOf(state, index, (other) => lineAt(state, other))
      return {
        count: strongest.filter((tie) => tie.isLiving && !tie.isStaff).length,
        strongest: strongest.slice(0, mostTies),
        declared: declared.flatMap((tie) => {
          const other = tie.fromId === id ? lineOf(tie.toId) : tie.toId === id ? lineOf(tie.fromId) : null
          return other === null ? [] : [{ tie, other, by: tie.byId === null ? null : lineOf(tie.byId) }]
        }),
        introduced: declared
          .filter(({ byId }) => byId === id)
          .map((tie) => ({ tie, people: [lineOf(tie.fromId) ?? nobody, lineOf(tie.toId) ?? nobody] as const })),
        helpers: (lineage.helpers.get(index) ?? []).map((person) => lineAt(state, person)),
        helped: (lineage.helped.get(index) ?? []).map((person) => lineAt(state, person)),
        descendants: descendantsOf(lineage, index).length,
      }
    },
  }
}

const noTies: PersonTies = { count: 0, strongest: [], declared: [], introduced: [], helpers: [], helped: [], descendants: 0 }
const nobody: PersonLine = { id: '' as PersonId, firstName: '', lastName: '', deceased: false, doNotContact: false, deletedAt: null }

const toLine = ({ id, firstName, lastName, deceased, doNotContact, deletedAt }: Person): PersonLine => ({
  id,
  firstName,
  lastName,
  deceased,
  doNotContact,
  deletedAt,
})
const toStaying = ({ people, kept, share }: KeptShare): StayingLine => ({ people: people.length, kept: kept.length, share })

const withPerson = (state: TiesState, id: PersonId, list: (person: number) => readonly number[]): readonly number[] => {
  const index = state.network.indexById.get(id)
  return index === undefined ? [] : list(index)
}

/** Every tie of a person, staff too, the strongest first. */
const tiesOf = ({ network }: TiesState, person: number, lineAt: (index: number) => PersonLine): readonly PersonTie[] => {
  const row = createTieReader(network)(person)
  const since = livingSince(network)
  return Array.from(row.other.subarray(0, row.count), (other, at): PersonTie => {
    const first = row.first[at] ?? noDay
    return {
      other: lineAt(other),
      strength: row.strength[at] ?? 0,
      first: first === noDay ? null : dayNumberToDate(first),
      last: dayNumberToDate(row.last[at] ?? network.asOf),
      shared: row.shared[at] ?? 0,
      isLiving: isLiving(row, at, since),
      isStaff: network.isStaff[other] === 1,
    }
  }).sort((left, right) => right.strength - left.strength || (left.other.id < right.other.id ? -1 : 1))
}
