import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cameToEvent, type Attendance, attendanceStatuses } from '#domain/attendance'
import { applyEdit, conflictsOf, invertEdit, type Edit } from '#domain/change'
import { joinAttendance, joinPeriods, mergeEdits, type Merge } from '#domain/duplicates/merge-edits'
import { formerValues, mergePeople, type MergeChoices } from '#domain/duplicates/merge-people'
import { differingValues, isBlank, singlePaths, valueAt } from '#domain/duplicates/single-values'
import type { CommunityId, ContactId, CustomFieldId, OrganisationId, PersonId, RoleKindId, TieId } from '#domain/id'
import type { ConsentKey, Person } from '#domain/person'
import { speakingTables } from '#domain/references'
import type { RecordByTable, TableName } from '#domain/tables'
import { emptyContact } from '#domain/contact'
import type { Tie } from '#domain/tie'
import {
  date,
  eventId,
  hoursId,
  makeAddress,
  makeHours,
  makePerson,
  makeRole,
  makeSheet,
  organisationId,
  personId,
  roleId,
  tagId,
} from '#support/builders'

const now = '2026-11-22T10:00:00.000Z'
const camille = makePerson({ id: personId(1) })
const double = makePerson({ id: personId(2) })

const word = fc.constantFrom('', 'Durand', 'DURAND', 'Camille', 'Élodie', 'Rennes', 'Lyon', '2021', '12')
const day = fc.constantFrom(null, '1998', '1998-05', '1998-05-12', '2021-03').map((text) => (text === null ? null : date(text)))
const anyPerson = (number: number): fc.Arbitrary<Person> =>
  fc
    .record({
      lastName: word,
      firstName: word,
      birthDate: day,
      gender: fc.constantFrom(null, 'female' as const, 'male' as const),
      emails: fc.array(
        fc.constantFrom('a@exemple.fr', 'A@exemple.fr', 'b@exemple.fr').map((address) => ({ address, label: 'home' as const })),
        { maxLength: 3 },
      ),
      phones: fc.array(
        fc.constantFrom('+33612345678', '+33712345678').map((phone) => ({ number: phone, label: 'mobile' as const })),
        { maxLength: 2 },
      ),
      addresses: fc.array(
        fc
          .record({ street: fc.constantFrom('', '3 rue des Lilas', '8 quai Ouest'), city: fc.constantFrom('', 'Rennes', 'Lyon') })
          .map((place) => makeAddress(place)),
        { maxLength: 2 },
      ),
      roles: fc.array(fc.record({ kind: fc.constantFrom('mentor', 'volunteer'), start: day, at: fc.nat(3) }), { maxLength: 3 }).map((roles) =>
        Object.fromEntries(
          roles.map(({ kind, start, at }) => {
            const id = roleId(number * 10 + at)
            return [id, makeRole({ id, kind: kind as string as RoleKindId, start, end: null })]
          }),
        ),
      ),
      affiliations: fc.array(
        fc.nat(2).map((at) => ({ organisationId: organisationId(at), title: '', start: null, end: null })),
        { maxLength: 2 },
      ),
      tags: fc.array(fc.nat(3), { maxLength: 3 }).map((tags) => Object.fromEntries(tags.map((at) => [tagId(at), true as const]))),
      custom: fc.dictionary(fc.constantFrom('f1', 'f2'), fc.constantFrom('bleu', 'vert', 3)) as fc.Arbitrary<Person['custom']>,
      consents: fc
        .dictionary(
          fc.constantFrom('email:news', 'phone:call'),
          fc.record({ given: fc.boolean(), on: day, source: fc.constantFrom('papier', 'site') }),
        )
        .map((consents) => consents as Person['consents']),
      externalIds: fc.dictionary(fc.constantFrom('helloasso', 'fichier'), fc.constantFrom('1', '2')),
      doNotContact: fc.boolean(),
      deceased: fc.boolean(),
      memberNumber: word,
      joinedOn: day,
      note: fc.constantFrom('', 'Aime le jardin', 'Sait souder'),
      skills: fc.option(fc.array(fc.constantFrom('Soudure', 'soudure', 'Droit'), { maxLength: 2 }), { nil: undefined }),
      sector: fc.option(word, { nil: undefined }),
    })
    .map(({ skills, sector, ...fields }) => ({
      ...makePerson({ id: personId(number), ...fields }),
      ...(skills === undefined ? {} : { skills }),
      ...(sector === undefined ? {} : { sector }),
    }))
const anyChoices = (kept: Person, other: Person): fc.Arbitrary<MergeChoices> =>
  fc
    .array(fc.constantFrom('kept' as const, 'other' as const), { minLength: 30, maxLength: 30 })
    .map((sides) => Object.fromEntries(differingValues(kept, other).map(({ path }, at) => [path, sides[at] ?? 'kept'])))
const anyMerge = fc
  .tuple(anyPerson(1), anyPerson(2))
  .chain(([kept, other]) => fc.record({ kept: fc.constant(kept), other: fc.constant(other), choices: anyChoices(kept, other) }))

describe('fusionner deux fiches', () => {
  test('aucune valeur ne se perd : elle est sur la fiche gardée, ou parmi celles que la note retient', () =>
    fc.assert(
      fc.property(anyMerge, ({ kept, other, choices }) => {
        const merged = mergePeople(kept, other, choices, '')
        const former = formerValues(kept, other, choices)
        for (const person of [kept, other]) {
          for (const path of singlePaths(kept, other)) {
            const value = valueAt(person, path)
            if (isBlank(value)) continue
            const held = [valueAt(merged, path), ...former.filter((one) => one.path === path).map((one) => one.value)]
            expect(held).toContainEqual(value)
          }
          expect(merged.emails.map(({ address }) => address.toLowerCase())).toEqual(
            expect.arrayContaining(person.emails.map(({ address }) => address.toLowerCase())),
          )
          expect(merged.phones).toEqual(expect.arrayContaining([...person.phones]))
          for (const { city, street } of person.addresses) {
            expect(merged.addresses.some((address) => (city === '' || address.city === city) && (street === '' || address.street === street))).toBe(
              true,
            )
          }
          expect(Object.keys(merged.tags)).toEqual(expect.arrayContaining(Object.keys(person.tags)))
          expect(merged.affiliations).toEqual(expect.arrayContaining([...person.affiliations]))
          for (const role of Object.values(person.roles))
            expect(Object.values(merged.roles).map((one) => ({ ...one, id: '' }))).toContainEqual({ ...role, id: '' })
          expect(merged.note).toContain(person.note)
          for (const skill of person.skills ?? []) expect(merged.skills?.map((one) => one.toLowerCase())).toContain(skill.toLowerCase())
        }
      }),
    ))

  test('un refus l’emporte toujours, comme l’opposition à tout contact et le décès', () =>
    fc.assert(
      fc.property(anyMerge, ({ kept, other, choices }) => {
        const merged = mergePeople(kept, other, choices, '')
        for (const key of Object.keys({ ...kept.consents, ...other.consents }) as ConsentKey[]) {
          const isRefused = [kept, other].some(({ consents }) => consents[key]?.given === false)
          expect(merged.consents[key]?.given).toBe(!isRefused)
        }
        expect(merged.doNotContact).toBe(kept.doNotContact || other.doNotContact)
        expect(merged.deceased).toBe(kept.deceased || other.deceased)
      }),
    ))

  test('fusionner une seconde fois la même fiche n’apporte rien', () =>
    fc.assert(
      fc.property(anyMerge, ({ kept, other, choices }) => {
        const merged = mergePeople(kept, other, choices, 'autrefois')
        // Ce qui diffère encore est ce qui a été laissé de côté : choisir la fiche gardée ne change plus rien.
        const again = mergePeople(merged, other, Object.fromEntries(differingValues(merged, other).map(({ path }) => [path, 'kept'])), 'autrefois')
        expect(again).toEqual(merged)
      }),
    ))

  test('la valeur la plus riche est proposée : date entière, nom complet, écriture soignée', () => {
    const kept = makePerson({ id: personId(1), lastName: 'DURAND', firstName: 'Camille', birthDate: date('1998'), joinedOn: date('2021-03-01') })
    const other = makePerson({
      id: personId(2),
      lastName: 'Durand',
      firstName: 'Camille Anne',
      birthDate: date('1998-05-12'),
      joinedOn: date('2019'),
    })
    const merged = mergePeople(kept, other, {}, '')
    expect(merged).toMatchObject({ lastName: 'Durand', firstName: 'Camille Anne', birthDate: '1998-05-12', joinedOn: '2019' })
    expect(formerValues(kept, other, {}).map(({ value }) => value)).toEqual(['DURAND', 'Camille', '1998', '2021-03-01'])
  })
})

describe('ce qui parlait de la fiche fusionnée', () => {
  const anyAttendance: fc.Arbitrary<Attendance> = fc.record({
    status: fc.constantFrom(...attendanceStatuses),
    hours: fc.option(fc.integer({ min: 1, max: 8 })),
  })
  const anyWorld = fc.record({
    kept: anyPerson(1),
    other: anyPerson(2),
    sheets: fc.array(fc.dictionary(fc.constantFrom(personId(1), personId(2), personId(3)), anyAttendance), { maxLength: 5 }),
    hours: fc.array(fc.constantFrom(1, 2, 3), { maxLength: 4 }),
    ties: fc.array(
      fc.tuple(fc.constantFrom(1, 2, 3), fc.constantFrom(1, 2, 3)).filter(([from, to]) => from !== to),
      { maxLength: 4 },
    ),
    talks: fc.array(fc.tuple(fc.constantFrom(1, 2, 3), fc.option(fc.constantFrom(1, 2, 3))), { maxLength: 4 }),
    holders: fc.dictionary(fc.constantFrom(personId(1), personId(2)), fc.record({ start: day, end: day })),
  })
  type World = typeof anyWorld extends fc.Arbitrary<infer Value> ? Value : never
  const tie = (at: number, from: number, to: number): Tie => ({
    id: `t${at}` as TieId,
    kind: 'acquaintance',
    fromId: personId(from),
    toId: personId(to),
    start: null,
    end: null,
    byId: null,
    note: '',
    deletedAt: null,
  })
  const worldOf = ({ kept, other, sheets, hours, ties, talks, holders }: World): Tables => {
    const tables = emptyTables()
    put(tables, 'people', [kept, other, makePerson({ id: personId(3) })])
    put(
      tables,
      'attendance',
      sheets.map((entries, at) => makeSheet(eventId(at), entries)),
    )
    put(
      tables,
      'hours',
      hours.map((who, at) => makeHours({ id: hoursId(at), personId: personId(who) })),
    )
    put(
      tables,
      'ties',
      ties.map(([from, to], at) => tie(at, from, to)),
    )
    put(
      tables,
      'contacts',
      talks.map(([who, by], at) => ({
        ...emptyContact(`c${at}` as ContactId, date('2026-03-02')),
        personId: personId(who),
        byId: by === null ? null : personId(by),
      })),
    )
    put(tables, 'communityMembers', [{ id: 'k1' as CommunityId, people: holders as RecordByTable['communityMembers']['people'], organisations: {} }])
    return tables
  }
  const cameCount = (tables: Tables, ids: readonly PersonId[]): number =>
    [...tables.attendance.values()].filter(({ entries }) => ids.some((id) => entries[id] !== undefined && cameToEvent(entries[id].status))).length

  test('plus rien de vivant ne parle d’elle, personne ne vient plus souvent qu’avant, et tout s’annule exactement', () =>
    fc.assert(
      fc.property(anyWorld, (given) => {
        const tables = worldOf(given)
        const merge: Merge = { kept: given.kept, other: given.other, choices: {}, formerNote: '', now }
        const edits = mergeEdits((table) => tables[table] as never, merge)
        const after = applied(tables, edits)
        const both = [given.kept.id, given.other.id]
        // La personne compte une fois, pour les événements où l’une des deux fiches était venue.
        expect(cameCount(after, [given.kept.id])).toBe(cameCount(tables, both))
        expect([...after.attendance.values()].some(({ entries }) => given.other.id in entries)).toBe(false)
        expect([...after.hours.values()].map(({ hours }) => hours)).toEqual([...tables.hours.values()].map(({ hours }) => hours))
        expect([...after.hours.values()].some((hours) => hours.personId === given.other.id)).toBe(false)
        expect([...after.contacts.values()].some((talk) => talk.personId === given.other.id || talk.byId === given.other.id)).toBe(false)
        for (const { fromId, toId, deletedAt } of after.ties.values()) {
          if (deletedAt !== null) continue
          expect(fromId).not.toBe(toId)
          expect([fromId, toId]).not.toContain(given.other.id)
        }
        expect(after.people.get(given.other.id)).toMatchObject({ deletedAt: now, mergedIntoId: given.kept.id })
        // Une seconde fois : plus rien à écrire.
        const keptNow = after.people.get(given.kept.id)
        const otherNow = after.people.get(given.other.id)
        if (keptNow === undefined || otherNow === undefined) throw new Error('les deux fiches sont là')
        expect(mergeEdits((table) => after[table] as never, { ...merge, kept: keptNow, other: otherNow })).toEqual([])
        // L’annulation rend chaque enregistrement comme il était.
        const undone = applied(after, edits.map(invertEdit))
        for (const table of [...speakingTables, 'people' as const]) expect(plain(undone, table)).toEqual(plain(tables, table))
      }),
    ))

  test('deux lignes sur une feuille n’en font qu’une : la plus présente, et le plus long des deux temps', () => {
    expect(joinAttendance({ status: 'registered', hours: 3 }, { status: 'present', hours: 2 })).toEqual({ status: 'present', hours: 3 })
    expect(joinAttendance({ status: 'walk-in', hours: null }, { status: 'absent', hours: null })).toEqual({ status: 'walk-in', hours: null })
  })
  test('deux appartenances n’en font qu’une, du premier jour au dernier', () => {
    expect(joinPeriods({ start: date('2021'), end: date('2022') }, { start: date('2019-05'), end: date('2022-03') })).toEqual({
      start: '2019-05',
      end: '2022',
    })
    expect(joinPeriods({ start: null, end: date('2022') }, { start: date('2020'), end: null })).toEqual({ start: '2020', end: null })
  })
  test('son visage suit quand la fiche gardée n’en a pas', () => {
    const tables = emptyTables()
    put(tables, 'people', [camille, double])
    put(tables, 'photos', [{ id: double.id, dataUrl: 'data:image/webp;base64,AA==' }])
    const edits = mergeEdits((table) => tables[table] as never, { kept: camille, other: double, choices: {}, formerNote: '', now })
    expect(applied(tables, edits).photos.get(camille.id)?.dataUrl).toBe('data:image/webp;base64,AA==')
  })
  test('une feuille, une organisation ou un champ qui ne parlent pas d’elle ne bougent pas', () => {
    const tables = emptyTables()
    put(tables, 'people', [
      camille,
      {
        ...double,
        custom: { ['f1' as CustomFieldId]: 'bleu' },
        affiliations: [{ organisationId: 'o' as OrganisationId, title: '', start: null, end: null }],
      },
    ])
    put(tables, 'attendance', [makeSheet(eventId(1), { [personId(3)]: { status: 'present', hours: null } })])
    const other = tables.people.get(double.id) ?? double
    expect(
      mergeEdits((table) => tables[table] as never, { kept: camille, other, choices: {}, formerNote: '', now }).map(({ table }) => table),
    ).toEqual(['people', 'people'])
  })
})

type Tables = { [Name in TableName]: Map<string, RecordByTable[Name]> }
const emptyTables = (): Tables => Object.fromEntries([...speakingTables, 'people'].map((table) => [table, new Map()])) as unknown as Tables
const put = <Name extends TableName>(tables: Tables, table: Name, records: readonly RecordByTable[Name][]): void => {
  for (const record of records) (tables[table] as Map<string, RecordByTable[Name]>).set(record.id, record)
}
const applied = (tables: Tables, edits: readonly Edit[]): Tables => {
  const next = Object.fromEntries(
    Object.entries(tables).map(([table, records]) => [table, new Map(records as Map<string, never>)]),
  ) as unknown as Tables
  for (const edit of edits) {
    const records = next[edit.table] as Map<string, RecordByTable[TableName]>
    const current = records.get(edit.key) ?? null
    expect(conflictsOf(current, edit)).toBeNull()
    const after = applyEdit(current, edit as Edit & { readonly table: TableName })
    if (after === null) records.delete(edit.key)
    else records.set(edit.key, after)
  }
  return next
}
/** Comme un enregistrement se lit : un champ absent, nul ou une liste vide de plus ne disent rien. */
const plain = (tables: Tables, table: TableName): unknown =>
  [...tables[table].values()].map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined)))
