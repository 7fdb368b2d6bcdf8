import { describe, expect, test } from 'vitest'
import type { ImportMapping } from '#domain/importing/mapping'
import type { RawCell, RawRow } from '#domain/importing/sheet'
import type { PersonId } from '#domain/id'
import { createFactsMirror } from '#data/facts-mirror'
import { createExportingService } from '#data/services/exporting-service'
import { applyRows, everybody, importRows, judgeRows, openImportWorld, openRows, type ImportWorld } from '#support/import-world'

// What other tools do to a file, and this one never: each of their faults, through the whole import, from the rows to the database.
const oneColumn = async (header: string, cell: RawCell): Promise<ImportWorld> => {
  const world = await openImportWorld()
  await importRows(world, [
    ['Nom', 'Prénom', header],
    ['Durand', 'Camille', cell],
  ])
  return world
}
const only = async (world: ImportWorld) => (await everybody(world))[0]

describe('ce que d’autres font à un fichier, et que Maillage ne fait pas', () => {
  test.each([
    ['31/02/1980', '1980-03-02'],
    ['12/25/1990', '1992-01-12'],
  ])('« %s » ne devient pas %s : la case est laissée, le reste de la ligne est gardé', async (typed) => {
    expect(await only(await oneColumn('Date de naissance', typed))).toMatchObject({ lastName: 'Durand', birthDate: null })
  })

  test('un numéro de jour d’Excel devient le bon jour, et non 1970', async () => {
    expect(await only(await oneColumn('Date de naissance', 36_000))).toMatchObject({ birthDate: '1998-07-24' })
  })

  test('qui a répondu « non » n’est inscrit à rien', async () => {
    const person = await only(await oneColumn('Inscription à la lettre d’information', 'non'))
    expect(Object.values(person?.consents ?? {}).map(({ given }) => given)).toEqual([false])
  })

  test('un numéro d’adhérent répété, dans le fichier ou déjà connu, ne remplace personne', async () => {
    const world = await openImportWorld()
    const rows: readonly RawRow[] = [
      ['Numéro d’adhérent', 'Nom', 'Prénom', 'E-mail'],
      ['42', 'Durand', 'Camille', 'camille@exemple.fr'],
      ['42', 'Le Goff', 'Inès', 'ines@exemple.fr'],
    ]
    await importRows(world, rows)
    await importRows(world, [rows[0] ?? [], ['42', 'Martin', 'Paul', 'paul@exemple.fr']])
    const names = (await everybody(world)).map(({ lastName, emails }) => [lastName, emails[0]?.address])
    expect(names).toContainEqual(['Durand', 'camille@exemple.fr'])
    // The others are asked about, or there under their own name: nobody took the place of Camille.
    expect(names.filter(([name]) => name === 'Durand')).toHaveLength(1)
    for (const [name, address] of names)
      expect(address).toBe({ Durand: 'camille@exemple.fr', 'Le Goff': 'ines@exemple.fr', Martin: 'paul@exemple.fr' }[name ?? ''])
  })

  test('un fichier sans adresse e-mail, importé deux fois, ne double personne', async () => {
    const world = await openImportWorld()
    const rows: readonly RawRow[] = [
      ['Nom', 'Prénom', 'Ville'],
      ['Durand', 'Camille', 'Rennes'],
      ['Le Goff', 'Inès', 'Brest'],
    ]
    await importRows(world, rows)
    const before = await everybody(world)
    expect((await importRows(world, rows)).counts).toMatchObject({ created: 0, changed: 0, same: 2 })
    expect(await everybody(world)).toEqual(before)
  })

  test('une ligne fausse ne fait pas refuser le fichier : les autres entrent, elle est rendue', async () => {
    const world = await openImportWorld()
    const record = await importRows(world, [
      ['Nom', 'Prénom', 'E-mail'],
      ['Durand', 'Camille', 'camille@exemple.fr'],
      ['', '', 'sans.nom@'],
      ['Le Goff', 'Inès', 'ines@exemple.fr'],
    ])
    expect(record.counts).toMatchObject({ rows: 3, created: 2, rejected: 1 })
  })

  test('un couple partage une adresse e-mail', async () => {
    const world = await openImportWorld()
    await importRows(world, [
      ['Nom', 'Prénom', 'E-mail'],
      ['Martin', 'Paul', 'les.martin@exemple.fr'],
      ['Martin', 'Louise', 'les.martin@exemple.fr'],
    ])
    expect((await everybody(world)).map(({ firstName, emails }) => [firstName, emails[0]?.address])).toEqual([
      ['Louise', 'les.martin@exemple.fr'],
      ['Paul', 'les.martin@exemple.fr'],
    ])
  })

  test('un enregistrement refusé ne perd ni les colonnes choisies ni les cases corrigées : on recommence d’un clic', async () => {
    const world = await openImportWorld()
    const asCustom = (mapping: ImportMapping): ImportMapping => ({
      ...mapping,
      columns: mapping.columns.map((column) =>
        column.header === 'Truc' ? { ...column, target: { kind: 'custom', id: null, name: 'Couleur', type: 'text' } } : column,
      ),
    })
    const { id } = await judgeRows(
      world,
      [
        ['Nom', 'Prénom', 'Date de naissance', 'Truc'],
        ['Durand', 'Camille', '31/02/1980', 'vert'],
      ],
      asCustom,
    )
    await world.importing.mendCell({ id, row: 1, column: 2, text: '28/02/1980' })
    world.store.setReadOnly('disk-full')
    expect(await world.importing.apply(id, () => undefined)).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
    expect(await everybody(world)).toEqual([])
    world.store.setReadOnly(null)
    await applyRows(world, id)
    expect(await only(world)).toMatchObject({ birthDate: '1980-02-28' })
    expect([...(await world.store.mirror.read('customFields')).values()]).toMatchObject([{ name: 'Couleur' }])
  })

  test('notre propre export se relit sans rien changer', async () => {
    const world = await openImportWorld()
    await importRows(world, [
      ['Nom', 'Prénom', 'Date de naissance', 'E-mail', 'Téléphone', 'Code postal', 'Ville', 'Newsletter', 'Statut'],
      ['Durand', 'Camille', '12/03/1998', 'camille@exemple.fr', '06 12 34 56 78', '01000', 'Bourg-en-Bresse', 'non', 'bénévole'],
      ['Le Goff', 'Inès', '1980', '', '', '29200', 'Brest', '', 'adhérent'],
    ])
    const before = await everybody(world)
    const ids: readonly PersonId[] = before.map(({ id }) => id)
    const exporting = createExportingService(world.store, createFactsMirror(world.store))
    const request = {
      list: 'people',
      ids,
      purpose: { kind: 'record' },
      columns: null,
      withSensitive: false,
      language: 'fr',
      format: 'xlsx',
      sheetName: 'Personnes',
      notes: [],
    } as const
    const { exportId, sheet } = await exporting.prepare(request)
    const page = await exporting.rows(exportId, 0, 10)
    const rows = JSON.parse(new TextDecoder().decode(page ?? new Uint8Array())) as readonly (readonly (string | number | boolean | null)[])[]
    const asRead = rows.map((row) => row.map((cell): RawCell => (typeof cell === 'boolean' ? (cell ? 'oui' : 'non') : cell)))
    expect((await importRows(world, [sheet.columns.map(({ header }) => header), ...asRead])).counts).toMatchObject({
      created: 0,
      changed: 0,
      same: 2,
    })
    expect(await everybody(world)).toEqual(before)
    expect((await openRows(world, [sheet.columns.map(({ header }) => header), ...asRead])).mapping.source).toBe('maillage')
  })
})
