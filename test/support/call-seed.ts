import type { Ambassadorship } from '#domain/ambassador'
import { emptyContact, type Contact } from '#domain/contact'
import type { AmbassadorshipId, ContactId, PersonId, RoleKindId, TaskId } from '#domain/id'
import { emptyTask, type Task } from '#domain/task'
import { date, eventId, makeEvent, makeId, makePerson, makeRole, makeSheet, personId, roleId, rolesById } from '#support/builders'
import { day } from '#support/small-world'
import type { Seed } from '#support/seed-profile'

/** An invented association on 12 March 2026, with somebody to call for each of the usual reasons. */
export const callDay = '2026-03-12'

const phone = (last: string) => [{ number: `+3361234567${last}`, label: 'mobile' }] as const
const role = (number: number, kind: string, start: string, end: string | null = null) =>
  makeRole({ id: roleId(number), kind: kind as RoleKindId, start: date(start), end: end === null ? null : date(end) })

export const people = [
  makePerson({
    id: personId(1),
    firstName: 'Aïcha',
    lastName: 'Benali',
    phones: phone('1'),
    emails: [{ address: 'aicha@exemple.fr', label: 'home' }],
    skills: ['comptabilité'],
    roles: rolesById(role(1, 'volunteer', '2023-09-01')),
    confirmedOn: date('2023-01-10'),
  }),
  makePerson({ id: personId(2), firstName: 'Bruno', lastName: 'Castel', phones: phone('2'), roles: rolesById(role(2, 'ambassador', '2024-01-15')) }),
  makePerson({ id: personId(3), firstName: 'Chloé', lastName: 'Durand', phones: phone('3') }),
  makePerson({
    id: personId(4),
    firstName: 'David',
    lastName: 'Evrard',
    phones: phone('4'),
    joinedOn: date('2021-03-14'),
    roles: rolesById(role(4, 'volunteer', '2021-03-14')),
  }),
  makePerson({ id: personId(5), firstName: 'Emma', lastName: 'Faure', phones: phone('5') }),
  makePerson({
    id: personId(6),
    firstName: 'Farid',
    lastName: 'Gomez',
    emails: [{ address: 'farid@exemple.fr', label: 'home' }],
    roles: rolesById(role(6, 'mentee', '2023-09-01', '2024-06-30')),
  }),
  makePerson({
    id: personId(7),
    firstName: 'Gaëlle',
    lastName: 'Hamon',
    phones: phone('7'),
    doNotContact: true,
    joinedOn: date('2021-03-14'),
    roles: rolesById(role(7, 'volunteer', '2021-03-14')),
  }),
  makePerson({ id: personId(8), firstName: 'Hugo', lastName: 'Iribarne', phones: phone('8') }),
]

/** Emma came every month, then no more; Chloé came once, a month ago. */
const days: readonly (readonly [string, readonly PersonId[]])[] = [
  ['2025-08-10', [personId(5)]],
  ['2025-09-10', [personId(5)]],
  ['2025-10-10', [personId(5)]],
  ['2026-02-10', [personId(3)]],
]
const events = days.map(([on], index) => makeEvent({ id: eventId(index + 1), name: `Atelier CV ${index + 1}`, date: date(on) }))
const attendance = days.map(([, came], index) =>
  makeSheet(eventId(index + 1), Object.fromEntries(came.map((id) => [id, { status: 'present', hours: null } as const]))),
)

const promise: Task = {
  ...emptyTask(makeId(801) as TaskId),
  title: 'Envoyer l’attestation de bénévolat',
  isPromise: true,
  dueOn: day('2026-03-10'),
  personId: personId(1),
}
const callBack: Contact = {
  ...emptyContact(makeId(802) as ContactId, date('2026-02-20')),
  personId: personId(8),
  outcome: 'call-back',
  note: 'Au travail, rappelle dès que possible.',
}
const ambassadorship: Ambassadorship = {
  id: makeId(803) as AmbassadorshipId,
  personId: personId(2),
  communityId: null,
  stages: { active: date('2024-01-15') },
  stage: 'active',
  whyChosen: 'Connaît tout le quartier',
  whatsInIt: 'Rencontrer d’autres entrepreneurs',
  source: '',
  approachedById: null,
  firstGatheringId: null,
  autonomy: null,
  successorId: null,
  note: '',
  deletedAt: null,
}

export const callSeed: Seed = { people, events, attendance, tasks: [promise], contacts: [callBack], ambassadorships: [ambassadorship] }
