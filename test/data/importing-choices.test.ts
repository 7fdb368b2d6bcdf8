import { describe, expect, test } from 'vitest'
import type { ImportMapping } from '#domain/importing/mapping'
import type { RawRow } from '#domain/importing/sheet'
import type { TableName } from '#domain/tables'
import { date } from '#support/builders'
import { everybody, importRows, judgeRows, openImportWorld, openRows, type ImportWorld } from '#support/import-world'

const members: readonly RawRow[] = [
  ['Nom', 'Prénom', 'E-mail', 'Téléphone', 'Date de naissance', 'Code postal', 'Ville'],
  ['Durand', 'Camille', 'camille@exemple.fr', '06 12 34 56 78', '12/03/1998', '01000', 'Bourg-en-Bresse'],
  ['Le Goff', 'Inès', 'ines@exemple.fr', '', '25/12/1980', '29200', 'Brest'],
  ['Martin', 'Paul', 'famille.martin@exemple.fr', '', '', '35000', 'Rennes'],
  ['Martin', 'Louise', 'famille.martin@exemple.fr', '', '', '35000', 'Rennes'],
]

const records = async ({ store }: ImportWorld, tables: readonly TableName[]): Promise<Readonly<Record<string, readonly object[]>>> => {
  const entries: [string, readonly object[]][] = []
  for (const table of tables) entries.push([table, structuredClone([...(await store.mirror.read(table)).values()])])
  return Object.fromEntries(entries)
}
const kept = ['people', 'events', 'attendance', 'hours', 'organisations', 'territories', 'tags', 'customFields', 'roleKinds'] as const

describe('les présences', () => {
  test('une grille donne des événements et des feuilles de présence, et la même grille ne change rien', async () => {
    const world = await openImportWorld()
    await importRows(world, members)
    const grid: readonly RawRow[] = [
      ['Nom', 'Prénom', 'Atelier CV 12/01/2026', 'Sortie 03/02/2026'],
      ['Durand', 'Camille', 'X', 'oui'],
      ['Le Goff', 'Inès', '', '1'],
      ['Martin', 'Paul', 'présent', 'excusé'],
    ]
    const record = await importRows(world, grid)
    expect(record.counts).toMatchObject({ created: 0, eventsCreated: 2, attendances: 5 })
    const events = [...(await world.store.mirror.read('events')).values()].toSorted((left, right) =>
      (left.date ?? '') < (right.date ?? '') ? -1 : 1,
    )
    expect(events.map(({ name, date }) => [name, date])).toEqual([
      ['Atelier CV', '2026-01-12'],
      ['Sortie', '2026-02-03'],
    ])
    const sheets = await world.store.mirror.read('attendance')
    expect(
      events.map(({ id }) =>
        Object.values(sheets.get(id)?.entries ?? {})
          .map(({ status }) => status)
          .toSorted(),
      ),
    ).toEqual([
      ['present', 'present'],
      ['excused', 'present', 'present'],
    ])
    const before = await records(world, kept)
    expect((await importRows(world, grid)).counts).toMatchObject({ created: 0, changed: 0, eventsCreated: 0, attendances: 0 })
    expect(await records(world, kept)).toEqual(before)
  })

  test('une simple liste de présents, quand on dit de quel événement', async () => {
    const world = await openImportWorld()
    const cameTo = (mapping: ImportMapping): ImportMapping => ({
      ...mapping,
      givenEvent: { id: null, name: 'Assemblée générale', date: date('2026-03-14'), status: 'present' },
    })
    const list: readonly RawRow[] = [
      ['Nom', 'Prénom'],
      ['Durand', 'Camille'],
      ['Le Goff', 'Inès'],
    ]
    expect((await importRows(world, list, cameTo)).counts).toMatchObject({ created: 2, eventsCreated: 1, attendances: 2 })
    expect((await importRows(world, list, cameTo)).counts).toMatchObject({ created: 0, eventsCreated: 0, attendances: 0 })
  })
})

describe('les choix faits pour un fichier', () => {
  const odd: readonly RawRow[] = [
    ['Nom', 'Prénom', 'Truc'],
    ['Durand', 'Camille', 'vert'],
  ]
  const asCustom = (mapping: ImportMapping): ImportMapping => ({
    ...mapping,
    columns: mapping.columns.map((column) =>
      column.header === 'Truc' ? { ...column, target: { kind: 'custom', id: null, name: 'Couleur', type: 'text' } } : column,
    ),
  })

  test('créent le champ sur le moment, et sont retrouvés pour les mêmes en-têtes', async () => {
    const world = await openImportWorld()
    await importRows(world, odd, asCustom)
    const [field] = [...(await world.store.mirror.read('customFields')).values()]
    expect(field).toMatchObject({ name: 'Couleur', kind: 'text' })
    expect((await everybody(world))[0]?.custom).toEqual({ [field?.id ?? '']: 'vert' })
    const again = await openRows(world, odd, 'autre nom.csv')
    expect(again.fromTemplate).toBe(true)
    expect(again.mapping.columns[2]?.target).toEqual({ kind: 'custom', id: field?.id, name: 'Couleur', type: 'text' })
    expect((await judgeRows(world, odd)).counts).toMatchObject({ same: 1, create: 0 })
  })

  test('peuvent être oubliés', async () => {
    const world = await openImportWorld()
    await importRows(world, odd, asCustom)
    for (const { id } of await world.importing.templates()) await world.importing.forgetTemplate(id)
    expect((await openRows(world, odd)).fromTemplate).toBe(false)
  })

  test('une ligne d’en-tête choisie à la main est suivie', async () => {
    const world = await openImportWorld()
    const first = await openRows(world, [
      ['Nom', 'Prénom'],
      ['Nom de famille', 'Prénom usuel'],
      ['Durand', 'Camille'],
    ])
    const overview = await world.importing.setHeader({ id: first.id, headerRow: 1 })
    expect(overview).toMatchObject({ headerRow: 1, dataRows: 1 })
    expect(overview.mapping.columns.map(({ header }) => header)).toEqual(['Nom de famille', 'Prénom usuel'])
  })
})
