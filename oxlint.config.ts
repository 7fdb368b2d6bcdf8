import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'oxlint'

/** Rooms of the application, by folder: which other rooms and which packages each may import. The same table as in docs/house.md, here with teeth. */
interface Room {
  readonly folder: string
  readonly rooms: readonly string[]
  /** Packages this room may import; every other one belongs to another room. */
  readonly packages: readonly string[]
  readonly why: string
  /** How many folders up a relative import may go and still be in the room (0). */
  readonly inside?: number
}

const reading = ['react', 'react-dom', 'react-i18next', '@mantine/core', '@mantine/hooks', '@tabler/icons-react']
const rooms: readonly Room[] = [
  {
    folder: 'src/domain',
    rooms: ['domain'],
    packages: ['zod', 'libphonenumber-js', 'fastest-levenshtein', 'graphology', 'graphology-metrics', 'ical.js'],
    why: 'domain is pure: no React, no Dexie, no Electron, no Node',
  },
  { folder: 'src/bridge', rooms: ['domain', 'bridge'], packages: ['zod'], why: 'bridge holds the contract between main and page, nothing else' },
  {
    folder: 'src/main',
    rooms: ['domain', 'bridge', 'main'],
    packages: ['electron', 'node:', 'zod', 'uuid'],
    why: 'spreadsheets and files are read and written in main/files only',
  },
  {
    folder: 'src/main/files',
    rooms: ['domain', 'bridge', 'main'],
    packages: ['node:', 'zod', 'uuid', 'xlsx', 'papaparse', 'fflate', 'ical.js', 'docx'],
    why: 'main/files reaches Electron through the System it is given, so that it also runs in worker threads, scripts and tests',
    inside: 1,
  },
  {
    folder: 'src/main/safety',
    rooms: ['domain', 'bridge', 'main'],
    packages: ['node:', 'zod', 'uuid', 'fflate'],
    why: 'main/safety reaches Electron through the System it is given, so that it also runs in tests',
    inside: 1,
  },
  { folder: 'src/preload', rooms: ['bridge'], packages: ['electron'], why: 'a sandboxed preload is a few lines over the bridge' },
  {
    folder: 'src/renderer/data',
    rooms: ['domain', 'bridge', 'data'],
    packages: [
      'dexie',
      'comlink',
      'react',
      'zod',
      'uuid',
      'fflate',
      '@leeoniya/ufuzzy',
      'libphonenumber-js',
      'graphology',
      'graphology-layout-forceatlas2',
    ],
    why: 'data knows Dexie and nothing of what is shown',
  },
  {
    folder: 'src/renderer/i18n',
    rooms: ['domain', 'i18n'],
    packages: ['i18next', 'react-i18next', 'react', 'libphonenumber-js'],
    why: 'i18n knows words and Intl, nothing of what is shown',
  },
  {
    folder: 'src/renderer/ui',
    rooms: ['domain', 'i18n', 'ui'],
    packages: [...reading, '@mantine/form', '@mantine/notifications', '@tanstack/react-virtual', '@tanstack/react-router'],
    why: 'ui shows what it is given: no data, no decision of the domain',
  },
  {
    folder: 'src/renderer/charts',
    rooms: ['domain', 'i18n', 'ui', 'charts'],
    packages: [...reading, 'recharts', 'modern-screenshot'],
    why: 'charts draws numbers it is given',
  },
  {
    folder: 'src/renderer/features',
    rooms: ['domain', 'bridge', 'data', 'i18n', 'ui', 'charts'],
    packages: [
      'i18next',
      ...reading,
      '@mantine/form',
      '@mantine/notifications',
      '@tanstack/react-virtual',
      '@tanstack/react-router',
      'comlink',
      'uuid',
      'zod',
    ],
    why: 'features never import each other: compose them in #app/routes; Dexie stays in data, recharts in charts',
  },
  {
    folder: 'src/renderer/app',
    rooms: ['domain', 'bridge', 'data', 'i18n', 'ui', 'charts', 'features', 'app'],
    packages: ['i18next', ...reading, '@mantine/notifications', '@tanstack/react-router', '@fontsource-variable/inter', 'i18next', 'comlink'],
    why: 'app introduces the features to each other; Dexie stays in data, recharts in charts',
  },
]

const aliases = ['domain', 'bridge', 'main', 'data', 'i18n', 'ui', 'charts', 'features', 'app', 'support']
const packagesNamedSomewhere = [...new Set([...rooms.flatMap((room) => room.packages), 'exceljs', 'fake-indexeddb', 'playwright-core', 'node:'])]

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const anyOf = (names: readonly string[]): string => `(${names.map(escaped).join('|')})`

/** Features are rooms too, each closed to the others: they are read from the disk, so that a new one has its walls at once. */
const featuresFolder = join(import.meta.dirname, 'src/renderer/features')
const features = existsSync(featuresFolder) ? readdirSync(featuresFolder) : []

/** Names that a relative way out of a room leads to; `resources/` is open to all. */
const sourceFolders = ['src', 'domain', 'bridge', 'main', 'preload', 'renderer', 'data', 'i18n', 'ui', 'charts', 'features', 'app', 'test', 'scripts']

/** One override per depth of folder, since a relative way out of a room is longer the deeper a file lies. */
const wallsOf = (room: Room): readonly Override[] =>
  room.folder.endsWith('/features')
    ? features.flatMap((feature) =>
        wallsAround(
          `${room.folder}/${feature}`,
          room,
          features.filter((other) => other !== feature),
        ),
      )
    : wallsAround(room.folder, room, [])

const wallsAround = (folder: string, { rooms: allowed, packages, why, inside = 0 }: Room, otherFeatures: readonly string[]): readonly Override[] => {
  const foreignRooms = aliases.filter((alias) => !allowed.includes(alias) && !(alias === 'features' && otherFeatures.length > 0))
  const foreignPackages = packagesNamedSomewhere.filter((name) => !packages.includes(name))
  return [0, 1, 2].map((depth) => ({
    files: [`${folder}/${'*/'.repeat(depth)}*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: `^#${anyOf(foreignRooms)}/`, message: why },
            { regex: `^#features/${anyOf(otherFeatures)}/`, message: why },
            { regex: `^${anyOf(foreignPackages.filter((name) => name.endsWith(':')))}`, message: why },
            { regex: `^${anyOf(foreignPackages.filter((name) => !name.endsWith(':')))}(/|$)`, message: why },
            {
              regex: `^(\\.\\./){${depth + inside + 1},}${anyOf([...sourceFolders, ...features])}(/|$)`,
              message: `a relative import must not leave its room: use an alias of package.json; ${why}`,
            },
          ].filter(({ regex }) => !regex.includes('()')),
        },
      ],
    },
  }))
}
type Override = NonNullable<Parameters<typeof defineConfig>[0]['overrides']>[number]

export default defineConfig({
  plugins: ['typescript', 'import', 'react', 'unicorn', 'oxc'],
  categories: { correctness: 'error', suspicious: 'off', pedantic: 'off', style: 'off' },
  ignorePatterns: ['out/**', 'dist/**', 'test/fixtures/**', 'demo-output/**', 'resources/**'],
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
    // `'unknown' | string` tells the reader which words to expect; `[...text]` takes a text letter by letter.
    'typescript/no-redundant-type-constituents': 'off',
    'typescript/no-misused-spread': 'off',
    'unicorn/no-thenable': 'off',
    'import/no-cycle': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'no-console': 'off',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    // Files of strangers hold control characters, and we have to name them.
    'no-control-regex': 'off',
    // Speaks about the React Compiler, which is not used here.
    'react/incompatible-library': 'off',
    'react/refs': 'off',
    'prefer-const': 'error',
    'no-var': 'error',
    // More than one idea in a file: split it. Only a warning, since some tables of words are long.
    'max-lines': ['warn', { max: 350, skipBlankLines: true, skipComments: true }],
  },
  overrides: [
    ...rooms.flatMap(wallsOf),
    // Outside the hooks named so, data holds no component: a function called use… simply uses something.
    { files: ['src/renderer/data/**/*.ts'], excludeFiles: ['src/renderer/data/use-*.ts'], rules: { 'react/rules-of-hooks': 'off' } },
    // What a test reads back through another library, or from the page, has no type of ours.
    {
      files: ['test/**'],
      rules: { 'typescript/no-unsafe-assignment': 'off', 'typescript/no-unsafe-return': 'off', 'typescript/no-base-to-string': 'off' },
    },
    // Plain JavaScript that runs before anything is installed: there are no types to be unsafe about.
    { files: ['**/*.mjs'], rules: { 'typescript/no-unsafe-assignment': 'off', 'typescript/no-unsafe-return': 'off' } },
  ],
})
