import { writeFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { utils, write } from 'xlsx'
import type { Person } from '#domain/person'

/** The 20 columns of the files that the measurements import, as a treasurer would name them. */
export const columns = [
  'Nom',
  'Prénom',
  'Date de naissance',
  'Genre',
  'E-mail',
  'Téléphone',
  'Rue',
  'Code postal',
  'Ville',
  'Code INSEE',
  'Pays',
  'Rôle',
  'Début du rôle',
  'Fin du rôle',
  'Date d’adhésion',
  'Numéro d’adhérent',
  'Étiquettes',
  'Commentaire',
  'Profession',
  'Organisation',
] as const

export type FileRow = readonly (string | null)[]

/** One row a person, dates as text in ISO form: the writers below give them their own form. */
export const peopleToRows = (people: readonly Person[]): readonly FileRow[] =>
  people.map((person, index) => {
    const [role] = Object.values(person.roles)
    const address = person.addresses[0]
    return [
      person.lastName,
      person.firstName,
      person.birthDate,
      person.gender === 'female' ? 'F' : person.gender === 'male' ? 'H' : null,
      person.emails[0]?.address ?? null,
      frenchPhone(person.phones[0]?.number ?? ''),
      address?.street ?? null,
      address?.postalCode ?? null,
      address?.city ?? null,
      address?.communeCode ?? null,
      'France',
      roleWords[role?.kind as string] ?? null,
      role?.start ?? null,
      role?.end ?? null,
      person.joinedOn,
      person.memberNumber,
      index % 7 === 0 ? 'promo 2021' : null,
      index % 11 === 0 ? 'rappeler en septembre' : null,
      professions[index % professions.length] ?? null,
      index % 5 === 0 ? `Lycée n° ${index % 40}` : null,
    ]
  })

/** Writes the rows as an ordinary workbook (real date cells) and answers its bytes. */
export const writeXlsx = async (path: string, rows: readonly FileRow[]): Promise<Uint8Array> => {
  const sheet = utils.aoa_to_sheet(
    [[...columns], ...rows.map((row) => row.map((cell) => (cell !== null && isoDate.test(cell) ? dateCell(cell) : cell)))],
    { dense: true },
  )
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Adhérents')
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
  await writeFile(path, bytes)
  return bytes
}

/** Writes the rows as French spreadsheets save them: semicolons, day first, a byte order mark. */
export const writeCsv = async (path: string, rows: readonly FileRow[]): Promise<string> => {
  const text = Papa.unparse(
    [[...columns], ...rows.map((row) => row.map((cell) => (cell !== null && isoDate.test(cell) ? cell.split('-').reverse().join('/') : cell)))],
    { delimiter: ';' },
  )
  await writeFile(path, `\uFEFF${text}`)
  return text
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/
const dayMilliseconds = 86_400_000
/** Days since the eve of 1900, which is how workbooks count. */
const dateCell = (iso: string) => ({ t: 'n' as const, v: Date.parse(iso) / dayMilliseconds + 25_569, z: 'dd/mm/yyyy' })
const frenchPhone = (e164: string): string => e164.replace(/^\+33/, '0').replace(/(\d\d)(?=\d)/g, '$1 ')
const roleWords: Readonly<Record<string, string>> = {
  volunteer: 'Bénévole',
  mentor: 'Mentor',
  mentee: 'Mentoré',
  member: 'Adhérent',
  alumni: 'Alumni',
  donor: 'Donateur',
}
const professions = ['enseignante', 'infirmier', 'comptable', 'étudiante', 'retraité', 'menuisier', 'développeuse', 'cadre territorial'] as const
