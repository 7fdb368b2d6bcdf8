import { contributionRate, isRegisterKind, type ContributionRate } from '#domain/calls/contributions'
import { countPromises, taskState, type PromiseCounts, type TaskState } from '#domain/calls/tasks'
import { diffRecord } from '#domain/change'
import { emptyContact, type Contact } from '#domain/contact'
import type { ContactId, EventId, PersonId, TaskId } from '#domain/id'
import { mentions } from '#domain/mentions'
import { addDays, type IsoDate } from '#domain/period'
import { ok, type Result } from '#domain/result'
import { emptyTask, type Task } from '#domain/task'
import type { Tie } from '#domain/tie'
import { namedPerson, type NamedPerson } from '#data/call-list'
import type { ChangeRow } from '#data/database'
import { newId } from '#data/new-id'
import { journalOf, latestFirst, openTasksOf, type NextStep } from '#data/services/calls-service'
import type { Store } from '#data/store'
import type { WriteProblem } from '#data/write'

/** A line of a journal with the people it names. */
export interface JournalLine {
  readonly contact: Contact
  /** Whom it is about; null for an organisation. */
  readonly person: NamedPerson | null
  readonly by: NamedPerson | null
}
/** Everything the association noted about one person. */
export interface PersonJournal {
  /** Latest first. */
  readonly lines: readonly JournalLine[]
  /** Lines of others whose note names her. */
  readonly mentioned: readonly JournalLine[]
  readonly introductions: readonly { readonly tie: Tie; readonly other: NamedPerson; readonly by: NamedPerson | null }[]
  readonly tasks: readonly Task[]
}

/** One thing to do. */
export interface TaskLine {
  readonly task: Task
  readonly state: TaskState
  readonly person: NamedPerson | null
  readonly owner: NamedPerson | null
  readonly eventName: string
}
export interface TaskList {
  /** Late first, then by day; undated last. Done ones: latest first. */
  readonly lines: readonly TaskLine[]
  readonly promises: PromiseCounts
  /** Who has something to do, by name. */
  readonly owners: readonly NamedPerson[]
}

export type ContactFields = Omit<Contact, 'id' | 'deletedAt'>
export type TaskFields = Omit<Task, 'id' | 'deletedAt'>
type Written = Promise<Result<ChangeRow | null, WriteProblem>>

/** The journal of contacts, the tasks that follow, the register of what members give to be read or heard. */
export interface JournalService {
  readonly ofPerson: (id: PersonId) => Promise<PersonJournal>
  /** Creates (`before` null) or changes a line; `next` becomes a task, in the same change. */
  readonly save: (before: Contact | null, fields: ContactFields, next: NextStep | null) => Written
  readonly remove: (contact: Contact) => Written
  /** `done`: those that were done, instead of those to do. */
  readonly tasks: (today: IsoDate, done: boolean) => Promise<TaskList>
  readonly tasksOfEvent: (id: EventId, today: IsoDate) => Promise<readonly TaskLine[]>
  readonly saveTask: (before: Task | null, fields: TaskFields) => Written
  /** `on` null: to be done again. */
  readonly setDone: (task: Task, on: IsoDate | null) => Written
  readonly removeTask: (task: Task) => Written
  /** Testimonies, contributions and talks of members, latest first. */
  readonly register: () => Promise<readonly JournalLine[]>
  readonly contributions: (turn: IsoDate, today: IsoDate) => Promise<ContributionRate | null>
}

const soonDays = 7

export const createJournalService = (store: Store): JournalService => {
  const { mirror } = store
  const peopleOf = async (ids: Iterable<PersonId | null>): Promise<(id: PersonId | null) => NamedPerson | null> => {
    const wanted = [...new Set([...ids].filter((id) => id !== null))]
    const people = await mirror.some('people', wanted)
    return (id) => {
      const person = id === null ? undefined : people.get(id)
      return person === undefined ? null : namedPerson(person)
    }
  }
  const toLines = async (contacts: readonly Contact[]): Promise<readonly JournalLine[]> => {
    const person = await peopleOf(contacts.flatMap(({ personId, byId }) => [personId, byId]))
    return contacts.map((contact) => ({ contact, person: person(contact.personId), by: person(contact.byId) }))
  }
  const toTaskLines = async (tasks: readonly Task[], today: IsoDate): Promise<readonly TaskLine[]> => {
    const [events, person] = await Promise.all([mirror.read('events'), peopleOf(tasks.flatMap(({ personId, ownerId }) => [personId, ownerId]))])
    const soon = addDays(today, soonDays)
    return tasks.map((task) => ({
      task,
      state: taskState(task, today, soon),
      person: person(task.personId),
      owner: person(task.ownerId),
      eventName: task.eventId === null ? '' : (events.get(task.eventId)?.name ?? ''),
    }))
  }
  const writeTask = async (before: Task | null, after: Task): Written => {
    await mirror.load('tasks')
    const edit = diffRecord('tasks', before, after)
    return edit === null ? ok(null) : store.write({ cause: { kind: 'form' }, edits: [edit] })
  }

  return {
    ofPerson: async (id) => {
      const [contacts, ties, tasks] = await Promise.all([mirror.read('contacts'), mirror.read('ties'), mirror.read('tasks')])
      const naming = [...contacts.values()].filter(
        ({ personId, deletedAt, note }) => deletedAt === null && personId !== id && note !== '' && mentions(note, id),
      )
      const introductions = [...ties.values()].filter(
        ({ kind, deletedAt, fromId, toId }) => kind === 'introduction' && deletedAt === null && (fromId === id || toId === id),
      )
      const person = await peopleOf(introductions.flatMap(({ fromId, toId, byId }) => [fromId, toId, byId]))
      return {
        lines: await toLines(journalOf(contacts.values(), id)),
        mentioned: await toLines(naming.toSorted(latestFirst)),
        introductions: introductions
          .toSorted((left, right) => ((left.start ?? '') < (right.start ?? '') ? 1 : -1))
          .flatMap((tie) => {
            const other = person(tie.fromId === id ? tie.toId : tie.fromId)
            return other === null ? [] : [{ tie, other, by: person(tie.byId) }]
          }),
        tasks: openTasksOf(tasks.values(), id),
      }
    },
    save: async (before, fields, next) => {
      await mirror.load('contacts', 'tasks')
      const id = before?.id ?? newId<ContactId>()
      const edits = [
        diffRecord('contacts', before, { ...(before ?? emptyContact(id, fields.on)), ...fields }),
        next === null || next.title.trim() === ''
          ? null
          : diffRecord('tasks', null, {
              ...emptyTask(newId<TaskId>()),
              ...next,
              title: next.title.trim(),
              personId: fields.personId,
              ownerId: fields.byId,
              contactId: id,
            }),
      ].filter((edit) => edit !== null)
      return edits.length === 0 ? ok(null) : store.write({ cause: { kind: 'form' }, edits })
    },
    remove: async (contact) => {
      await mirror.load('contacts')
      const edit = diffRecord('contacts', contact, { ...contact, deletedAt: store.session.now() })
      return edit === null ? ok(null) : store.write({ cause: { kind: 'form' }, edits: [edit] })
    },
    tasks: async (today, done) => {
      const all = [...(await mirror.read('tasks')).values()].filter(({ deletedAt }) => deletedAt === null)
      const shown = all.filter(({ doneOn }) => (doneOn !== null) === done).toSorted(done ? latestDoneFirst : nearestFirst)
      const lines = await toTaskLines(shown, today)
      const owners = new Map(lines.flatMap(({ owner }) => (owner === null ? [] : [[owner.id, owner] as const])))
      return { lines, promises: countPromises(all, today), owners: [...owners.values()] }
    },
    tasksOfEvent: async (id, today) => {
      const tasks = [...(await mirror.read('tasks')).values()].filter(({ eventId, deletedAt }) => eventId === id && deletedAt === null)
      return toTaskLines(tasks.toSorted(nearestFirst), today)
    },
    saveTask: (before, fields) => writeTask(before, { ...(before ?? emptyTask(newId<TaskId>())), ...fields }),
    setDone: (task, on) => writeTask(task, { ...task, doneOn: on }),
    removeTask: (task) => writeTask(task, { ...task, deletedAt: store.session.now() }),
    register: async () => {
      const contacts = [...(await mirror.read('contacts')).values()]
      return toLines(contacts.filter(({ kind, deletedAt }) => deletedAt === null && isRegisterKind(kind)).toSorted(latestFirst))
    },
    contributions: async (turn, today) => contributionRate((await mirror.read('contacts')).values(), turn, today),
  }
}

const nearestFirst = (left: Task, right: Task): number =>
  Number(left.doneOn !== null) - Number(right.doneOn !== null) ||
  compare(left.dueOn ?? '9999', right.dueOn ?? '9999') ||
  Number(right.isPromise) - Number(left.isPromise) ||
  compare(left.id, right.id)

const latestDoneFirst = (left: Task, right: Task): number => compare(right.doneOn ?? '', left.doneOn ?? '') || compare(left.id, right.id)

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
