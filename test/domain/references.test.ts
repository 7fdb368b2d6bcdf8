import { expect, test } from 'vitest'
import type { AttendanceSheet } from '#domain/attendance'
import { emptyCommunity } from '#domain/community'
import { emptyContact } from '#domain/contact'
import type { CommunityId, ContactId, EventId, PersonId, TerritoryId, TieId } from '#domain/id'
import { referencesOf, repointed, withoutReferences } from '#domain/references'
import type { Tie } from '#domain/tie'
import { date } from '#support/builders'

const camille = 'camille' as PersonId
const denis = 'denis' as PersonId
const call = { ...emptyContact('c1' as ContactId, date('2026-03-02')), personId: camille, byId: denis }
const tie: Tie = {
  id: 't1' as TieId,
  kind: 'acquaintance',
  fromId: camille,
  toId: denis,
  start: null,
  end: null,
  byId: null,
  note: '',
  deletedAt: null,
}
const present = { status: 'present', hours: 2 } as const
const absent = { status: 'absent', hours: null } as const
const sheet: AttendanceSheet = { id: 'e1' as EventId, entries: { [camille]: present, [denis]: absent } }
const board = {
  ...emptyCommunity('k1' as CommunityId),
  territoryId: 'nord' as TerritoryId,
  seats: { s1: { id: 's1', title: 'présidente', personId: camille, start: date('2024'), end: null } },
}

test('un échange parle de la personne et de qui l’a appelée', () => {
  expect(referencesOf('contacts', call)).toEqual(['people/camille', 'people/denis'])
  expect(referencesOf('attendance', sheet)).toEqual(['events/e1', 'people/camille', 'people/denis'])
  expect(referencesOf('communities', board)).toEqual(['territories/nord', 'people/camille'])
})

test('sans la personne, l’échange et le lien s’en vont ; sans l’appelant, l’échange reste', () => {
  expect(withoutReferences('contacts', call, new Set(['people/camille']))).toBeNull()
  expect(withoutReferences('ties', tie, new Set(['people/denis']))).toBeNull()
  expect(withoutReferences('contacts', call, new Set(['people/denis']))).toEqual({ ...call, byId: null })
})

test('sans la personne, la feuille garde les autres et le siège reste vide', () => {
  expect(withoutReferences('attendance', sheet, new Set(['people/camille']))?.entries).toEqual({ denis: absent })
  expect(withoutReferences('communities', board, new Set(['people/camille']))?.seats['s1']).toMatchObject({ title: 'présidente', personId: null })
})

test('ce qui parlait d’une fiche parle de l’autre ; deux présences au même événement n’en font qu’une', () => {
  expect(repointed('ties', tie, 'people', [denis, 'emma'])).toEqual({ ...tie, toId: 'emma' })
  expect(repointed('attendance', sheet, 'people', [camille, denis]).entries).toEqual({ denis: absent })
  expect(repointed('attendance', sheet, 'people', [camille, denis], (_, other) => other).entries).toEqual({ denis: present })
  expect(repointed('communities', board, 'people', [camille, denis]).seats['s1']?.personId).toBe(denis)
  expect(repointed('contacts', call, 'events', [camille, denis])).toEqual(call)
})
