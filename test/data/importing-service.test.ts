import { describe, expect, test } from 'vitest'
import { diffRecord } from '#domain/change'
import type { RawRow } from '#domain/importing/sheet'
import type { Person } from '#domain/person'
import type { TableName } from '#domain/tables'
import { applyRows, everybody, importRows, judgeRows, openImportWorld, openRows, type ImportWorld } from '#support/import-world'
import { makePerson, personId } from '#support/builders'
import { messyMembers } from '#support/messy-members'

const members: readonly RawRow[] = [
  ['Nom', 'Prénom', 'E-mail', 'Téléphone', 'Date de naissance', 'Code postal', 'Ville'],
  ['Durand', 'Camille', 'camille@exemple.fr', '06 12 34 56 78', '12/03/1998', '01000', 'Bourg-en-Bresse'],
  ['Le Goff', 'Inès', 'ines@exemple.fr', '', '25/12/1980', '29200', 'Brest'],
  ['Martin', 'Paul', 'famille.martin@exemple.fr', '', '', '35000', 'Rennes'],
  ['Martin', 'Louise', 'famille.martin@exemple.fr', '', '', '35000', 'Rennes'],
]

const save = async ({ store }: ImportWorld, table: TableName, before: Person | null, after: Person): Promise<void> => {
  const edit = diffRecord('people', before, after)
  await store.write({ cause: { kind: 'form' }, edits: edit === null ? [] : [{ ...edit, table }] })
}
const records = async ({ store }: ImportWorld, tables: readonly TableName[]): Promise<Readonly<Record<string, readonly object[]>>> => {
  const entries: [string, readonly object[]][] = []
  for (const table of tables) entries.push([table, structuredClone([...(await store.mirror.read(table)).values()])])
  return Object.fromEntries(entries)
}
const kept = ['people', 'events', 'attendance', 'hours', 'organisations', 'territories', 'tags', 'customFields', 'roleKinds'] as const

describe('un premier import', () => {
  test('garde les zéros, lit les dates et les téléphones, et ne confond pas un couple qui partage une adresse', async () => {
    const world = await openImportWorld()
    const record = await importRows(world, members)
    expect(record.counts).toMatchObject({ rows: 4, created: 4, changed: 0, rejected: 0 })
    const people = await everybody(world)
    expect(people.map(({ lastName, firstName }) => `${lastName} ${firstName}`)).toEqual([
      'Durand Camille',
      'Le Goff Inès',
      'Martin Louise',
      'Martin Paul',
    ])
    expect(people[0]).toMatchObject({
      birthDate: '1998-03-12',
      phones: [{ number: '+33612345678' }],
      addresses: [{ postalCode: '01000', city: 'Bourg-en-Bresse' }],
    })
    expect(people.slice(2).map(({ emails }) => emails[0]?.address)).toEqual(['famille.martin@exemple.fr', 'famille.martin@exemple.fr'])
  })

  test('le même fichier une seconde fois ne change personne', async () => {
    const world = await openImportWorld()
    await importRows(world, members)
    const before = await records(world, kept)
    const { id, counts } = await judgeRows(world, members)
    expect(counts).toMatchObject({ create: 0, change: 0, same: 4, ambiguous: 0, rejected: 0 })
    expect((await applyRows(world, id)).counts).toMatchObject({ created: 0, changed: 0, same: 4 })
    expect(await records(world, kept)).toEqual(before)
  })

  test('un fichier sans adresse e-mail, importé deux fois, ne double personne', async () => {
    const world = await openImportWorld()
    const namesOnly = members.map((row) => row.slice(0, 2))
    await importRows(world, namesOnly)
    const { counts } = await judgeRows(world, namesOnly)
    expect(counts).toMatchObject({ create: 0, same: 4 })
  })

  test('le tableur désordonné : l’en-tête est trouvé, le total ignoré, et seule la cellule fausse est laissée', async () => {
    const world = await openImportWorld()
    const { id, overview, counts } = await judgeRows(
      world,
      messyMembers.map((row): RawRow => row.map((cell) => (cell instanceof Date ? null : cell))),
    )
    expect(overview).toMatchObject({ headerRow: 2, dataRows: 7, skipped: [{ row: 10, why: 'total' }] })
    expect(counts).toMatchObject({ create: 6, rejected: 1, problems: 3 })
    const record = await applyRows(world, id)
    expect(record.counts).toMatchObject({ rows: 7, created: 6, rejected: 1 })
    const ines = (await everybody(world)).find(({ firstName }) => firstName === 'Inès')
    expect(ines).toMatchObject({ birthDate: null, phones: [{ number: '+33698765432' }] })
  })
})

describe('corriger sur place', () => {
  const wrong: readonly RawRow[] = [
    ['Nom', 'Prénom', 'Né le'],
    ['Durand', 'Camille', '31/02/1980'],
    ['', '', '01/01/1990'],
  ]

  test('la cellule dit pourquoi elle est rouge, puis se laisse corriger', async () => {
    const world = await openImportWorld()
    const { id } = await judgeRows(world, wrong)
    const bad = await world.importing.rows({ id, tab: 'problems', from: 0, count: 10 })
    expect(bad.items[0]).toMatchObject({
      row: 1,
      cells: [{ problem: null }, { problem: null }, { text: '31/02/1980', problem: { kind: 'bad-date', severity: 'leaves-out' } }],
    })
    const counts = await world.importing.mendCell({ id, row: 1, column: 2, text: '29/02/1980' })
    expect(counts.problems).toBe(1)
    const mended = await world.importing.rows({ id, tab: 'problems', from: 0, count: 10 })
    expect(mended.items[0]?.cells[2]).toMatchObject({ text: '29/02/1980', problem: null, mended: true })
    await applyRows(world, id)
    expect((await everybody(world))[0]?.birthDate).toBe('1980-02-29')
  })

  test('une ligne rejetée revient dès qu’elle a un nom', async () => {
    const world = await openImportWorld()
    const { id, counts } = await judgeRows(world, wrong)
    expect(counts).toMatchObject({ create: 1, rejected: 1 })
    expect(await world.importing.mendCell({ id, row: 2, column: 0, text: 'Petit' })).toMatchObject({ create: 2, rejected: 0 })
  })

  test('les lignes rejetées sortent telles quelles, avec leur problème', async () => {
    const world = await openImportWorld()
    const { id } = await judgeRows(world, wrong)
    const columns = await world.importing.rejectedColumns({ id, problemHeader: 'Problème' })
    expect(columns.map(({ header }) => header)).toEqual(['Nom', 'Prénom', 'Né le', 'Problème'])
    const page = await world.importing.rejectedRows({ id, from: 0, count: 100, words: { 'missing-name': 'Aucun nom' } })
    expect(JSON.parse(new TextDecoder().decode(page ?? new Uint8Array()))).toEqual([[null, null, '01/01/1990', 'Aucun nom']])
    expect(await world.importing.rejectedRows({ id, from: 1, count: 100, words: {} })).toBeNull()
  })
})

describe('ce qui change', () => {
  const world = async (): Promise<ImportWorld> => {
    const opened = await openImportWorld()
    await importRows(opened, members)
    return opened
  }
  const newPhone: readonly RawRow[] = [
    ['Nom', 'Prénom', 'E-mail', 'Téléphone', 'Genre'],
    ['Le Goff', 'Inès', 'ines@exemple.fr', '07 00 00 00 02', 'Femme'],
  ]

  test('se voit champ par champ, et chaque champ peut être gardé', async () => {
    const opened = await world()
    const { id, counts } = await judgeRows(opened, newPhone)
    expect(counts).toMatchObject({ create: 0, change: 1 })
    const [row] = (await opened.importing.changes({ id, from: 0, count: 10 })).items
    expect(row).toMatchObject({
      name: 'Inès Le Goff',
      changes: [
        { field: 'gender', choice: 'take' },
        { field: 'phones', choice: 'take' },
      ],
    })
    await opened.importing.decideFields({ id, row: row?.row ?? 0, field: 'phones', choice: 'keep' })
    await applyRows(opened, id)
    expect((await everybody(opened)).find(({ firstName }) => firstName === 'Inès')).toMatchObject({ gender: 'female', phones: [] })
  })

  test('peut être gardé comme avant d’un seul geste pour tout le fichier', async () => {
    const opened = await world()
    const before = await records(opened, ['people'])
    const { id } = await judgeRows(opened, newPhone)
    await opened.importing.decideFields({ id, row: 'all', field: 'all', choice: 'keep' })
    await applyRows(opened, id)
    expect(await records(opened, ['people'])).toEqual(before)
  })

  test('un import ne réabonne jamais quelqu’un qui a refusé', async () => {
    const opened = await openImportWorld()
    const refusing = makePerson({
      id: personId(1),
      lastName: 'Durand',
      firstName: 'Camille',
      emails: [{ address: 'camille@exemple.fr', label: 'home' }],
      consents: { 'email:news': { given: false, on: null, source: 'téléphone' } },
    })
    await save(opened, 'people', null, refusing)
    await importRows(opened, [
      ['Nom', 'Prénom', 'E-mail', 'Accepte les e-mails'],
      ['Durand', 'Camille', 'camille@exemple.fr', 'oui'],
    ])
    expect(Object.values((await everybody(opened))[0]?.consents ?? {}).every(({ given }) => !given)).toBe(true)
  })
})

describe('une ligne qui pourrait être plusieurs personnes', () => {
  const namesakes = async (): Promise<ImportWorld> => {
    const opened = await openImportWorld()
    await importRows(opened, [
      ['Nom', 'Prénom', 'E-mail', 'Ville'],
      ['Martin', 'Paul', 'paul1@exemple.fr', 'Rennes'],
      ['Martin', 'Paul', 'paul2@exemple.fr', 'Brest'],
    ])
    return opened
  }
  const doubtful: readonly RawRow[] = [
    ['Nom', 'Prénom', 'Téléphone'],
    ['Martin', 'Paul', '06 00 00 00 03'],
  ]

  test('est demandée, jamais devinée : sans réponse elle ne touche personne', async () => {
    const opened = await namesakes()
    expect(await everybody(opened)).toHaveLength(2)
    const before = await records(opened, ['people'])
    const { id, counts } = await judgeRows(opened, doubtful)
    expect(counts).toMatchObject({ create: 0, change: 0, ambiguous: 1, undecided: 1 })
    const record = await applyRows(opened, id)
    expect(record.counts).toMatchObject({ created: 0, changed: 0, ambiguousSkipped: 1 })
    expect(await records(opened, ['people'])).toEqual(before)
  })

  test('montre les candidats et leurs raisons, et suit la réponse', async () => {
    const opened = await namesakes()
    const { id } = await judgeRows(opened, doubtful)
    const [asked] = (await opened.importing.ambiguous({ id, from: 0, count: 10 })).items
    expect(asked?.candidates.map(({ person }) => person.name)).toEqual(['Paul Martin', 'Paul Martin'])
    expect(asked?.candidates[0]?.reasons).toContain('name')
    const chosen = asked?.candidates.find(({ person }) => person.city === 'Brest')?.personId
    if (chosen === null || chosen === undefined) throw new Error('No candidate from Brest')
    const counts = await opened.importing.decide({ id, rows: [1], choice: { kind: 'match', personId: chosen } })
    expect(counts).toMatchObject({ change: 1, ambiguous: 1, undecided: 0 })
    expect((await opened.importing.ambiguous({ id, from: 0, count: 10 })).items[0]?.choice).toEqual({ kind: 'match', personId: chosen })
    await applyRows(opened, id)
    const people = await everybody(opened)
    expect(people.filter(({ phones }) => phones.length > 0).map(({ id: personId }) => personId)).toEqual([chosen])
  })

  test('peut devenir quelqu’un de nouveau, ou être laissée de côté', async () => {
    const opened = await namesakes()
    const { id } = await judgeRows(opened, doubtful)
    expect(await opened.importing.decide({ id, rows: 'undecided', choice: { kind: 'create' } })).toMatchObject({ create: 1, undecided: 0 })
    expect(await opened.importing.decide({ id, rows: [1], choice: { kind: 'skip' } })).toMatchObject({ create: 0, undecided: 0, ambiguous: 1 })
    expect((await applyRows(opened, id)).counts.ambiguousSkipped).toBe(1)
  })
})

describe('annuler un import', () => {
  test('remet tout exactement comme avant, et le reçu le dit', async () => {
    const world = await openImportWorld()
    await importRows(world, members.slice(0, 3))
    const before = await records(world, kept)
    const record = await importRows(world, [
      ['Nom', 'Prénom', 'E-mail', 'Genre', 'Étiquettes'],
      ['Le Goff', 'Inès', 'ines@exemple.fr', 'F', 'chorale'],
      ['Nguyen', 'Minh', 'minh@exemple.fr', 'M', 'chorale'],
    ])
    expect(record.counts).toMatchObject({ created: 1, changed: 1 })
    expect(await world.importing.undo({ id: record.id, choice: 'ask' })).toMatchObject({ ok: true })
    expect(await records(world, kept)).toEqual(before)
    expect((await world.importing.earlier()).map(({ undoneBy }) => undoneBy !== null)).toEqual([true, false])
    expect(await world.importing.undo({ id: record.id, choice: 'ask' })).toMatchObject({ ok: false, error: { kind: 'already-undone' } })
  })

  test('montre ce qui a bougé depuis, et laisse choisir', async () => {
    const world = await openImportWorld()
    await importRows(world, members.slice(0, 3))
    const record = await importRows(world, [
      ['Nom', 'Prénom', 'E-mail', 'Genre'],
      ['Le Goff', 'Inès', 'ines@exemple.fr', 'F'],
      ['Durand', 'Camille', 'camille@exemple.fr', 'F'],
    ])
    const ines = (await everybody(world)).find(({ firstName }) => firstName === 'Inès')
    if (ines === undefined) throw new Error('Inès is gone')
    await save(world, 'people', ines, { ...ines, gender: 'other' })
    const refused = await world.importing.undo({ id: record.id, choice: 'ask' })
    expect(refused).toMatchObject({
      ok: false,
      error: {
        kind: 'later-edits',
        conflicts: 1,
        shown: [
          {
            record: 'Inès Le Goff',
            kind: 'changed',
            changes: [{ field: 'gender', before: { kind: 'gender', gender: 'other' }, after: { kind: 'none' } }],
          },
        ],
      },
    })
    expect(await world.importing.undo({ id: record.id, choice: 'skip' })).toMatchObject({ ok: true })
    expect((await everybody(world)).map(({ firstName, gender }) => [firstName, gender])).toEqual([
      ['Camille', null],
      ['Inès', 'other'],
    ])
  })
})

describe('pendant que l’on vérifie', () => {
  test('« Annuler » arrête le jugement sans rien écrire', async () => {
    const world = await openImportWorld()
    const rows: readonly RawRow[] = [['Nom', 'Prénom'], ...Array.from({ length: 6_000 }, (_, index): RawRow => [`Nom${index}`, `Prénom${index}`])]
    const { id } = await openRows(world, rows)
    const judged = world.importing.judge(id, ({ done }) => {
      if (done > 0) void world.importing.cancelWork(id)
    })
    expect(await judged).toBeNull()
    expect(await everybody(world)).toEqual([])
  })

  test('une fiche modifiée entre-temps n’est pas écrasée par ce que l’on avait lu', async () => {
    const world = await openImportWorld()
    await importRows(world, members.slice(0, 2))
    const { id } = await judgeRows(world, [
      ['Nom', 'Prénom', 'E-mail', 'Genre'],
      ['Durand', 'Camille', 'camille@exemple.fr', 'F'],
    ])
    const [camille] = await everybody(world)
    if (camille === undefined) throw new Error('Camille is gone')
    await save(world, 'people', camille, { ...camille, note: 'appelée ce matin' })
    await applyRows(world, id)
    expect((await everybody(world))[0]).toMatchObject({ note: 'appelée ce matin', gender: 'female' })
  })
})
