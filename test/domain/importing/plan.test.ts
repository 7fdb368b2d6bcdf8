import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoleKindId } from '#domain/id'
import type { RawRow } from '#domain/importing/sheet'
import type { Person } from '#domain/person'
import { date, eventId, makeEvent, makeOrganisation, makePerson, makeRole, makeSheet, personId, roleId, rolesById } from '#support/builders'
import { anAssociation, existingOf, importSheet, peopleOf, undoEdits, verdictsOf, withRecords, type Association } from './association.ts'
import { table } from './read-sheet.ts'

const member = 'member' as string as RoleKindId
const one = (association: Association): Person => {
  const [person] = peopleOf(association)
  if (person === undefined) throw new Error('Nobody')
  return person
}
const camille = makePerson({ emails: [{ address: 'camille@example.org', label: 'home' }] })

describe('ce qu’un import écrit', () => {
  it('tient en un seul changement : personnes, rôles, étiquettes, champs, organisations, événements, présences', () => {
    const { plan, after } = importSheet(
      anAssociation(),
      table(`
Nom | Prénom | E-mail | Rôle | Permis B | Filière | Établissement | Quartier | Atelier CV 12/03/2024
Durand | Camille | c@example.org | Jardinière | x | STMG | Lycée Jean-Moulin | Cleunay | X
Martin | Élodie | e@example.org | mentor | | ES | Lycée Jean-Moulin | Cleunay | absente`),
    )
    expect(plan.counts).toEqual({ rows: 2, created: 2, changed: 0, same: 0, ambiguousSkipped: 0, rejected: 0, eventsCreated: 1, attendances: 2 })
    const existing = existingOf(after)
    expect(existing.tags.map((tag) => tag.name)).toEqual(['Permis B'])
    expect(existing.customFields.map(({ name, kind }) => [name, kind])).toEqual([['Filière', 'text']])
    expect(existing.organisations.map((organisation) => organisation.name)).toEqual(['Lycée Jean-Moulin'])
    expect(existing.territories.map((territory) => territory.name)).toEqual(['Cleunay'])
    expect(existing.roleKinds.at(-1)).toMatchObject({ name: 'Jardinière', order: 10 })
    expect(existing.events).toMatchObject([{ name: 'Atelier CV', date: '2024-03-12' }])
    const [first, second] = peopleOf(after)
    expect(Object.values(first?.roles ?? {})).toMatchObject([{ kind: existing.roleKinds.at(-1)?.id }])
    expect(first?.affiliations).toMatchObject([{ organisationId: existing.organisations[0]?.id }])
    expect(Object.values(existing.attendance.get(existing.events[0]?.id ?? '')?.entries ?? {})).toEqual([
      { status: 'present', hours: null },
      { status: 'absent', hours: null },
    ])
    expect([first?.territoryId, second?.territoryId]).toEqual([existing.territories[0]?.id, existing.territories[0]?.id])
    expect(JSON.stringify(plan.edits)).not.toContain('new:')
  })

  it('complète, ajoute et remplace champ par champ, en le montrant', () => {
    const person = makePerson({ ...camille, birthDate: date('1998'), memberNumber: '12', gender: 'female' })
    const { judged, after } = importSheet(
      anAssociation(person),
      table(`
Nom | Prénom | E-mail | Téléphone | Né le | Sexe | N° adhérent
Durand | Camille | camille@example.org | 0612345678 | 12/03/1998 | F | 12`),
    )
    expect(judged[0]?.verdict).toMatchObject({
      kind: 'changed',
      fields: [
        { path: 'birthDate', before: '1998', after: '1998-03-12', kind: 'replaces', suggested: 'take' },
        { path: 'phones', before: [], after: [{ number: '+33612345678', label: 'mobile' }], kind: 'fills', suggested: 'take' },
      ],
    })
    expect(one(after)).toMatchObject({ birthDate: '1998-03-12', phones: [{ number: '+33612345678' }] })
  })

  it('garde deux passages dans une même organisation, que leurs dates distinguent, et rien ne change la seconde fois', () => {
    const rows: readonly RawRow[] = [
      [
        'Identifiant Maillage',
        'Nom',
        'Prénom',
        'Organisation',
        'Fonction',
        'Organisation depuis',
        'Organisation jusqu’au',
        'Organisation 2',
        'Fonction 2',
        'Organisation depuis 2',
        'Organisation jusqu’au 2',
      ],
      [personId(9), 'Durand', 'Camille', 'Mairie', 'élue', '2014', '2020', 'Mairie', 'conseillère', '09/2021', null],
    ]
    const first = importSheet(anAssociation(), rows)
    expect(one(first.after).affiliations.map(({ title, start, end }) => [title, start, end])).toEqual([
      ['élue', '2014', '2020'],
      ['conseillère', '2021-09', null],
    ])
    expect(importSheet(first.after, rows).plan.edits).toEqual([])
  })

  it('garde ou prend chaque champ selon la réponse', () => {
    const person = makePerson({ ...camille, gender: 'male' })
    const rows = table('Nom | Prénom | E-mail | Sexe\nDurand | Camille | camille@example.org | F')
    expect(one(importSheet(anAssociation(person), rows).after).gender).toBe('female')
    const kept = importSheet(anAssociation(person), rows, {
      decisions: { choices: new Map(), fields: new Map([[1, new Map([['gender', 'keep' as const]])]]) },
    })
    expect(kept.plan.edits).toEqual([])
    expect(kept.plan.counts).toMatchObject({ changed: 0, same: 1 })
  })

  it('ne change pas les accents et les capitales d’un nom connu sans qu’on le demande', () => {
    const { judged, plan } = importSheet(
      anAssociation(makePerson({ ...camille, lastName: 'Lefèvre' })),
      table('Nom | Prénom | E-mail\nLEFEVRE | CAMILLE | camille@example.org'),
    )
    expect(judged[0]?.verdict).toMatchObject({
      kind: 'same',
      fields: [
        { path: 'lastName', suggested: 'keep' },
        { path: 'firstName', suggested: 'keep' },
      ],
    })
    expect(plan.edits).toEqual([])
  })

  it('ne réinscrit jamais qui a refusé, mais prend un nouveau refus', () => {
    const refused = makePerson({ ...camille, consents: { 'email:news': { given: false, on: null, source: '' } } })
    const yes = table('Nom | Prénom | E-mail | Newsletter\nDurand | Camille | camille@example.org | oui')
    const again = importSheet(anAssociation(refused), yes)
    expect(again.judged[0]?.verdict).toMatchObject({ kind: 'same', fields: [{ path: 'consents/email:news', kind: 'refused' }] })
    expect(again.plan.edits).toEqual([])
    const forced = importSheet(anAssociation(refused), yes, {
      decisions: { choices: new Map(), fields: new Map([[1, new Map([['consents/email:news', 'take' as const]])]]) },
    })
    expect(forced.plan.edits).toEqual([])
    expect(importSheet(anAssociation(makePerson({ ...camille, doNotContact: true })), yes).plan.edits).toEqual([])
    const agreed = makePerson({ ...camille, consents: { 'email:news': { given: true, on: null, source: '' } } })
    const no = importSheet(anAssociation(agreed), table('Nom | Prénom | E-mail | Newsletter\nDurand | Camille | camille@example.org | non'))
    expect(one(no.after).consents['email:news']?.given).toBe(false)
  })

  it('ajoute une année à la période qui la précède, et une nouvelle période à qui revient', () => {
    const held = (start: string, end: string): Person =>
      makePerson({ ...camille, roles: rolesById(makeRole({ kind: member, start: date(start), end: date(end) })) })
    const rows = table('Nom | Prénom | E-mail | 2024\nDurand | Camille | camille@example.org | x')
    expect(Object.values(one(importSheet(anAssociation(held('2022', '2023')), rows).after).roles)).toMatchObject([
      { id: roleId(1), start: '2022', end: '2024' },
    ])
    expect(Object.values(one(importSheet(anAssociation(held('2020', '2021')), rows).after).roles).map(({ start, end }) => [start, end])).toEqual([
      ['2020', '2021'],
      ['2024', '2024'],
    ])
  })

  it('ne double pas un rôle tenu déjà', () => {
    const person = makePerson({ ...camille, roles: rolesById(makeRole({ start: date('2020-09-01'), end: null })) })
    const rows = table('Nom | Prénom | E-mail | Rôle | Date de début\nDurand | Camille | camille@example.org | bénévole | 01/09/2022')
    expect(importSheet(anAssociation(person), rows).plan.edits).toEqual([])
  })

  it('n’affaiblit jamais une présence notée, et dit ce qu’il a laissé', () => {
    const association = withRecords(
      withRecords(anAssociation(camille), 'events', makeEvent()),
      'attendance',
      makeSheet(eventId(1), { [personId(1)]: { status: 'present', hours: 2 } }),
    )
    const { plan } = importSheet(association, table('Nom | Prénom | Atelier CV 12/03/2024\nDurand | Camille | absente'))
    expect(plan.edits).toEqual([])
    expect(plan.kept).toEqual([
      { row: 1, eventId: eventId(1), personId: personId(1), kept: { status: 'present', hours: 2 }, left: { status: 'absent', hours: null } },
    ])
  })

  it('retrouve l’événement par son nom et sa date, et n’en crée pas un second', () => {
    const association = withRecords(anAssociation(camille), 'events', makeEvent(), makeEvent({ id: eventId(2), date: date('2024-06-12') }))
    const { plan } = importSheet(association, table('Nom | Prénom | atelier cv 12/06/2024\nDurand | Camille | X'))
    expect(plan.counts).toMatchObject({ eventsCreated: 0, attendances: 1 })
    expect(plan.edits).toMatchObject([{ table: 'attendance', key: eventId(2) }])
  })

  it('importe une liste d’événements et une liste d’organisations', () => {
    const events = importSheet(
      withRecords(anAssociation(), 'events', makeEvent()),
      table(`
Événement | Date | Lieu
Atelier CV | 12/03/2024 | Rennes
Sortie | 02/05/2024 | Brest`),
    )
    expect(verdictsOf(events)).toEqual(['changed', 'created'])
    expect(existingOf(events.after).events.map(({ name, place }) => [name, place])).toEqual([
      ['Atelier CV', 'Rennes'],
      ['Sortie', 'Brest'],
    ])
    const organisations = importSheet(
      withRecords(anAssociation(), 'organisations', makeOrganisation()),
      table(`
Raison sociale | SIRET | Ville
collège jean moulin | 123 456 789 00012 | Rennes
Mairie de Brest | 123 456 789 00013 | Brest`),
    )
    expect(existingOf(organisations.after).organisations.map(({ name, registrationNumber }) => [name, registrationNumber])).toEqual([
      ['Collège Jean-Moulin', '12345678900012'],
      ['Mairie de Brest', '12345678900013'],
    ])
  })

  it('note deux lignes d’heures égales comme deux dons de temps, une seule fois chacun', () => {
    const rows = table(`
Nom | Prénom | Date | Heures | Tâche
Durand | Camille | 12/03/2024 | 2 | accueil
Durand | Camille | 12/03/2024 | 2 | accueil`)
    const first = importSheet(anAssociation(), rows)
    expect(existingOf(first.after).hours).toHaveLength(2)
    expect(importSheet(first.after, rows).plan.edits).toEqual([])
  })
})

describe('le même fichier deux fois', () => {
  const cells = {
    lastName: fc.constantFrom('Durand', 'Martin', 'LE GALL', 'Petit'),
    firstName: fc.constantFrom('Camille', 'Élodie', 'Yann', 'Jean-Luc', null),
    email: fc.constantFrom('a@example.org', 'b@example.org', 'famille@example.org', 'mauvaise', null),
    phone: fc.constantFrom('06 12 34 56 78', '0612345679', null),
    birthDate: fc.constantFrom('12/03/1998', '1998', '31/02/1980', null),
    city: fc.constantFrom('Rennes', 'Brest', 'Rennnes', null),
    role: fc.constantFrom('bénévole', 'mentor', 'Jardinière', null),
    start: fc.constantFrom('01/09/2022', '2023', null),
    cross: fc.constantFrom('x', 'non', null),
    news: fc.constantFrom('oui', 'non', null),
    number: fc.constantFrom('1', '2', null),
    event: fc.constantFrom('X', 'absent', 'excusée', null),
    field: fc.constantFrom('STMG', 'ES', null),
    note: fc.constantFrom('appeler le soir', 'vient à vélo', null),
  }
  const headers = [
    'Nom',
    'Prénom',
    'E-mail',
    'Téléphone',
    'Né le',
    'Ville',
    'Rôle',
    'Date de début',
    '2021',
    '2022',
    '2023',
    'Newsletter',
    'N° adhérent',
    'Atelier CV 12/03/2024',
    'Filière',
    'Permis B',
    'Remarques',
  ]
  const row = fc.tuple(
    cells.lastName,
    cells.firstName,
    cells.email,
    cells.phone,
    cells.birthDate,
    cells.city,
    cells.role,
    cells.start,
    cells.cross,
    cells.cross,
    cells.cross,
    cells.news,
    cells.number,
    cells.event,
    cells.field,
    cells.cross,
    cells.note,
  )
  const sheet = fc.array(row, { minLength: 1, maxLength: 6 }).map((rows): readonly RawRow[] => [headers, ...rows])

  it('ne change rien la seconde fois', () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const first = importSheet(anAssociation(), rows)
        const second = importSheet(first.after, rows, { firstId: 90_000 })
        expect(second.plan.edits).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('ne change rien non plus sur une association qui existait', () => {
    fc.assert(
      fc.property(sheet, sheet, (before, rows) => {
        const existing = importSheet(anAssociation(), before).after
        const first = importSheet(existing, rows, { firstId: 50_000 })
        const second = importSheet(first.after, rows, { firstId: 90_000 })
        expect(second.plan.edits).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('s’annule exactement', () => {
    fc.assert(
      fc.property(sheet, sheet, (before, rows) => {
        const existing = importSheet(anAssociation(), before).after
        const { after, plan } = importSheet(existing, rows, { firstId: 50_000 })
        const undone = undoEdits(after, plan.edits)
        for (const name of ['people', 'events', 'attendance', 'tags', 'customFields', 'roleKinds'] as const) {
          expect(new Map(undone.tables[name])).toEqual(new Map(existing.tables[name]))
        }
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('sans adresse électronique, ne double personne', () => {
    const rows = table(`
Nom | Prénom | Ville
Durand | Camille | Rennes
Martin | Élodie | Rennes`)
    const first = importSheet(anAssociation(), rows)
    expect(verdictsOf(importSheet(first.after, rows))).toEqual(['same', 'same'])
  })
})
