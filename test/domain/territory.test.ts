import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TerritoryId } from '#domain/id'
import { indexTerritories, parseCodes, territoryAndInside, territoryOf, territoryTree, type Territory } from '#domain/territory'
import { makeAddress, makePerson, makeTerritory, territoryId } from '#support/builders'

const rennes = makeTerritory()
const maurepas = makeTerritory({ id: territoryId(2), name: 'Maurepas', type: 'qpv', parentId: rennes.id, codes: ['QN03501M'] })
const department = makeTerritory({ id: territoryId(3), name: 'Ille-et-Vilaine', type: 'department', codes: ['35'] })
const branch = makeTerritory({ id: territoryId(4), name: 'Antenne de Fougères', type: 'other', codes: ['35300', '35133'] })
const everything = [rennes, maurepas, department, branch]
const byText = (left: string, right: string): number => left.localeCompare(right, 'fr')

describe('le territoire d’une personne', () => {
  const index = indexTerritories(everything)
  const at = (address: Parameters<typeof makeAddress>[0], chosen: TerritoryId | null = null): string | undefined => {
    const found = territoryOf(makePerson({ addresses: [makeAddress(address)], territoryId: chosen }), index)
    return everything.find(({ id }) => id === found)?.name
  }
  test('est celui choisi sur sa fiche, d’abord', () => {
    expect(at({ communeCode: '35238' }, branch.id)).toBe('Antenne de Fougères')
  })
  test('sinon celui du quartier, puis de la commune, puis du code postal, puis du département', () => {
    expect(at({ communeCode: '35238', qpvCode: 'QN03501M', postalCode: '35000' })).toBe('Maurepas')
    expect(at({ communeCode: '35238', postalCode: '35300' })).toBe('Rennes')
    expect(at({ postalCode: '35300', city: 'Fougères' })).toBe('Antenne de Fougères')
    expect(at({ communeCode: '35288' })).toBe('Ille-et-Vilaine')
    expect(at({ postalCode: '35400' })).toBe('Ille-et-Vilaine')
  })
  test('n’est jamais deviné d’un nom, ni d’un code postal étranger', () => {
    expect(at({ city: 'Rennes' })).toBeUndefined()
    expect(at({ postalCode: '35300', country: 'DE' })).toBe('Antenne de Fougères')
    expect(at({ postalCode: '35400', country: 'DE' })).toBeUndefined()
    expect(at({})).toBeUndefined()
  })
  test('n’est pas un territoire de la corbeille, même choisi', () => {
    const removed = indexTerritories([{ ...rennes, deletedAt: '2026-01-01T00:00:00.000Z' }, department])
    const person = makePerson({ territoryId: rennes.id, addresses: [makeAddress({ communeCode: '35238' })] })
    expect(territoryOf(person, removed)).toBe(department.id)
  })
})

describe('les codes', () => {
  test('s’écrivent comme on veut', () => {
    expect(parseCodes(' 35238, qn 03501m ;2a004 35238')).toEqual(['35238', 'QN03501M', '2A004'])
    expect(parseCodes('  ')).toEqual([])
  })
})

describe('l’arbre des territoires', () => {
  const drawn = (territories: readonly Territory[]): readonly string[] =>
    territoryTree(indexTerritories(territories), byText).map(({ territory, depth }) => `${'.'.repeat(depth)}${territory.name}`)

  test('montre chaque territoire sous celui qui le contient, par ordre alphabétique', () => {
    expect(drawn([{ ...rennes, parentId: department.id }, maurepas, department, branch])).toEqual([
      'Antenne de Fougères',
      'Ille-et-Vilaine',
      '.Rennes',
      '..Maurepas',
    ])
  })
  test('garde en vue ce dont le contenant est à la corbeille', () => {
    expect(drawn([{ ...rennes, deletedAt: '2026-01-01T00:00:00.000Z' }, maurepas])).toEqual(['Maurepas'])
  })
  test('n’en perd et n’en double aucun, quels que soient les contenants', () => {
    const parents = fc.array(fc.option(fc.nat(9), { nil: null }), { minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(parents, (parentOf) => {
        const territories = parentOf.map((parent, number) =>
          makeTerritory({ id: territoryId(number), name: `T${number}`, parentId: parent === null ? null : territoryId(parent), codes: [] }),
        )
        const tree = territoryTree(indexTerritories(territories), byText)
        expect(tree.map(({ territory }) => territory.name).toSorted()).toEqual(territories.map(({ name }) => name))
        for (const { id } of territories) expect(territoryAndInside(territories, id).has(id)).toBe(true)
      }),
    )
  })
})
