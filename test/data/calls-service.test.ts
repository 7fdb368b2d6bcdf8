import { beforeEach, describe, expect, test } from 'vitest'
import { diffRecord } from '#domain/change'
import { emptyContact, type Contact } from '#domain/contact'
import type { ContactId, PersonId, TaskId, TieId } from '#domain/id'
import { writtenMention } from '#domain/mentions'
import type { Person } from '#domain/person'
import type { RecordByTable, TableName } from '#domain/tables'
import { emptyTask, type Task } from '#domain/task'
import { createFactsMirror } from '#data/facts-mirror'
import { createCallsService, type CallLog, type CallsService } from '#data/services/calls-service'
import { createChangesService, type ChangesService } from '#data/services/changes-service'
import { createJournalService, type JournalService } from '#data/services/journal-service'
import type { Store } from '#data/store'
import { createUndoSteps } from '#data/undo-steps'
import { date, makeEvent, makeId, makePerson, makeRole, makeSheet, personId, rolesById } from '#support/builders'
import { openTestStore } from '#support/data-world'
import { day } from '#support/small-world'

const today = day('2026-03-12')
const phones = [{ number: '+33612345678', label: 'mobile' }] as const
const camille = makePerson({ id: personId(1), phones })
const elodie = makePerson({ id: personId(2), firstName: 'Élodie', lastName: 'Abadie', phones })
const noPhone = makePerson({ id: personId(3), firstName: 'Yanis', lastName: 'Morel' })
const promiseTo = (person: Person, number: number): Task => ({
  ...emptyTask(makeId(number) as TaskId),
  title: 'Envoyer l’attestation',
  isPromise: true,
  dueOn: today,
  personId: person.id,
})
const talk = (person: Person, change: Partial<CallLog> = {}): CallLog => ({
  personId: person.id,
  on: today,
  kind: 'call',
  outcome: 'reached',
  note: '',
  byId: null,
  next: null,
  done: [],
  about: [],
  ...change,
})

let store: Store
let calls: CallsService
let journal: JournalService
let changes: ChangesService
beforeEach(async () => {
  store = await openTestStore()
  calls = createCallsService(store, createFactsMirror(store))
  journal = createJournalService(store)
  changes = createChangesService(store, createUndoSteps(store))
  await keep('people', camille, elodie, noPhone)
  return () => store.database.close()
})

describe('la liste des appels', () => {
  test('ne montre que des personnes joignables, et dit s’il y en a d’autres', async () => {
    await keep('tasks', promiseTo(camille, 11), promiseTo(noPhone, 12), promiseTo(elodie, 13))
    const list = await calls.list(today, 1)
    expect(list.lines.map(({ person, phone }) => [person.firstName, phone])).toEqual([['Camille', '+33612345678']])
    expect(list.hasMore).toBe(true)
    const all = await calls.list(today, 10)
    expect(all.lines.map(({ person }) => person.firstName)).toEqual(['Camille', 'Élodie'])
    expect(all.hasMore).toBe(false)
  })

  test('un appel noté retire la personne, garde la promesse tenue, et un seul « annuler » reprend tout', async () => {
    const promise = promiseTo(camille, 11)
    await keep('tasks', promise)
    await calls.log(
      talk(camille, {
        done: [promise.id],
        note: ' Très contente ',
        next: { title: 'L’inviter au dîner', dueOn: day('2026-04-01'), isPromise: false },
      }),
    )
    expect((await calls.list(today, 10)).lines).toEqual([])
    const { lines, tasks } = await journal.ofPerson(camille.id)
    expect(lines.map(({ contact }) => [contact.kind, contact.outcome, contact.note, contact.on])).toEqual([
      ['call', 'reached', 'Très contente', today],
    ])
    expect(tasks.map(({ title, dueOn, contactId }) => [title, dueOn, contactId])).toEqual([
      ['L’inviter au dîner', '2026-04-01', lines[0]?.contact.id],
    ])
    expect((await journal.tasks(today, true)).promises).toEqual({ kept: 1, keptLate: 0, broken: 0, open: 0 })

    await changes.undo()
    expect((await calls.list(today, 10)).lines).toHaveLength(1)
    expect((await journal.ofPerson(camille.id)).lines).toEqual([])
    expect((await journal.tasks(today, false)).promises.open).toBe(1)
  })

  test('« ne plus appeler » suffit à ne plus être proposé, et peut aller jusqu’à « ne pas contacter »', async () => {
    await keep('tasks', promiseTo(camille, 11))
    await calls.log(talk(camille, { outcome: 'stop' }))
    expect((await calls.list(day('2027-03-12'), 10)).lines).toEqual([])
    await calls.setDoNotContact(camille.id)
    expect((await store.mirror.read('people')).get(camille.id)?.doNotContact).toBe(true)
  })

  test('suit les présences et les fiches au fil des changements', async () => {
    await keep('events', makeEvent({ date: date('2026-02-01') }))
    await keep('attendance', makeSheet(makeEvent().id, { [elodie.id]: { status: 'present', hours: null } }))
    expect((await calls.list(today, 10)).lines.map(({ reasons: [first] }) => first.kind)).toEqual(['newcomer'])
    await change('people', elodie, { ...elodie, phones: [] })
    expect((await calls.list(today, 10)).lines).toEqual([])
  })

  test('pour un mineur, l’adulte est appelé, et la fiche du mineur garde la trace de l’appel', async () => {
    const child = makePerson({ id: personId(4), firstName: 'Tom', lastName: 'Durand', birthDate: date('2013-05-01') })
    await keep('people', child)
    await keep('ties', {
      id: makeId(50) as TieId,
      kind: 'guardian',
      fromId: camille.id,
      toId: child.id,
      start: null,
      end: null,
      byId: null,
      note: '',
      deletedAt: null,
    })
    await keep('tasks', promiseTo(child, 11))
    const [line] = (await calls.list(today, 10)).lines
    expect([line?.person.id, line?.about.map(({ firstName }) => firstName)]).toEqual([camille.id, ['Tom']])
    await calls.log(talk(camille, { about: [child.id] }))
    expect((await journal.ofPerson(child.id)).mentioned.map(({ person }) => person?.id)).toEqual([camille.id])
  })

  test('le script réunit rôles, dernières venues, journal et ce qui reste à faire', async () => {
    const events = [1, 2, 3, 4].map((month) =>
      makeEvent({ id: makeId(100 + month) as ReturnType<typeof makeEvent>['id'], name: `Atelier ${month}`, date: date(`2025-0${month}-01`) }),
    )
    await keep('events', ...events)
    await keep(
      'attendance',
      ...events.map(({ id }) => makeSheet(id, { [camille.id]: { status: id === events[3]?.id ? 'absent' : 'present', hours: null } })),
    )
    await change('people', camille, { ...camille, roles: rolesById(makeRole()), skills: ['comptabilité'] })
    await keep('tasks', promiseTo(camille, 11))
    const met = { kind: 'introduction', start: null, end: null, byId: null, note: '', deletedAt: null } as const
    await keep('ties', { ...met, id: makeId(52) as TieId, fromId: camille.id, toId: noPhone.id })
    await calls.log(talk(elodie))
    await calls.log(talk(camille, { on: day('2026-01-01') }))
    const script = await calls.script(camille.id, today)
    expect(script?.roles).toEqual(['volunteer'])
    expect(script?.events.map(({ name }) => name)).toEqual(['Atelier 3', 'Atelier 2', 'Atelier 1'])
    expect(script?.journal).toHaveLength(1)
    expect(script?.introduced.map(({ firstName }) => firstName)).toEqual(['Yanis'])
    expect(script?.tasks.map(({ title }) => title)).toEqual(['Envoyer l’attestation'])
    expect(await calls.script('inconnue' as PersonId, today)).toBeNull()
  })
})

describe('le journal', () => {
  const entry = (fields: Partial<Contact>): Contact => ({ ...emptyContact(makeId(900) as ContactId, today), personId: camille.id, ...fields })

  test('s’ajoute, se modifie et se retire, chaque fois avec un retour possible', async () => {
    const { id: _, deletedAt: __, ...fields } = entry({ kind: 'thanks', title: 'Carte', outcome: null })
    await journal.save(null, fields, null)
    const [line] = (await journal.ofPerson(camille.id)).lines
    if (line === undefined) throw new Error('no line')
    await journal.save(line.contact, { ...fields, title: 'Carte et livre' }, { title: 'Prendre des nouvelles', dueOn: null, isPromise: false })
    expect((await journal.ofPerson(camille.id)).lines.map(({ contact }) => contact.title)).toEqual(['Carte et livre'])
    expect((await journal.ofPerson(camille.id)).tasks).toHaveLength(1)
    const [changed] = (await journal.ofPerson(camille.id)).lines
    await journal.remove(changed?.contact ?? line.contact)
    expect((await journal.ofPerson(camille.id)).lines).toEqual([])
    await changes.undo()
    expect((await journal.ofPerson(camille.id)).lines).toHaveLength(1)
  })

  test('montre les mises en relation, et les notes des autres qui nomment la personne', async () => {
    await keep('ties', {
      id: makeId(51) as TieId,
      kind: 'introduction',
      fromId: elodie.id,
      toId: camille.id,
      start: date('2026-01'),
      end: null,
      byId: noPhone.id,
      note: '',
      deletedAt: null,
    })
    await keep('contacts', entry({ personId: elodie.id, note: `Viendra avec ${writtenMention('Camille Durand', camille.id)}` }))
    const { introductions, mentioned, lines } = await journal.ofPerson(camille.id)
    expect(introductions.map(({ other, by }) => [other.firstName, by?.firstName])).toEqual([['Élodie', 'Yanis']])
    expect(mentioned.map(({ person }) => person?.firstName)).toEqual(['Élodie'])
    expect(lines).toEqual([])
  })

  test('le registre ne tient que témoignages, contributions et interventions', async () => {
    const kinds = ['testimony', 'call', 'contribution', 'thanks', 'speaking'] as const
    await keep('contacts', ...kinds.map((kind, index) => entry({ id: makeId(901 + index) as ContactId, kind, on: date(`2026-01-0${index + 1}`) })))
    expect((await journal.register()).map(({ contact }) => contact.kind)).toEqual(['speaking', 'contribution', 'testimony'])
    expect((await journal.contributions(day('2026-01-03'), today))?.after.count).toBe(2)
  })
})

describe('à faire', () => {
  test('les retards d’abord, ce qui n’a pas de date à la fin, et qui s’en charge', async () => {
    const some = (number: number, dueOn: string | null, change: Partial<Task> = {}): Task => ({
      ...emptyTask(makeId(number) as TaskId),
      title: `n° ${number}`,
      dueOn: dueOn === null ? null : day(dueOn),
      ...change,
    })
    const undated = some(21, null, { ownerId: elodie.id })
    await keep('tasks', undated, some(22, '2026-03-20'), some(23, '2026-03-01', { eventId: makeEvent().id }), some(24, '2026-03-12'))
    const { lines, owners } = await journal.tasks(today, false)
    expect(lines.map(({ task, state }) => [task.title, state])).toEqual([
      ['n° 23', 'late'],
      ['n° 24', 'due'],
      ['n° 22', 'later'],
      ['n° 21', 'undated'],
    ])
    expect(owners.map(({ firstName }) => firstName)).toEqual(['Élodie'])
    expect((await journal.tasksOfEvent(makeEvent().id, today)).map(({ task }) => task.title)).toEqual(['n° 23'])
    await journal.setDone(undated, today)
    expect((await journal.tasks(today, true)).lines.map(({ task, state }) => [task.title, state])).toEqual([['n° 21', 'done']])
    await changes.undo()
    expect((await journal.tasks(today, false)).lines).toHaveLength(4)
  })
})

test('vérifier des coordonnées les rend fraîches et retrouve qui était perdu de vue', async () => {
  await calls.setLostContact(camille.id, true)
  expect((await calls.freshness(today)).lost).toEqual([camille.id])
  await calls.confirmDetails(camille.id, today)
  const found = await calls.freshness(today)
  expect([found.fresh, found.lost, found.all.length]).toEqual([[camille.id], [], 3])
})

const keep = async <Name extends TableName>(table: Name, ...records: readonly RecordByTable[Name][]): Promise<void> => {
  const edits = records.map((record) => diffRecord(table, null, record)).filter((edit) => edit !== null)
  const written = await store.write({ cause: { kind: 'form' }, edits })
  if (!written.ok) throw new Error(`Not kept: ${written.error.kind}`)
}
const change = async <Name extends TableName>(table: Name, before: RecordByTable[Name], after: RecordByTable[Name]): Promise<void> => {
  const edit = diffRecord(table, before, after)
  if (edit !== null) await store.write({ cause: { kind: 'form' }, edits: [edit] })
}
