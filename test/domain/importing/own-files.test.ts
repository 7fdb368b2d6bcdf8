import { describe, expect, it } from 'vitest'
import { indexTerritories, territoryOf } from '#domain/territory'
import { peopleColumns, type ExportCell } from '#domain/exporting/people-columns'
import type { RoleKindId } from '#domain/id'
import type { RawCell, RawRow } from '#domain/importing/sheet'
import { emptyPerson, type Person } from '#domain/person'
import {
  customFieldId,
  date,
  makeAddress,
  makeCustomField,
  makeOrganisation,
  makePerson,
  makeRole,
  makeTag,
  makeTerritory,
  organisationId,
  personId,
  roleId,
  rolesById,
  tagId,
  territoryId,
} from '#support/builders'
import { anAssociation, applyEdits, existingOf, importSheet, peopleOf, withRecords } from './association.ts'

const member = 'member' as string as RoleKindId

describe('nos propres fichiers se relisent exactement', () => {
  const field = makeCustomField()
  const yesNo = makeCustomField({ id: customFieldId(2), name: 'Formation suivie', kind: 'boolean' })
  const person = (overrides: Partial<Person>): Person => ({
    ...emptyPerson(personId(1)),
    firstName: 'Camille',
    lastName: 'Durand',
    birthDate: date('1998-03'),
    gender: 'female',
    emails: [
      { address: 'camille@example.org', label: 'home' },
      { address: 'Pro@example.org', label: 'work' },
    ],
    phones: [{ number: '+33612345678', label: 'mobile' }],
    addresses: [makeAddress({ street: '1 rue A\nbât. B', postalCode: '01000', city: 'Bourg-en-Bresse', communeCode: '01053' })],
    memberNumber: '0042',
    joinedOn: date('2019'),
    tags: { [tagId(1)]: true },
    custom: { [field.id]: 'STMG', [yesNo.id]: false },
    roles: rolesById(
      makeRole({ start: date('2020-09-01'), end: date('2021') }),
      makeRole({ id: roleId(2), kind: member, start: date('2022'), end: null }),
      makeRole({ id: roleId(3), kind: 'mentor' as string as RoleKindId, start: null, end: null }),
    ),
    consents: { 'email:news': { given: false, on: null, source: 'formulaire' } },
    affiliations: [{ organisationId: organisationId(1), title: 'professeure', start: null, end: null }],
    territoryId: territoryId(1),
    note: 'vient à vélo\n= attention',
    payer: { lastName: 'Durand', firstName: 'Sophie', email: 'sophie@example.org' },
    ...overrides,
  })
  const people = [
    person({}),
    person({
      id: personId(2),
      firstName: 'Louise',
      memberNumber: '0043',
      emails: [{ address: 'camille@example.org', label: 'home' }],
      roles: {},
      doNotContact: true,
      deceased: true,
      birthDate: null,
    }),
    makePerson({ id: personId(3), firstName: '', lastName: '+Martin' }),
  ]
  const full = [makeTag({ name: 'promo 2021, soir' })]
  const association = withRecords(
    withRecords(
      withRecords(withRecords(anAssociation(...people), 'tags', ...full), 'customFields', field, yesNo),
      'organisations',
      makeOrganisation(),
    ),
    'territories',
    makeTerritory(),
  )

  it.each(['fr', 'en'] as const)('sans un seul changement (%s)', (language) => {
    const existing = existingOf(association)
    const nameOf =
      <Item extends { readonly id: string; readonly name: string }>(items: readonly Item[]) =>
      (id: string): string =>
        items.find((item) => item.id === id)?.name ?? ''
    const columns = peopleColumns(people, {
      language,
      customFields: existing.customFields,
      chosen: null,
      withSensitive: true,
      names: {
        territoryOf: (person) => territoryOf(person, indexTerritories(existing.territories)),
        territory: nameOf(existing.territories),
        organisation: nameOf(existing.organisations),
        tag: nameOf(existing.tags),
        roleKinds: new Map(existing.roleKinds.map((kind) => [kind.id, kind])),
      },
    })
    const asCell = (cell: ExportCell, kind: string): RawCell =>
      cell === null || cell === '' ? null : kind === 'date' && typeof cell === 'string' && cell.length === 10 ? { date: cell } : cell
    const rows: readonly RawRow[] = [
      columns.map((column) => column.header),
      ...people.map((one) => columns.map((column) => asCell(column.value(one), column.kind))),
    ]
    const { plan, judged } = importSheet(association, rows)
    expect(judged.flatMap(({ draft }) => draft.problems)).toEqual([])
    expect(plan.edits).toEqual([])
    expect(plan.counts).toMatchObject({ rows: 3, same: 3 })
    // On another laptop the same people come back under their own ids.
    const elsewhere = importSheet(anAssociation(), rows)
    expect(peopleOf(elsewhere.after).map(({ id, lastName }) => [id, lastName])).toEqual(people.map(({ id, lastName }) => [id, lastName]))
    expect(applyEdits(anAssociation(), elsewhere.plan.edits).tables.people?.size).toBe(3)
  })
})
