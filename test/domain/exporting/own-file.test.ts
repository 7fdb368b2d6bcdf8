import { describe, expect, test } from 'vitest'
import { attendanceStatuses } from '#domain/attendance'
import type { CustomField } from '#domain/custom-field'
import { attendanceColumns } from '#domain/exporting/event-columns'
import { peopleColumns, type ExportColumn, type ExportNames } from '#domain/exporting/people-columns'
import { parseRolePeriods, rolePeriodsToText } from '#domain/exporting/role-periods-text'
import { exportWords, type ExportLanguage } from '#domain/exporting/words'
import type { RoleKindId } from '#domain/id'
import { draftRows } from '#domain/importing/draft-rows'
import type { PersonDraft } from '#domain/importing/draft'
import { findLayout } from '#domain/importing/find-layout'
import { guessMapping } from '#domain/importing/guess-mapping'
import { fieldOfHeader } from '#domain/importing/header-words'
import { nothingKnown, type KnownLists } from '#domain/importing/knowledge'
import { parseGender } from '#domain/importing/parse-gender'
import { parseAttendance } from '#domain/importing/parse-yes-no'
import { roleOfWord } from '#domain/importing/role-words'
import type { RawRow } from '#domain/importing/sheet'
import type { Person } from '#domain/person'
import { builtInRoleKindIds, builtInRoleKinds } from '#domain/role'
import {
  customFieldId,
  date,
  makeAddress,
  makeCustomField,
  makeEvent,
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
import { makeTableWriter } from '../../../src/main/files/make-table-writer.ts'
import { readFile } from '../../../src/main/files/read-file.ts'

const fields: readonly CustomField[] = [
  makeCustomField({ name: 'Filière' }),
  makeCustomField({ id: customFieldId(2), name: 'Permis', kind: 'boolean' }),
]
const known: KnownLists = {
  ...nothingKnown,
  roleKinds: builtInRoleKinds,
  customFields: fields,
  tags: [makeTag(), makeTag({ id: tagId(2), name: 'cuisine, service' })],
  territories: [makeTerritory()],
}
const names: ExportNames = {
  territoryOf: (person) => person.territoryId,
  territory: (id) => (id === territoryId(1) ? 'Rennes' : ''),
  organisation: (id) =>
    id === organisationId(1) ? 'Collège Jean-Moulin' : id === organisationId(2) ? 'Mairie' : `Structure n° ${id.slice(-2)} ; ou | presque`,
  tag: (id) => known.tags.find((tag) => tag.id === id)?.name ?? '',
  roleKinds: new Map(builtInRoleKinds.map((kind) => [kind.id, kind])),
}
const people: readonly Person[] = [
  makePerson({
    lastName: 'Le Goff-Durand',
    firstName: 'Élodie',
    birthDate: date('1998-05-12'),
    gender: 'female',
    memberNumber: '00042',
    joinedOn: date('2019-09'),
    emails: [
      { address: 'elodie@exemple.fr', label: 'other' },
      { address: 'famille@exemple.fr', label: 'work' },
    ],
    phones: [{ number: '+33612345678', label: 'mobile' }],
    addresses: [makeAddress({ street: '3, rue de la Paix', postalCode: '01000', city: 'Bourg-en-Bresse', communeCode: '01053' })],
    roles: rolesById(
      makeRole({ start: date('2020-09-01'), end: date('2023-06-30') }),
      makeRole({ id: roleId(2), kind: 'board' as string as RoleKindId, start: date('2022'), end: null }),
    ),
    tags: { [tagId(1)]: true, [tagId(2)]: true },
    consents: {
      'email:news': { given: false, on: date('2024-03'), source: 'HelloAsso ; formulaire | papier' },
      'sms:news': { given: true, on: null, source: '' },
      'phone:appels': { given: true, on: date('2023-09-01'), source: 'dit au forum' },
    },
    affiliations: [
      { organisationId: organisationId(1), title: 'professeure', start: date('2018-09-01'), end: date('2020') },
      { organisationId: organisationId(2), title: '', start: null, end: null },
    ],
    externalIds: { 'helloasso-memberships': '84512001', galette: 'A=12' },
    territoryId: territoryId(1),
    doNotContact: true,
    note: '=NOTE()\nvient à vélo',
    payer: { lastName: 'Durand', firstName: 'Marc', email: 'marc@exemple.fr' },
    custom: { [customFieldId(1)]: 'STMG', [customFieldId(2)]: true },
  }),
  makePerson({ id: personId(2), lastName: '', firstName: 'Zoé', birthDate: date('2004'), deceased: true }),
  makePerson({
    id: personId(3),
    lastName: 'N’Guyen',
    firstName: 'Paul',
    birthDate: date('2001-02'),
    roles: rolesById(makeRole({ start: null, end: null })),
    custom: { [customFieldId(2)]: false },
  }),
  // More of everything than there are columns, and a number that was never understood.
  makePerson({
    id: personId(4),
    lastName: 'Petit',
    firstName: 'Inès',
    emails: Array.from({ length: 8 }, (_, at) => ({ address: `ines${at}@exemple.fr`, label: at === 6 ? 'work' : 'home' })),
    phones: [{ number: '06 12', label: 'home' }, ...Array.from({ length: 6 }, (_, at) => ({ number: `+3361234567${at}`, label: 'mobile' as const }))],
    addresses: Array.from({ length: 7 }, (_, at) =>
      makeAddress({ street: `${at}, rue ; du | Port\\`, postalCode: '01000', city: 'Bourg-en-Bresse', communeCode: '01053' }),
    ),
    affiliations: Array.from({ length: 9 }, (_, at) => ({
      organisationId: organisationId(at + 3),
      title: at > 5 ? 'élue\nréférente' : at % 2 === 0 ? 'élue' : '',
      start: at === 3 ? null : date(`20${10 + at}-09`),
      end: at === 8 ? date('2024-01-31') : null,
    })),
  }),
]

/** Writes rows with our own writer, reads them with our own reader, then drafts them as an import does. */
const roundTrip = async <Item>(
  format: 'xlsx' | 'ods' | 'csv',
  items: readonly Item[],
  columns: readonly ExportColumn<Item>[],
  language: ExportLanguage,
) => {
  const writer = makeTableWriter(
    format,
    [
      {
        name: 'Personnes',
        notes: format === 'csv' ? [] : ['Toutes les personnes', 'au 12 mars 2026'],
        columns: columns.map(({ header, kind }) => ({ header, kind, width: null })),
      },
    ],
    language,
  )
  writer.addRows(
    0,
    items.map((item) => columns.map(({ value }) => value(item))),
  )
  const read = readFile({ fileName: `liste.${format}`, bytes: await writer.finish() })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const rows: readonly RawRow[] = read.value.rows(0, 0, 1000)
  const layout = findLayout(rows)
  const mapping = guessMapping(layout, rows, known)
  return { mapping, drafts: draftRows(mapping, layout, rows, { known, communes: null, qpv: null }) }
}
const columnsIn = (language: ExportLanguage) => peopleColumns(people, { language, names, customFields: fields, chosen: null, withSensitive: true })

/** What a draft says, in the shape of the record that was exported. */
const reread = (draft: PersonDraft | null) =>
  draft === null
    ? null
    : {
        id: draft.maillageId,
        lastName: draft.lastName,
        firstName: draft.firstName,
        birthDate: draft.birthDate,
        gender: draft.gender,
        emails: draft.emails,
        phones: draft.phones,
        addresses: draft.addresses.map(({ street, postalCode, city, communeCode, label }) => [street, postalCode, city, communeCode, label]),
        roles: draft.roles.map(({ kind, start, end }) => [kind.id, start, end]),
        tags: draft.tags.map(({ name }) => name).toSorted(),
        consents: draft.consents,
        affiliation: draft.affiliations.map(({ organisation, title, start, end }) => [organisation.name, title, start, end]),
        territory: draft.territory?.name ?? null,
        doNotContact: draft.doNotContact,
        deceased: draft.deceased,
        joinedOn: draft.joinedOn,
        memberNumber: draft.memberNumber,
        externalIds: draft.externalIds,
        payer: draft.payer,
        note: draft.note,
        custom: draft.custom.map(({ name, value }) => [name, value]),
      }
const expected = (person: Person) => ({
  id: person.id,
  lastName: person.lastName,
  firstName: person.firstName,
  birthDate: person.birthDate,
  gender: person.gender,
  emails: person.emails,
  phones: person.phones,
  addresses: person.addresses.map(({ street, postalCode, city, communeCode, label }) => [street, postalCode, city, communeCode, label]),
  roles: Object.values(person.roles).map(({ kind, start, end }) => [kind, start, end]),
  tags: Object.keys(person.tags)
    .map((id) => names.tag(id as ReturnType<typeof tagId>))
    .toSorted(),
  consents: person.consents,
  affiliation: person.affiliations.map(({ organisationId: id, title, start, end }) => [names.organisation(id), title, start, end]),
  territory: person.territoryId === null ? null : names.territory(person.territoryId),
  doNotContact: person.doNotContact,
  deceased: person.deceased,
  joinedOn: person.joinedOn,
  memberNumber: person.memberNumber,
  externalIds: person.externalIds,
  payer: person.payer,
  note: person.note,
  custom: fields.flatMap(({ id, name }) => (person.custom[id] === undefined ? [] : [[name, person.custom[id]]])),
})

describe('un fichier de nous se relit exactement', () => {
  for (const format of ['xlsx', 'ods', 'csv'] as const) {
    for (const language of ['fr', 'en'] as const) {
      test(`personnes, ${format}, ${language}`, async () => {
        const { mapping, drafts } = await roundTrip(format, people, columnsIn(language), language)
        expect(mapping.source).toBe('maillage')
        expect(drafts.map(({ problems }) => problems).flat()).toEqual([])
        expect(drafts.map(({ person }) => reread(person))).toEqual(people.map(expected))
      })
    }
  }

  for (const format of ['xlsx', 'ods', 'csv'] as const)
    test(`un texte qui commence comme une formule, apostrophe comprise, ${format}`, async () => {
      const notes = ["'=1", '=1', "''+A1", '@tous', "'avant'", '-12,5', '+33 6 12 34 56 78', "'49", "''49", '="01"', "'\t=1", 'l’an  passé  ']
      const written = notes.map((note, index) => makePerson({ id: personId(index + 1), note }))
      const { drafts } = await roundTrip(format, written, columnsIn('fr'), 'fr')
      expect(drafts.map(({ person }) => person?.note)).toEqual(notes.map((note) => note.trim()))
    })

  test('les usages des coordonnées ne s’écrivent que s’ils ne vont pas de soi', () => {
    const headers = (list: readonly Person[]) =>
      peopleColumns(list, { language: 'fr', names, customFields: [], chosen: null, withSensitive: false }).map(({ header }) => header)
    const plain = makePerson({ emails: [{ address: 'a@exemple.fr', label: 'home' }], phones: [{ number: '+33612345678', label: 'mobile' }] })
    expect(headers([plain])).not.toContain('Usage des coordonnées')
    expect(headers([plain])).not.toContain('Identifiants externes')
    expect(headers(people)).toEqual(expect.arrayContaining(['Usage des coordonnées', 'Identifiants externes', 'Organisation 2', 'Fonction 2']))
  })

  test('une liste de présences redonne les mêmes présences', async () => {
    const event = makeEvent({ name: 'Atelier CV', date: date('2024-03-12') })
    const rows = attendanceStatuses.map((status, index) => ({
      event,
      person: makePerson({ id: personId(index + 1), firstName: `Élève ${index}` }),
      attendance: { status, hours: status === 'present' ? 2.5 : null },
    }))
    const { drafts } = await roundTrip('csv', rows, attendanceColumns('fr'), 'fr')
    expect(
      drafts.map(({ person, attendances }) => [
        person?.maillageId,
        attendances.map(({ event: { name, date: on }, status, hours }) => [name, on, status, hours]),
      ]),
    ).toEqual(rows.map(({ person, attendance }) => [person.id, [['Atelier CV', '2024-03-12', attendance.status, attendance.hours]]]))
  })
})

describe('les mots des fichiers', () => {
  test('l’import reconnaît chaque en-tête, dans les deux langues', () => {
    const skipped = new Set(['roles', 'tags', 'registered', 'came'])
    for (const language of ['fr', 'en'] as const) {
      for (const [key, header] of Object.entries(exportWords[language].header)) if (!skipped.has(key)) expect(fieldOfHeader(header), header).toBe(key)
      expect([fieldOfHeader(exportWords[language].header.roles), fieldOfHeader(exportWords[language].header.tags)]).toEqual(['role', 'tag'])
    }
  })

  test('et chaque rôle, genre et présence', () => {
    for (const { gender, role, attendance } of Object.values(exportWords)) {
      expect(Object.entries(gender).map(([key, word]) => [key, parseGender(word)])).toEqual(Object.keys(gender).map((key) => [key, key]))
      expect(builtInRoleKindIds.map((id) => roleOfWord(role[id], builtInRoleKinds))).toEqual([...builtInRoleKindIds])
      expect(attendanceStatuses.map((status) => parseAttendance(attendance[status]))).toEqual(
        attendanceStatuses.map((status) => ({ status, hours: null })),
      )
    }
  })

  test('les périodes d’un rôle tiennent dans une cellule', () => {
    const periods = [
      { name: 'mentor', start: null, end: null },
      { name: 'trésorier (adjoint)', start: null, end: date('2019') },
      { name: 'bénévole', start: date('2020-09-01'), end: date('2023-06') },
      { name: 'administrateur', start: date('2022'), end: null },
    ]
    expect(rolePeriodsToText(periods)).toBe('mentor | trésorier (adjoint) (→ 2019) | bénévole (2020-09-01 → 2023-06) | administrateur (2022 →)')
    expect(parseRolePeriods(rolePeriodsToText(periods))).toEqual(periods)
    for (const text of ['bénévole', 'mentor | bénévole', 'bénévole (2020-02-31 → 2021)', 'a → b', '→'])
      expect(parseRolePeriods(text), text).toBeNull()
  })
})

test('« Ne pas contacter » est de toutes les listes, les champs sensibles d’aucune sans qu’on les demande', () => {
  const columns = peopleColumns(people, {
    language: 'fr',
    names,
    customFields: [makeCustomField({ name: 'Santé', sensitive: true })],
    chosen: ['lastName', 'custom'],
    withSensitive: false,
  })
  expect(columns.map(({ header }) => header)).toEqual(['Identifiant Maillage', 'Nom', 'Ne pas contacter'])
})
