import type { Ambassadorship } from '#domain/ambassador'
import { callCandidates, type CallCandidate } from '#domain/calls/call-list'
import { participationsOf } from '#domain/calls/participations'
import { talksByPerson } from '#domain/calls/talks'
import type { Campaign } from '#domain/campaign'
import { emptyContact, type Contact } from '#domain/contact'
import type { AmbassadorshipId, ContactId, PersonId, TaskId, TieId } from '#domain/id'
import { emptyTask, type Task } from '#domain/task'
import type { Tie } from '#domain/tie'
import { date, makeId } from '#support/builders'
import { worldFacts, type SmallWorld } from '#support/small-world'

/** A small association with its journal: people are known by their first name. */
export interface CallWorld extends SmallWorld {
  readonly contacts?: readonly Contact[]
  readonly tasks?: readonly Task[]
  readonly ties?: readonly Tie[]
  readonly ambassadorships?: readonly Ambassadorship[]
  readonly campaigns?: readonly Campaign[]
  readonly unreachable?: readonly string[]
}

export const today = '2026-03-12'

export const candidatesOf = (world: CallWorld, on: string = today): readonly CallCandidate[] => {
  const facts = worldFacts(world, on)
  return callCandidates(
    {
      facts,
      participations: participationsOf(facts),
      talks: talksByPerson(world.contacts ?? [], world.campaigns ?? []),
      tasks: world.tasks ?? [],
      ties: world.ties ?? [],
      ambassadorships: world.ambassadorships ?? [],
    },
    (id) => world.unreachable?.includes(id) !== true,
  )
}

/** « Camille : silence, anniversary », line by line. */
export const linesOf = (world: CallWorld, on: string = today): readonly string[] =>
  candidatesOf(world, on).map(({ personId, reasons }) => `${personId} : ${reasons.map(({ kind }) => kind).join(', ')}`)

let made = 0
const next = (): string => makeId(++made)

export const contact = (who: string, on: string, about: Partial<Contact> = {}): Contact => ({
  ...emptyContact(next() as ContactId, date(on)),
  personId: who as PersonId,
  outcome: about.kind === undefined || about.kind === 'call' ? 'reached' : null,
  ...about,
})

export const task = (who: string, dueOn: string | null, about: Partial<Task> = {}): Task => ({
  ...emptyTask(next() as TaskId),
  title: 'Envoyer le programme',
  personId: who as PersonId,
  dueOn: dueOn === null ? null : (date(dueOn) as Task['dueOn']),
  ...about,
})

export const tie = (kind: Tie['kind'], from: string, to: string, end: string | null = null): Tie => ({
  id: next() as TieId,
  kind,
  fromId: from as PersonId,
  toId: to as PersonId,
  start: date('2025-01-01'),
  end: end === null ? null : date(end),
  byId: null,
  note: '',
  deletedAt: null,
})

export const ambassador = (who: string, stage: Ambassadorship['stage'] = 'active'): Ambassadorship => ({
  id: next() as AmbassadorshipId,
  personId: who as PersonId,
  communityId: null,
  stages: { active: date('2025-01-01') },
  stage,
  whyChosen: '',
  whatsInIt: '',
  source: '',
  approachedById: null,
  firstGatheringId: null,
  autonomy: null,
  successorId: null,
  note: '',
  deletedAt: null,
})
