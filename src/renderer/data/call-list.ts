import { areDetailsFresh, callCandidates, guardiansByMinor, isReachable, type CallCandidate } from '#domain/calls/call-list'
import type { ReasonAbout } from '#domain/calls/call-rules'
import { participationsOf, type Participations } from '#domain/calls/participations'
import { talksByPerson, type TalksByPerson } from '#domain/calls/talks'
import type { Contact } from '#domain/contact'
import type { PersonId } from '#domain/id'
import type { Facts, FactSettings } from '#domain/indicators/facts'
import type { IsoDate } from '#domain/period'
import type { Person } from '#domain/person'
import type { FactsMirror } from '#data/facts-mirror'
import type { Store } from '#data/store'

/** Somebody as lists name her. */
export type NamedPerson = Pick<Person, 'id' | 'firstName' | 'lastName' | 'doNotContact' | 'deceased' | 'deletedAt'>

export const namedPerson = ({ id, firstName, lastName, doNotContact, deceased, deletedAt }: Person): NamedPerson => ({
  id,
  firstName,
  lastName,
  doNotContact,
  deceased,
  deletedAt,
})

/** One line of « À qui parler aujourd'hui ». */
export interface CallLine {
  readonly person: NamedPerson
  readonly phone: string | null
  readonly email: string | null
  readonly reasons: readonly [ReasonAbout, ...ReasonAbout[]]
  /** The minors whom reasons are about, when it is their guardian who is called. */
  readonly about: readonly NamedPerson[]
  readonly last: Contact | null
  /** null: details that nobody ever confirmed. */
  readonly detailsAreFresh: boolean | null
}
export interface CallList {
  readonly lines: readonly CallLine[]
  readonly hasMore: boolean
}

const chunk = 40

/** Makes the list without reading everybody: reasons come from columns and small tables, and only who is shown is read, a few at a time. */
export const createCallList = (
  { mirror }: Store,
  facts: Pick<FactsMirror, 'facts'>,
  settings: () => Promise<FactSettings>,
): ((today: IsoDate, count: number) => Promise<CallList>) => {
  const talks = mirror.derive(['contacts', 'campaigns'], () => talksByPerson(mirror.loaded('contacts').values(), mirror.loaded('campaigns').values()))
  let participations: { readonly facts: Facts; readonly value: Participations } | null = null
  let kept: { readonly key: string; readonly facts: Facts; readonly candidates: readonly CallCandidate[] } | null = null

  const candidatesOf = async (today: IsoDate, known: TalksByPerson): Promise<readonly CallCandidate[]> => {
    const current = await facts.facts(today, await settings())
    await mirror.load('tasks', 'ties', 'ambassadorships')
    const key = (['contacts', 'campaigns', 'tasks', 'ties', 'ambassadorships'] as const).map(mirror.version).join()
    if (kept?.facts === current && kept.key === key) return kept.candidates
    if (participations?.facts !== current) participations = { facts: current, value: participationsOf(current) }
    const taking = participations.value
    const ties = [...mirror.loaded('ties').values()]
    const guardians = await mirror.some('people', [...new Set([...guardiansByMinor(ties, today).values()].flat())])
    const candidates = callCandidates(
      {
        facts: current,
        participations: taking,
        talks: known,
        tasks: mirror.loaded('tasks').values(),
        ties,
        ambassadorships: mirror.loaded('ambassadorships').values(),
      },
      (id) => {
        const guardian = guardians.get(id)
        return guardian !== undefined && isReachable(guardian)
      },
    )
    kept = { key, facts: current, candidates }
    return candidates
  }

  const toLine = (candidate: CallCandidate, people: ReadonlyMap<string, Person>, known: TalksByPerson, today: IsoDate): CallLine | null => {
    const person = people.get(candidate.personId)
    if (person === undefined || !isReachable(person)) return null
    const about = [...new Set(candidate.reasons.map(({ aboutId }) => aboutId))]
      .filter((id) => id !== person.id)
      .map((id) => people.get(id))
      .filter((other) => other !== undefined)
    const last = known.get(person.id)?.last ?? null
    return {
      person: namedPerson(person),
      phone: person.phones[0]?.number ?? null,
      email: person.emails[0]?.address ?? null,
      reasons: candidate.reasons,
      about: about.map(namedPerson),
      last: last === null ? null : (mirror.loaded('contacts').get(last.id) ?? null),
      detailsAreFresh: areDetailsFresh(person.confirmedOn, today),
    }
  }

  return async (today, count) => {
    const known = await talks()
    const candidates = await candidatesOf(today, known)
    const lines: CallLine[] = []
    for (let from = 0; from < candidates.length && lines.length <= count; from += chunk) {
      const some = candidates.slice(from, from + chunk)
      const ids = new Set<PersonId>(some.flatMap(({ personId, reasons }) => [personId, ...reasons.map(({ aboutId }) => aboutId)]))
      const people = await mirror.some('people', [...ids])
      for (const candidate of some) {
        const line = toLine(candidate, people, known, today)
        if (line !== null) lines.push(line)
      }
    }
    return { lines: lines.slice(0, count), hasMore: lines.length > count }
  }
}
