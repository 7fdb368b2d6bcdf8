import { foldWords } from '#domain/fold-text'

/** A commune of France, an arrondissement of Paris, Lyon or Marseille, or a commune that is now part of another. */
export interface Commune {
  /** INSEE code: text, « 01053 », « 2A004 ». */
  readonly code: string
  readonly name: string
  readonly kind: 'commune' | 'arrondissement' | 'old'
  /** Code of the commune it belongs to, for arrondissements and old communes; its own code for the others. */
  readonly parentCode: string
  readonly postalCodes: readonly string[]
  /** SIREN of its intercommunality, or ''. */
  readonly epciCode: string
  readonly population: number | null
}

export interface Division {
  readonly code: string
  readonly name: string
  /** For a department, its region; else ''. */
  readonly parentCode: string
}

/** The communes, ready for looking up by code, by name, by postal code and by the first letters of a name. */
export interface CommuneIndex {
  readonly byCode: ReadonlyMap<string, Commune>
  readonly byName: ReadonlyMap<string, readonly Commune[]>
  readonly byPostalCode: ReadonlyMap<string, readonly Commune[]>
  /** Names folded, in alphabetical order, with their commune: for completion. */
  readonly sortedNames: readonly (readonly [string, Commune])[]
  readonly departments: ReadonlyMap<string, Division>
  readonly regions: ReadonlyMap<string, Division>
  readonly epcis: ReadonlyMap<string, Division>
}

/** Reads `resources/territories/communes.txt` (its third and fourth lines tell the format). Throws on a line of another kind. */
export const parseCommunes = (text: string): CommuneIndex => {
  const communes: Commune[] = []
  const divisions = { R: new Map<string, Division>(), D: new Map<string, Division>(), E: new Map<string, Division>() }
  const postalCodesByCode = new Map<string, readonly string[]>()
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [kind, code = '', name = '', fourth = '', fifth = '', sixth = ''] = line.split(';')
    if (kind === 'R' || kind === 'D' || kind === 'E') {
      divisions[kind].set(code, { code, name, parentCode: fourth })
    } else if (kind === 'C' || kind === 'A' || kind === 'O') {
      const own = fourth === '' ? noCodes : fourth.split(' ')
      if (kind === 'C') postalCodesByCode.set(code, own)
      communes.push({
        code,
        name,
        kind: kind === 'C' ? 'commune' : kind === 'A' ? 'arrondissement' : 'old',
        parentCode: kind === 'C' ? code : fifth,
        // Old communes have kept the postal code of their letters, which is among those of the commune they joined.
        postalCodes: kind === 'O' ? (postalCodesByCode.get(fifth) ?? noCodes) : own,
        epciCode: kind === 'C' ? fifth : '',
        population: sixth === '' ? null : Number(sixth),
      })
    } else {
      throw new Error(`Unknown kind of line in the list of communes: ${line}`)
    }
  }
  return indexCommunes(communes, divisions)
}

/** What was found for the words of an address. `named` is what was written (an arrondissement, an old commune), `commune` where it is today. */
export type CommuneMatch =
  | { readonly kind: 'found'; readonly commune: Commune; readonly named: Commune }
  | { readonly kind: 'several'; readonly communes: readonly Commune[] }
  | { readonly kind: 'unknown' }

/**
 * The commune that a name and a postal code mean; either may be ''. Never guessed: a name shared by several communes, or a postal code of several communes,
 * is `several`; a name and a postal code that do not go together are `unknown`. A CEDEX code counts as its department only.
 */
export const findCommune = (index: CommuneIndex, city: string, postalCode: string): CommuneMatch => {
  if (city.length > longestName) return unknown
  const [, bare, department] = withDepartment.exec(city) ?? []
  if (bare !== undefined && department !== undefined && postalCode === '') {
    const here = (index.byName.get(foldCommuneName(bare)) ?? index.byName.get(withoutArticle(foldCommuneName(bare))) ?? []).filter(
      (one) => departmentOfCommune(one.code) === department.toUpperCase(),
    )
    return decide(index, preferCurrent(index, here))
  }
  const name = foldCommuneName(bare ?? city)
  if (name === '') {
    const here = unique(
      index,
      (index.byPostalCode.get(postalCode) ?? []).filter((one) => one.kind !== 'old'),
    )
    return decide(index, here)
  }
  const named = index.byName.get(name) ?? index.byName.get(withoutArticle(name)) ?? []
  if (postalCode === '') return decide(index, preferCurrent(index, named))
  const exact = named.filter((one) => one.postalCodes.includes(postalCode))
  if (exact.length > 0) return decide(index, preferCurrent(index, exact))
  if (index.byPostalCode.has(postalCode)) return unknown
  const area = departmentOfPostalCode(postalCode)
  return decide(
    index,
    preferCurrent(
      index,
      named.filter((one) => departmentOfPostalCode(one.postalCodes[0] ?? '') === area),
    ),
  )
}

/** The commune of today that an INSEE code means: arrondissements and old communes answer the commune they are part of. */
export const communeByCode = (index: CommuneIndex, code: string): Commune | null => {
  const found = index.byCode.get(code.toUpperCase())
  return found === undefined ? null : (index.byCode.get(found.parentCode) ?? found)
}

/** Communes whose name begins with these letters, or whose postal code begins with these digits; the most peopled first. For completing while typing. */
export const searchCommunes = (index: CommuneIndex, typed: string, limit: number): readonly Commune[] => {
  const words = foldCommuneName(typed)
  if (words === '') return []
  const found = new Set<Commune>()
  if (isDigits.test(words)) {
    for (const [code, communes] of index.byPostalCode) if (code.startsWith(words)) for (const one of communes) if (one.kind !== 'old') found.add(one)
  } else {
    for (let position = lowerBound(index.sortedNames, words); position < index.sortedNames.length; position++) {
      const entry = index.sortedNames[position]
      if (entry === undefined || !entry[0].startsWith(words)) break
      found.add(entry[1])
    }
  }
  return [...found]
    .sort((left, right) => (right.population ?? 0) - (left.population ?? 0) || left.name.localeCompare(right.name, 'fr'))
    .slice(0, limit)
}

/** « 75 », « 2A », « 974 »: the department of an INSEE code. */
export const departmentOfCommune = (communeCode: string): string =>
  communeCode.slice(0, communeCode.startsWith('97') || communeCode.startsWith('98') ? 3 : 2)

/** The name as it is compared: without accents, hyphens, capitals, CEDEX or number of arrondissement; « St » is « Saint », « s/ » is « sur ». */
export const foldCommuneName = (name: string): string =>
  foldWords(name.replace(slashed, (_, letter: string) => (letter.toLowerCase() === 's' ? ' sur ' : ' ')))
    .replace(cedex, '')
    .replace(arrondissement, '$1')
    .replace(saint, 'saint$1')
    .replace(trailingArticle, '')
    .trim()

const indexCommunes = (communes: readonly Commune[], divisions: Readonly<Record<'R' | 'D' | 'E', ReadonlyMap<string, Division>>>): CommuneIndex => {
  const byCode = new Map<string, Commune>()
  const byName = new Map<string, Commune[]>()
  const byPostalCode = new Map<string, Commune[]>()
  const sortedNames: (readonly [string, Commune])[] = []
  for (const commune of communes) {
    if (commune.kind !== 'old' || !byCode.has(commune.code)) byCode.set(commune.code, commune)
    const name = foldCommuneName(commune.name)
    const short = withoutArticle(name)
    addTo(byName, name, commune)
    if (short !== name) addTo(byName, short, commune)
    for (const code of commune.postalCodes) addTo(byPostalCode, code, commune)
    if (commune.kind !== 'arrondissement') {
      sortedNames.push([name, commune])
      if (short !== name) sortedNames.push([short, commune])
    }
  }
  sortedNames.sort((left, right) => (left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : 0))
  return { byCode, byName, byPostalCode, sortedNames, departments: divisions.D, regions: divisions.R, epcis: divisions.E }
}

const decide = (index: CommuneIndex, candidates: readonly Commune[]): CommuneMatch => {
  const [first, ...others] = unique(index, candidates)
  if (first === undefined) return unknown
  if (others.length > 0) return { kind: 'several', communes: [first, ...others] }
  return { kind: 'found', commune: index.byCode.get(first.parentCode) ?? first, named: first }
}

/** One entry for each commune of today: an old commune and the commune it became are one place. */
const unique = (index: CommuneIndex, candidates: readonly Commune[]): readonly Commune[] => {
  const byParent = new Map<string, Commune>()
  for (const one of candidates) {
    const parent = index.byCode.get(one.parentCode)?.code ?? one.code
    if (!byParent.has(parent) || one.kind === 'commune') byParent.set(parent, one)
  }
  return [...byParent.values()]
}

/** A name that belongs to a commune of today means that one, even if an old commune bore it too, unless both share the postal code. */
const preferCurrent = (index: CommuneIndex, candidates: readonly Commune[]): readonly Commune[] => {
  const places = unique(index, candidates)
  const current = places.filter((one) => one.kind === 'commune')
  return current.length > 0 ? current : places
}

const departmentOfPostalCode = (postalCode: string): string =>
  postalCode.startsWith('97') || postalCode.startsWith('98') ? postalCode.slice(0, 3) : postalCode.slice(0, 2)

const withoutArticle = (name: string): string => name.replace(leadingArticle, '')

const addTo = (map: Map<string, Commune[]>, key: string, commune: Commune): void => {
  const there = map.get(key)
  if (there === undefined) map.set(key, [commune])
  else if (!there.includes(commune)) there.push(commune)
}

const lowerBound = (names: readonly (readonly [string, Commune])[], prefix: string): number => {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle]?.[0] ?? '') < prefix) low = middle + 1
    else high = middle
  }
  return low
}

const unknown: CommuneMatch = { kind: 'unknown' }
const noCodes: readonly string[] = []
/** « Rennes (35) », « Ajaccio (2A) ». */
const withDepartment = /^(.+?)\s*\((\d{2,3}|2[ABab])\)$/
const longestName = 120
const isDigits = /^\d+$/
const slashed = /\b(s|ss)\/\s*/gi
const cedex = /\s*\bcedex(?: \d+)?$/
const arrondissement = /^(paris|lyon|marseille)(?: \d{1,2}(?: ?(?:e|er|eme|ieme|nd))?)(?: arr(?:ondissement|dt)?)?$/
const saint = /\bst(e?)\b/g
const leadingArticle = /^(?:le|la|les|l) /
const trailingArticle = / (?:le|la|les|l)$/
