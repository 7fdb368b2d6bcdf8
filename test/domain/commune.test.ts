import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { communeByCode, findCommune, foldCommuneName, parseCommunes, searchCommunes } from '#domain/commune'
import { parseQpv, qpvVintage } from '#domain/qpv'

const index = parseCommunes(readFileSync(new URL('../../resources/territories/communes.txt', import.meta.url), 'utf8'))
const codeOf = (city: string, postalCode: string): string => {
  const match = findCommune(index, city, postalCode)
  return match.kind === 'found' ? match.commune.code : match.kind
}

describe('retrouver une commune', () => {
  it('tient toutes les communes d’aujourd’hui', () => {
    expect([...index.byCode.values()].filter((one) => one.kind === 'commune')).toHaveLength(34_969)
  })

  it.each([
    ['Vitry-sur-Seine', '94400', '94081'],
    ['VITRY SUR SEINE', '94400', '94081'],
    ['Vitry s/ Seine', '94400', '94081'],
    ['St-Denis', '93200', '93066'],
    ['Ste Foy lès Lyon', '69110', '69202'],
    ['Havre (Le)', '76600', '76351'],
    ['Rochelle', '17000', '17300'],
    ['L’Haÿ-les-Roses', '94240', '94038'],
    ['Ajaccio', '20000', '2A004'],
  ])('lit « %s » avec le code postal %s', (city, postalCode, code) => {
    expect(codeOf(city, postalCode)).toBe(code)
  })

  it('rattache un arrondissement à sa commune', () => {
    expect(codeOf('Paris 18e', '75018')).toBe('75056')
    expect(codeOf('Lyon 3ème arrondissement', '69003')).toBe('69123')
    expect(codeOf('', '13001')).toBe('13055')
    expect(communeByCode(index, '75118')?.code).toBe('75056')
  })

  it('rattache une ancienne commune à celle qu’elle a rejointe', () => {
    const match = findCommune(index, 'Bellegarde-sur-Valserine', '01200')
    expect(match).toMatchObject({ kind: 'found', commune: { name: 'Valserhône' }, named: { name: 'Bellegarde-sur-Valserine' } })
  })

  it('ne choisit jamais entre plusieurs communes', () => {
    expect(codeOf('Sainte-Colombe', '')).toBe('several')
    expect(codeOf('', '01000')).toBe('several')
  })

  it('ne croit pas un nom et un code postal qui ne vont pas ensemble', () => {
    expect(codeOf('Vitry-sur-Seine', '35000')).toBe('unknown')
    expect(codeOf('Rennnes', '35000')).toBe('unknown')
  })

  it('croit le département écrit entre parenthèses', () => {
    expect(codeOf('RENNES (35)', '')).toBe('35238')
    expect(codeOf('Saint-Denis (974)', '')).toBe('97411')
    expect(codeOf('Rennes (29)', '')).toBe('unknown')
  })

  it('lit un CEDEX par son département', () => {
    expect(codeOf('Paris Cedex 08', '75380')).toBe('75056')
  })

  it('complète un nom ou un code postal, les plus peuplées d’abord', () => {
    expect(searchCommunes(index, 'saint-deni', 2).map((one) => one.code)).toEqual(['97411', '93066'])
    expect(searchCommunes(index, 'roche', 1).map((one) => one.name)).toEqual(['La Rochelle'])
    expect(searchCommunes(index, '3500', 1).map((one) => one.name)).toEqual(['Rennes'])
    expect(searchCommunes(index, '  ', 5)).toEqual([])
  })

  it('compare les noms sans accents, traits d’union ni abréviations', () => {
    expect(foldCommuneName('ST-ÉTIENNE')).toBe(foldCommuneName('Saint Etienne'))
  })
})

describe('les quartiers prioritaires', () => {
  const qpv = parseQpv(readFileSync(new URL('../../resources/territories/qpv-2024.txt', import.meta.url), 'utf8'))
  it('tient la liste de 2024', () => {
    expect(qpv.byCode.size).toBe(1584)
    expect(qpv.byCode.get('QN00101M')).toMatchObject({ communeCodes: ['01053'] })
    expect(qpv.byCommune.get('75056')?.length).toBeGreaterThan(5)
  })
  it('connaît le millésime d’un code', () => {
    expect([qpvVintage('QN00101M'), qpvVintage('QP093028'), qpvVintage('75018')]).toEqual([2024, 2015, null])
  })
})
