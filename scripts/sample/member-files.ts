import { plain, type SamplePerson } from './association.ts'
import { csv, windows1252, workbook, type SampleCell } from './cells.ts'
import { chanceFrom, type Chance } from './chance.ts'

const sheetYears = [2019, 2020, 2021, 2022, 2023, 2024, 2025] as const
const crosses = ['x', 'x', 'x', 'X', 'oui', '1'] as const

/** The register that everybody has: title rows, one column a year, a total at the bottom, and the slips of several hands. */
export const membersFile = (people: readonly SamplePerson[]): Uint8Array => {
  const chance = chanceFrom(1_901)
  const placing = chanceFrom(1_902)
  const members = people.filter(({ role, years }) => role !== 'employee' && role !== 'donor' && years.some((year) => year <= 2025)).toSorted(byName)
  const header = [
    'Nom',
    'Prénom',
    'Date de naissance',
    'Sexe',
    'E-mail',
    'Téléphone',
    'Adresse',
    'CP',
    'Ville',
    'Territoire',
    'QPV',
    ...sheetYears.map(String),
    'Remarques',
  ]
  const rows = members.map((person, row): readonly SampleCell[] => [
    chance.happens(0.04) ? person.lastName.toUpperCase() : person.lastName,
    person.firstName,
    slips.birthDate.get(row) ?? writtenDay(chance, person.birthDate),
    chance.happens(0.95) ? (person.gender === 'female' ? 'F' : 'H') : null,
    slips.email.get(row) ?? (person.email === '' ? null : chance.happens(0.06) ? person.email.toUpperCase() : person.email),
    slips.phone.get(row) ?? writtenPhone(chance, person.phone),
    person.street === '' ? null : person.street,
    // Some typed the code as a number: a northern one loses nothing by it.
    chance.happens(0.5) ? Number(person.postalCode) : person.postalCode,
    chance.happens(0.15) ? person.city.toUpperCase() : person.city,
    territories.has(person.city) && placing.happens(0.8) ? person.city : null,
    person.role === 'mentee' && placing.happens(0.6) ? (neighbourhoods.get(person.city) ?? null) : null,
    ...sheetYears.map((year) => (person.years.includes(year) ? chance.pick(crosses) : null)),
    remarks.get(row) ?? null,
  ])
  const totals: readonly SampleCell[] = [
    'TOTAL',
    members.length,
    ...Array.from({ length: 9 }, () => null),
    ...sheetYears.map((year) => members.filter(({ years }) => years.includes(year)).length),
    null,
  ]
  return workbook(
    [
      {
        name: 'Membres',
        titles: 2,
        widths: [18, 16, 16, 6, 34, 17, 30, 8, 20, 14, 12, ...sheetYears.map(() => 6), 36],
        rows: [
          ['Association Les Passerelles : fichier des membres'],
          ['Mis à jour le 12/10/2026 par Nadia. Une croix = cotisation réglée.'],
          [],
          header,
          ...rows,
          [],
          totals,
        ],
      },
      { name: 'À lire', titles: 0, widths: [80], rows: [['Ne pas supprimer les anciens !'], ['Les adhésions de 2026 sont sur HelloAsso.']] },
    ],
    'xlsx',
  )
}

/** Where the association works, and the priority neighbourhoods it knows its young people to live in (codes of 2024). */
const territories: ReadonlySet<string> = new Set(['Lille', 'Roubaix', 'Tourcoing'])
const neighbourhoods: ReadonlyMap<string, string> = new Map([
  ['Lille', 'QN05971M'],
  ['Roubaix', 'QN05981M'],
  ['Tourcoing', 'QN05985M'],
])

/** Cells that nobody can read as they stand, by row of the register. */
const slips = {
  birthDate: new Map<number, string>([
    [11, '31/02/1985'],
    [64, 'à demander'],
  ]),
  email: new Map<number, string>([
    [23, 'pas d’adresse'],
    [90, 'rayan.colin@@example.org'],
  ]),
  phone: new Map<number, string>([
    [37, '06 00 00 12'],
    [102, 'liste rouge'],
  ]),
} as const
const remarks = new Map<number, string>([
  [3, 'préfère le téléphone'],
  [18, 'a déménagé en 2024'],
  [41, 'ne plus envoyer la lettre'],
  [58, 'disponible le mercredi'],
  [77, 'parle arabe et portugais'],
  [120, 'à relancer en septembre'],
])

/** Who did what, from when to when: names in one column, dates known to the day, the month or the year. */
export const rolesFile = (people: readonly SamplePerson[]): Uint8Array => {
  const chance = chanceFrom(2_401)
  const words = {
    mentor: ['Mentor', 'Mentore'],
    mentee: ['Mentoré', 'Mentorée'],
    volunteer: ['Bénévole', 'Bénévole'],
    board: ['Administrateur', 'Administratrice'],
    employee: ['Salarié', 'Salariée'],
    donor: ['Donateur', 'Donatrice'],
  } as const
  const rows = people.toSorted(byName).map((person): readonly SampleCell[] => {
    const [first = 2019] = person.years
    const last = person.years.at(-1) ?? first
    return [
      `${person.lastName.toUpperCase()} ${person.firstName}`,
      person.email === '' ? null : person.email,
      person.birthDate === null ? null : { date: person.birthDate },
      words[person.role][person.gender === 'female' ? 1 : 0],
      beginning(chance, first, first === last ? 5 : 10),
      last >= 2026 ? null : chance.happens(0.8) ? { date: `${last}-06-30` } : String(last),
    ]
  })
  return workbook(
    [
      {
        name: 'Feuil1',
        titles: 0,
        widths: [30, 34, 16, 18, 14, 14],
        rows: [['Nom et prénom', 'Courriel', 'Né(e) le', 'Rôle', 'Début', 'Fin'], ...rows],
      },
    ],
    'xlsx',
  )
}

/** This year's memberships as HelloAsso gives them: parents pay for the young, people come back under the same name. */
export const helloAssoFile = (people: readonly SamplePerson[]): Uint8Array => {
  const chance = chanceFrom(2_601)
  const header =
    'Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;Nom payeur;Prénom payeur;Email payeur;Moyen de paiement;Tarif;Montant tarif;Date de naissance;Téléphone;Ville;Inscription à la lettre d’information'.split(
      ';',
    )
  const members = people
    .filter(({ role, years }) => role !== 'employee' && role !== 'donor' && years.includes(2026))
    .toSorted((a, b) => ((a.index * 37) % 101) - ((b.index * 37) % 101) || a.index - b.index)
  const rows = members.map((person, row) => {
    const payer = person.payer ?? {
      firstName: person.firstName,
      email: person.email === '' ? `${plain(person.lastName)}${person.index}@example.net` : person.email,
    }
    const day = chance.between(1, 28)
    return [
      String(41_200_318 + row * 1_733),
      `${two(day)}/${two(1 + Math.floor((row * 9) / members.length))}/2026 ${two(chance.between(8, 22))}:${two(chance.between(0, 59))}`,
      'Validé',
      person.lastName,
      person.firstName,
      person.lastName,
      payer.firstName,
      payer.email,
      'Carte bancaire',
      person.role === 'mentee' ? 'Jeune' : 'Adhésion',
      person.role === 'mentee' ? '5,00' : '20,00',
      person.birthDate === null ? '' : french(person.birthDate),
      person.phone,
      person.city,
      chance.happens(0.7) ? 'Oui' : 'Non',
    ]
  })
  return new TextEncoder().encode(`\uFEFF${csv([header, ...rows])}`)
}

/** The old list of names of the donors, saved by an old Excel. */
export const donorsFile = (people: readonly SamplePerson[]): Uint8Array => {
  const donors = people.filter(({ role }) => role === 'donor')
  return windows1252(
    csv([
      ['Donateur', 'Mail', 'Code postal', 'Commune', 'Étiquette'],
      ...donors.map((person) => [`${person.firstName} ${person.lastName}`, person.email, person.postalCode, person.city, 'donateur régulier']),
    ]),
  )
}

/** A day, a month or a year: who knows after so long. */
const beginning = (chance: Chance, year: number, latestMonth: number): SampleCell => {
  const kind = chance.next()
  if (kind < 0.55) return { date: `${year}-${two(chance.between(1, latestMonth))}-${two(chance.between(1, 28))}` }
  return kind < 0.8 ? `${two(chance.between(1, latestMonth))}/${year}` : String(year)
}

/** Real dates mostly; some typed as text, in the order of the day. */
const writtenDay = (chance: Chance, iso: string | null): SampleCell => {
  if (iso === null) return null
  return chance.happens(0.75) ? { date: iso } : french(iso)
}
const writtenPhone = (chance: Chance, phone: string): SampleCell => {
  if (phone === '') return null
  const pairs = phone.match(/\d\d/gu) ?? []
  const kind = chance.next()
  if (kind < 0.5) return pairs.join(' ')
  if (kind < 0.7) return pairs.join('.')
  // A cell typed as a number has lost its first zero.
  return kind < 0.85 ? Number(phone) : `+33 ${phone.slice(1, 2)} ${pairs.slice(1).join(' ')}`
}

export const byName = (a: SamplePerson, b: SamplePerson): number => (`${a.lastName} ${a.firstName}` < `${b.lastName} ${b.firstName}` ? -1 : 1)
export const french = (iso: string): string => iso.split('-').toReversed().join('/')
const two = (value: number): string => String(value).padStart(2, '0')
