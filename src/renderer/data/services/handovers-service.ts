import { movedToStage } from '#domain/ambassadors/stages'
import { diffRecord, type Edit } from '#domain/change'
import type { Holding } from '#domain/core/holdings'
import { checklistOf, firstSteps, isHoldingStep, withStep } from '#domain/core/handover-steps'
import {
  lastDayOf,
  passedAmbassadorship,
  passedCommunity,
  passedMentoring,
  passedResponsibility,
  passedSeat,
  rolesWith,
  rolesWithout,
} from '#domain/core/passing-on'
import type { HandoverId, PersonId, RolePeriodId, TieId } from '#domain/id'
import type { IsoDate } from '#domain/period'
import type { Person } from '#domain/person'
import type { Handover, HandoverStep } from '#domain/responsibility'
import { ok, type Result } from '#domain/result'
import type { ChangeRow } from '#data/database'
import type { FactsMirror } from '#data/facts-mirror'
import { createHeldDesk, heldTables, type HeldName } from '#data/held-desk'
import { newId } from '#data/new-id'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

export type NamedHolding = Holding & HeldName & { readonly successor: string }
/** Something of the leaver and where it goes. `holding` null: she holds it no more. */
export interface HandoverLine extends HeldName {
  readonly key: string
  readonly holding: NamedHolding | null
  readonly toId: PersonId | null
  readonly to: string
  readonly doneOn: IsoDate | null
  /** Of a responsibility: what the next one must know; '' otherwise. */
  readonly howTo: string
}
export interface HandoverView {
  readonly handover: Handover
  readonly person: Person
  readonly lines: readonly HandoverLine[]
  readonly checklist: readonly (HandoverStep & { readonly to: string })[]
}
export interface HandoverRow {
  readonly handover: Handover
  readonly person: Pick<Person, 'id' | 'firstName' | 'lastName'>
  readonly done: number
  readonly steps: number
}
type Written = Promise<Result<ChangeRow | null, WriteProblem>>

/** What somebody holds, and the passing on of it when she leaves. */
export interface HandoversService {
  readonly holdings: (personId: PersonId, today: IsoDate) => Promise<readonly NamedHolding[]>
  /** Those under way first, then the latest closed. */
  readonly list: () => Promise<readonly HandoverRow[]>
  /** null: no such handover, or its person is gone. */
  readonly view: (id: HandoverId, today: IsoDate) => Promise<HandoverView | null>
  /** The one under way for somebody, if any. */
  readonly openOf: (personId: PersonId) => Promise<HandoverId | null>
  /** Begins one; answers the one under way when there is one. */
  readonly start: (personId: PersonId, today: IsoDate) => Promise<Result<HandoverId, WriteProblem>>
  readonly save: (id: HandoverId, fields: Partial<Pick<Handover, 'leavingOn' | 'note' | 'deletedAt' | 'closedOn'>>) => Written
  /** Changes a step, or begins it: an own step by a new id and its name, something held by its key. */
  readonly setStep: (id: HandoverId, stepId: string, fields: Partial<Omit<HandoverStep, 'id'>>) => Written
  /** An own step taken away. */
  readonly dropStep: (id: HandoverId, stepId: string) => Written
  /** Writes what passing one thing on means in the records, and that it was done; one change, undone at once. */
  readonly pass: (id: HandoverId, passing: { readonly key: string; readonly toId: PersonId; readonly on: IsoDate }) => Written
  /** Ends the roles that were chosen (an ambassador becomes a former one) and closes, in one change. */
  readonly close: (id: HandoverId, closing: { readonly on: IsoDate; readonly roleIds: readonly RolePeriodId[] }) => Written
}

export const createHandoversService = (store: Store, facts: Pick<FactsMirror, 'facts'>): HandoversService => {
  const { mirror } = store
  const desk = createHeldDesk(store, facts)
  const write = async (edits: readonly (Edit | null)[]): Written => {
    const real = edits.filter((edit) => edit !== null)
    return real.length === 0 ? ok(null) : store.write({ cause: { kind: 'form' }, edits: real })
  }
  const change = async (id: HandoverId, next: (before: Handover) => Handover): Written => {
    const before = (await mirror.read('handovers')).get(id)
    return before === undefined ? ok(null) : write([diffRecord('handovers', before, next(before))])
  }
  const named = (holding: Holding, person: Person): NamedHolding => ({
    ...holding,
    ...desk.nameOf(holding.key, person),
    successor: desk.personName(holding.successorId),
  })
  const howToOf = (key: string): string => mirror.loaded('responsibilities').get(key.replace('responsibility:', ''))?.howTo ?? ''
  const openOf = async (personId: PersonId): Promise<HandoverId | null> =>
    [...(await mirror.read('handovers')).values()].find((one) => one.personId === personId && one.closedOn === null && one.deletedAt === null)?.id ??
    null

  return {
    holdings: async (personId, today) => {
      const person = (await mirror.read('people')).get(personId)
      return person === undefined ? [] : (await desk.holdings(person, today)).map((holding) => named(holding, person))
    },
    openOf,
    list: async () => {
      await mirror.load('handovers', 'people')
      const rows = [...mirror.loaded('handovers').values()].flatMap((handover): readonly HandoverRow[] => {
        const person = mirror.loaded('people').get(handover.personId)
        if (handover.deletedAt !== null || person === undefined) return []
        const steps = checklistOf(handover)
        const { id, firstName, lastName } = person
        return [{ handover, person: { id, firstName, lastName }, done: steps.filter(({ doneOn }) => doneOn !== null).length, steps: steps.length }]
      })
      return rows.toSorted((left, right) => ((left.handover.closedOn ?? '9999') < (right.handover.closedOn ?? '9999') ? 1 : -1))
    },
    view: async (id, today) => {
      await mirror.load('handovers', ...heldTables)
      const handover = mirror.loaded('handovers').get(id)
      const person = handover === undefined ? undefined : mirror.loaded('people').get(handover.personId)
      if (handover === undefined || person === undefined || handover.deletedAt !== null) return null
      const holdings = (await desk.holdings(person, today)).map((holding) => named(holding, person))
      const byKey = new Map(holdings.map((holding) => [holding.key, holding]))
      const passed = Object.values(handover.steps).filter((step) => isHoldingStep(step) && step.doneOn !== null && !byKey.has(step.id))
      const lineOf = (key: string, holding: NamedHolding | null): HandoverLine => {
        const step = handover.steps[key]
        const toId = step?.toId ?? holding?.successorId ?? null
        return { key, holding, toId, to: desk.personName(toId), doneOn: step?.doneOn ?? null, howTo: howToOf(key), ...desk.nameOf(key, person) }
      }
      return {
        handover,
        person,
        lines: [...holdings.map((holding) => lineOf(holding.key, holding)), ...passed.map(({ id: key }) => lineOf(key, null))],
        checklist: checklistOf(handover).map((step) => ({ ...step, to: desk.personName(step.toId) })),
      }
    },
    start: async (personId, today) => {
      const known = await openOf(personId)
      if (known !== null) return ok(known)
      const id = newId<HandoverId>()
      const handover: Handover = {
        id,
        personId,
        leavingOn: null,
        startedOn: today,
        closedOn: null,
        steps: firstSteps(),
        note: '',
        deletedAt: null,
      }
      const written = await write([diffRecord('handovers', null, handover)])
      return written.ok ? ok(id) : written
    },
    save: (id, fields) => change(id, (before) => ({ ...before, ...fields })),
    setStep: (id, stepId, fields) => change(id, (before) => withStep(before, stepId, fields)),
    dropStep: (id, stepId) =>
      change(id, (before) => ({ ...before, steps: Object.fromEntries(Object.entries(before.steps).filter(([known]) => known !== stepId)) })),
    pass: async (id, { key, toId, on }) => {
      await mirror.load('handovers', ...heldTables)
      const handover = mirror.loaded('handovers').get(id)
      const person = handover === undefined ? undefined : mirror.loaded('people').get(handover.personId)
      if (handover === undefined || person === undefined || toId === person.id) return ok(null)
      const holding = (await desk.holdings(person, on)).find((one) => one.key === key)
      if (holding === undefined) return ok(null)
      const step = diffRecord('handovers', handover, withStep(handover, key, { toId, doneOn: on }))
      return write([...passedRecords(holding, { fromId: person.id, toId, on }), step])
    },
    close: async (id, { on, roleIds }) => {
      await mirror.load('handovers', 'people', 'ambassadorships')
      const handover = mirror.loaded('handovers').get(id)
      const person = handover === undefined ? undefined : mirror.loaded('people').get(handover.personId)
      if (handover === undefined || person === undefined) return ok(null)
      const ended = new Set(roleIds)
      const endsAmbassador = roleIds.some((roleId) => (person.roles[roleId]?.kind as string | undefined) === 'ambassador')
      const formers = [...mirror.loaded('ambassadorships').values()]
        .filter(({ personId, deletedAt, stage }) => endsAmbassador && personId === person.id && deletedAt === null && stage !== 'former')
        .map((one) => diffRecord('ambassadorships', one, movedToStage(one, 'former', on)))
      return write([
        diffRecord('handovers', handover, { ...handover, closedOn: on }),
        diffRecord('people', person, { ...person, roles: rolesWithout(person.roles, ended, on) }),
        ...formers,
      ])
    },
  }

  /** The edits that passing one thing on makes; none for what is passed on by word of mouth (a partner, a place at an event). */
  function passedRecords(
    holding: Holding,
    passing: { readonly fromId: PersonId; readonly toId: PersonId; readonly on: IsoDate },
  ): readonly (Edit | null)[] {
    const of = <Name extends (typeof heldTables)[number]>(table: Name, recordId: string) => mirror.loaded(table).get(recordId)
    if (holding.kind === 'responsibility') {
      const before = of('responsibilities', holding.responsibilityId)
      return before === undefined ? [] : [diffRecord('responsibilities', before, passedResponsibility(before, passing))]
    }
    if (holding.kind === 'community') {
      const before = of('communities', holding.communityId)
      return before === undefined ? [] : [diffRecord('communities', before, passedCommunity(before, passing))]
    }
    if (holding.kind === 'seat') {
      const before = of('communities', holding.communityId)
      return before === undefined ? [] : [diffRecord('communities', before, passedSeat(before, holding.seatId, passing, newId()))]
    }
    if (holding.kind === 'mentoring') {
      const before = of('ties', holding.tieId)
      if (before === undefined || before.toId === passing.toId) return []
      const [ended, begun] = passedMentoring(before, passing, newId<TieId>())
      return [diffRecord('ties', before, ended), diffRecord('ties', null, begun)]
    }
    if (holding.kind === 'ambassador') {
      const before = of('ambassadorships', holding.ambassadorshipId)
      return before === undefined ? [] : [diffRecord('ambassadorships', before, passedAmbassadorship(before, passing))]
    }
    if (holding.kind === 'task' || holding.kind === 'promise') {
      const before = of('tasks', holding.taskId)
      return before === undefined ? [] : [diffRecord('tasks', before, { ...before, ownerId: passing.toId })]
    }
    if (holding.kind === 'role') {
      const leaver = of('people', passing.fromId)
      const successor = of('people', passing.toId)
      if (leaver === undefined || successor === undefined) return []
      const held = leaver.roles[holding.rolePeriodId]
      const ended = held === undefined ? leaver.roles : { ...leaver.roles, [held.id]: { ...held, end: lastDayOf(held, passing.on) } }
      return [
        diffRecord('people', leaver, { ...leaver, roles: ended }),
        diffRecord('people', successor, { ...successor, roles: rolesWith(successor.roles, holding.role, passing.on, newId<RolePeriodId>()) }),
      ]
    }
    return []
  }
}
