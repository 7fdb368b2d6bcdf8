import { describe, expect, test } from 'vitest'
import type { AttendanceSheet } from '#domain/attendance'
import { balanceOf, meetingsOf } from '#domain/communities/meetings'
import type { CommunityMembers } from '#domain/community'
import { buildFactColumns } from '#domain/indicators/fact-columns'
import type { IsoDate, Period } from '#domain/period'
import { builtInRoleKinds } from '#domain/role'
import type { RoleKindId } from '#domain/id'
import { communityId, date, eventId, makeCommunity, makeEvent, makePerson, makeRole, makeSheet, personId, rolesById } from '#support/builders'

const year: Period = { start: '2025-01-01' as IsoDate, end: '2025-12-31' as IsoDate }
const north = makeCommunity({ id: communityId(1) })
const club = makeCommunity({ id: communityId(2), name: 'Club auto', kind: 'club', parentId: north.id })
const companies = makeCommunity({ id: communityId(3), name: 'Entreprises' })
const communities = new Map([north, club, companies].map((one) => [one.id, one]))
const still = { start: null, end: null }
const members = new Map<string, CommunityMembers>([
  [north.id, { id: north.id, people: { [personId(1)]: still, [personId(2)]: { start: date('2025-06'), end: null } }, organisations: {} }],
  [club.id, { id: club.id, people: { [personId(3)]: still }, organisations: {} }],
  [companies.id, { id: companies.id, people: { [personId(4)]: still, [personId(5)]: still }, organisations: {} }],
])
const staff = rolesById(makeRole({ kind: 'employee' as string as RoleKindId, start: date('2020') }))
const here = { status: 'present' as const, hours: null }
const online = { status: 'online' as const, hours: null }
const came = (...people: readonly number[]) => Object.fromEntries(people.map((number) => [personId(number), here]))

const columns = (events: readonly Parameters<typeof makeEvent>[0][], sheets: readonly AttendanceSheet[]) =>
  buildFactColumns({
    people: [1, 2, 3, 4].map((number) => makePerson({ id: personId(number) })).concat(makePerson({ id: personId(5), roles: staff })),
    roleKinds: builtInRoleKinds,
    events: events.map((event) => makeEvent(event)),
    sheets,
    hours: [],
  })

describe('les rencontres d’une communauté', () => {
  test('il en faut deux membres, ceux des groupes à l’intérieur compris, membres ce jour-là, et présents', () => {
    const facts = columns(
      [
        { id: eventId(1), date: date('2025-03-01') },
        { id: eventId(2), date: date('2025-07-01'), format: 'online' },
        { id: eventId(3), date: date('2025-08-01') },
        { id: eventId(4), date: date('2024-12-31') },
        { id: eventId(5), date: date('2025-09-01') },
      ],
      [
        // In March, number 2 is not a member yet.
        makeSheet(eventId(1), came(1, 2)),
        makeSheet(eventId(2), { ...came(1), [personId(2)]: online }),
        makeSheet(eventId(3), came(1, 3)),
        makeSheet(eventId(4), came(1, 3)),
        makeSheet(eventId(5), { ...came(1), [personId(3)]: { status: 'absent' as const, hours: null } }),
      ],
    )
    const meetings = meetingsOf(facts, { communities, members }, north.id, year)
    expect(meetings.map((one) => [one.eventId, one.members, one.online])).toEqual([
      [eventId(3), 2, 0],
      [eventId(2), 2, 1],
    ])
    expect(balanceOf(meetings)).toEqual({
      meetings: 2,
      byFormat: { 'in-person': 1, online: 1, mixed: 0 },
      comings: 4,
      onlineComings: 1,
      encounters: 0,
    })
  })
  test('une autre communauté s’y mêle quand une personne d’ailleurs est venue ; ni la salariée, ni le groupe à l’intérieur ne comptent', () => {
    const facts = columns(
      [1, 2, 3].map((number) => ({ id: eventId(number), date: date(`2025-0${number + 6}-01`) })),
      [makeSheet(eventId(1), came(1, 2, 4)), makeSheet(eventId(2), came(1, 2, 5)), makeSheet(eventId(3), came(1, 2, 3))],
    )
    const meetings = meetingsOf(facts, { communities, members }, north.id, year)
    expect(meetings.filter(({ isEncounter }) => isEncounter).map((one) => one.eventId)).toEqual([eventId(1)])
    // Seen from the other side, a single person of the companies came: no meeting of theirs.
    expect(meetingsOf(facts, { communities, members }, companies.id, year)).toEqual([])
  })
})
