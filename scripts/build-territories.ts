// Writes resources/territories/communes.txt from the package @etalab/decoupage-administratif. Run by hand when that package gets a new year:
//   node scripts/build-territories.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'

const require = createRequire(import.meta.url)
const packageName = '@etalab/decoupage-administratif'

const place = z.object({ code: z.string(), nom: z.string(), region: z.string().optional() })
const commune = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.enum(['commune-actuelle', 'commune-deleguee', 'commune-associee', 'arrondissement-municipal']),
  departement: z.string().optional(),
  codesPostaux: z.array(z.string()).optional(),
  population: z.number().optional(),
  /** The commune that an old or associated commune, or an arrondissement, belongs to. */
  chefLieu: z.string().optional(),
  commune: z.string().optional(),
})
const epci = z.object({ code: z.string(), nom: z.string(), membres: z.array(z.object({ code: z.string() })) })

const read = <Item>(name: string, item: z.ZodType<Item>): readonly Item[] =>
  z.array(item).parse(JSON.parse(readFileSync(require.resolve(`${packageName}/data/${name}.json`), 'utf8')))

const communes = read('communes', commune)
const epcis = read('epci', epci)
const version = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(require.resolve(`${packageName}/package.json`), 'utf8'))).version

const epciByCommune = new Map(epcis.flatMap((group) => group.membres.map((member) => [member.code, group.code] as const)))
const letterByType = { 'commune-actuelle': 'C', 'arrondissement-municipal': 'A', 'commune-deleguee': 'O', 'commune-associee': 'O' } as const

const lines = [
  '# Communes, départements, régions et intercommunalités de France. Licence Ouverte 2.0 (Etalab).',
  `# Source : INSEE, code officiel géographique 2026 ; La Poste ; DGCL ; par ${packageName} ${version}. Écrit par scripts/build-territories.ts.`,
  '# R;code;région | D;code;département;région | E;code;intercommunalité',
  '# C;code;commune;codes postaux;intercommunalité;population | A;code;arrondissement;codes postaux;commune;population | O;code;ancienne commune;;commune;',
  ...read('regions', place).map(({ code, nom }) => `R;${code};${nom}`),
  ...read('departements', place).map(({ code, nom, region }) => `D;${code};${nom};${region ?? ''}`),
  ...epcis.map(({ code, nom }) => `E;${code};${nom}`),
  ...communes.map((one) => {
    const letter = letterByType[one.type]
    const parent = letter === 'C' ? (epciByCommune.get(one.code) ?? '') : (one.commune ?? one.chefLieu ?? '')
    return `${letter};${one.code};${one.nom};${(one.codesPostaux ?? []).join(' ')};${parent};${String(one.population ?? '')}`
  }),
]
writeFileSync(new URL('../resources/territories/communes.txt', import.meta.url), `${lines.join('\n')}\n`)
console.log(`${String(lines.length)} lines`)
