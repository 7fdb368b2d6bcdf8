import { freshnessOf, type Freshness } from '#domain/calls/freshness'
import type { Ambassadorship } from '#domain/ambassador'
import { diffRecord, type Edit } from '#domain/change'
import { emptyContact, type Contact, type ContactKind, type ContactOutcome } from '#domain/contact'
import type { ContactId, PersonId, RoleKindId, TaskId } from '#domain/id'
import type { IsoDate, PartialDate } from '#domain/period'
import { fullName, type Person } from '#domain/person'
import { failed, ok, type Result } from '#domain/result'
import { emptyTask, type Task } from '#domain/task'
import { writtenMention } from '#domain/mentions'
import { createCallList, namedPerson, type CallList, type NamedPerson } from '#data/call-list'
import type { ChangeRow } from '#data/database'
import type { FactsMirror } from '#data/facts-mirror'
import { newId } from '#data/new-id'
import { attendanceOf, type PersonAttendance } from '#data/people-activity'
import { rolesHeldOn } from '#data/people-row'
import { createSettingsService } from '#data/services/settings-service'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

/** What the volunteer has before her eyes while she calls. */
export interface CallScript {
  readonly person: Person
  readonly roles: readonly RoleKindId[]
  /** The journal, latest first. */
  readonly journal: readonly Contact[]
  readonly tasks: readonly Task[]
  /** The last events she came to, latest first. */
  readonly events: readonly PersonAttendance[]
  /** What an ambassador expects, when she is one. */
  readonly ambassadorship: Ambassadorship | null
  /** People introduced to her. */
  readonly introduced: readonly NamedPerson[]
}

/** A next step decided at the end of a talk. */
export interface NextStep {
  readonly title: string
  readonly dueOn: IsoDate | null
  readonly isPromise: boolean
}
/** How a talk went. */
export interface CallLog {
  readonly personId: PersonId
  readonly on: IsoDate
  readonly kind: ContactKind
  readonly outcome: ContactOutcome
  readonly note: string
  readonly byId: PersonId | null
  readonly next: NextStep | null
  /** Promises and tasks that this talk settled. */
  readonly done: readonly TaskId[]
  /** The minors it was about, when their guardian was called: named in the note, so that their pages show it. */
  readonly about: readonly PersonId[]
}

type Written = Promise<Result<ChangeRow | null, WriteProblem>>

/** À qui parler aujourd'hui: the list, the script, the log; and whether details can be trusted. */
export interface CallsService {
  readonly list: (today: IsoDate, count: number) => Promise<CallList>
  readonly script: (id: PersonId, today: IsoDate) => Promise<CallScript | null>
  /** The talk, its next step and what it settled, in one change. */
  readonly log: (log: CallLog) => Written
  readonly setDoNotContact: (id: PersonId) => Written
  readonly confirmDetails: (id: PersonId, on: PartialDate | null) => Written
  readonly setLostContact: (id: PersonId, lost: boolean) => Written
  readonly freshness: (today: IsoDate) => Promise<Freshness>
}

const mostEvents = 3

export const createCallsService = (store: Store, facts: Pick<FactsMirror, 'facts' | 'columns'>): CallsService => {
  const { mirror } = store
  const settings = createSettingsService(store)
  const changePerson = async (id: PersonId, change: (person: Person) => Partial<Person>): Written => {
    const person = (await mirror.read('people')).get(id)
    if (person === undefined) return failed({ kind: 'conflict', conflicts: [] })
    const edit = diffRecord('people', person, { ...person, ...change(person) })
    return edit === null ? ok(null) : store.write({ cause: { kind: 'form' }, edits: [edit] })
  }

  return {
    list: createCallList(store, facts, settings.get),
    script: async (id, today) => {
      const person = (await mirror.some('people', [id])).get(id)
      if (person === undefined) return null
      const [contacts, tasks, ties, ambassadorships, kinds] = await Promise.all([
        mirror.read('contacts'),
        mirror.read('tasks'),
        mirror.read('ties'),
        mirror.read('ambassadorships'),
        mirror.read('roleKinds'),
      ])
      const introducedIds = [...ties.values()]
        .filter(({ kind, deletedAt, fromId, toId }) => kind === 'introduction' && deletedAt === null && (fromId === id || toId === id))
        .map(({ fromId, toId }) => (fromId === id ? toId : fromId))
      const introduced = await mirror.some('people', introducedIds)
      return {
        person,
        roles: rolesHeldOn(person, today, new Map([...kinds.values()].map((kind) => [kind.id, kind.order]))),
        journal: journalOf(contacts.values(), id),
        tasks: openTasksOf(tasks.values(), id),
        events: attendanceOf(await facts.columns(), id)
          .filter(({ date, status }) => date !== null && date <= (today as string) && came.has(status))
          .toSorted((left, right) => ((left.date ?? '') < (right.date ?? '') ? 1 : -1))
          .slice(0, mostEvents),
        ambassadorship: [...ambassadorships.values()].find(({ personId, deletedAt }) => personId === id && deletedAt === null) ?? null,
        introduced: pick(introduced, introducedIds)
          .filter(({ deletedAt }) => deletedAt === null)
          .map(namedPerson),
      }
    },
    log: async (log) => {
      const about = await mirror.some('people', log.about)
      const [tasks] = await Promise.all([mirror.read('tasks'), mirror.load('contacts')])
      return store.write({ cause: { kind: 'form' }, edits: editsOfLog(log, about, tasks) })
    },
    setDoNotContact: (id) => changePerson(id, () => ({ doNotContact: true })),
    confirmDetails: (id, on) =>
      changePerson(id, ({ lostContact }) => (on !== null && lostContact === true ? { confirmedOn: on, lostContact: false } : { confirmedOn: on })),
    setLostContact: (id, lost) => changePerson(id, () => ({ lostContact: lost })),
    freshness: async (today) => freshnessOf((await mirror.read('people')).values(), today),
  }
}

const came: ReadonlySet<string> = new Set(['present', 'online', 'walk-in'])

/** `some` may answer more than was asked: only those. */
const pick = (people: ReadonlyMap<string, Person>, ids: readonly PersonId[]): readonly Person[] =>
  ids.map((id) => people.get(id)).filter((person) => person !== undefined)

/** The lines of one person, latest first; of one day, the last noted first. */
export const journalOf = (contacts: Iterable<Contact>, id: PersonId): readonly Contact[] =>
  [...contacts].filter(({ personId, deletedAt }) => personId === id && deletedAt === null).toSorted(latestFirst)

export const latestFirst = (left: Contact, right: Contact): number =>
  left.on === right.on ? (left.id < right.id ? 1 : -1) : left.on < right.on ? 1 : -1

/** What is still to be done about one person, the nearest day first. */
export const openTasksOf = (tasks: Iterable<Task>, id: PersonId): readonly Task[] =>
  [...tasks]
    .filter(({ personId, doneOn, deletedAt }) => personId === id && doneOn === null && deletedAt === null)
    .toSorted((left, right) => ((left.dueOn ?? '9999') < (right.dueOn ?? '9999') ? -1 : 1))

const editsOfLog = (log: CallLog, about: ReadonlyMap<string, Person>, tasks: ReadonlyMap<string, Task>): readonly Edit[] => {
  const { personId, on, kind, outcome, byId, next } = log
  const contactId = newId<ContactId>()
  const named = pick(about, log.about).map((person) => writtenMention(fullName(person), person.id))
  const note = [log.note.trim(), ...named].filter((part) => part !== '').join('\n')
  const step = next === null || next.title.trim() === '' ? null : { ...next, title: next.title.trim() }
  return [
    diffRecord('contacts', null, { ...emptyContact(contactId, on), personId, kind, outcome, byId, note }),
    step === null ? null : diffRecord('tasks', null, { ...emptyTask(newId<TaskId>()), ...step, personId, ownerId: byId, contactId }),
    ...log.done.map((id) => {
      const task = tasks.get(id)
      return task === undefined ? null : diffRecord('tasks', task, { ...task, doneOn: on })
    }),
  ].filter((edit) => edit !== null)
}
