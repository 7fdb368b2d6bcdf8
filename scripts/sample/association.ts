import { chanceFrom, type Chance } from './chance.ts'
import { firstNames, lastNames, places, streets } from './names.ts'

/** « Les Passerelles », an invented mentoring association of Lille and around: who was there, in which years, as what. */
export interface SamplePerson {
  readonly index: number
  readonly gender: 'female' | 'male'
  readonly firstName: string
  readonly lastName: string
  /** ISO, or null when nobody asked. */
  readonly birthDate: string | null
  readonly email: string
  /** National figures, without spaces; '' when unknown. */
  readonly phone: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly role: SampleRole
  /** Years in which the person was there, in order; never empty. */
  readonly years: readonly number[]
  /** Young people whose parent pays. */
  readonly payer: { readonly firstName: string; readonly email: string } | null
  /** How readily the person comes, 0 to 1. */
  readonly zeal: number
}
export type SampleRole = 'mentor' | 'mentee' | 'volunteer' | 'board' | 'employee' | 'donor'

export const firstYear = 2019
export const lastYear = 2026

/** How many, how old, and how many of them are there again a year later. */
const profiles = [
  { role: 'mentor', count: 48, born: [1962, 1999], stays: 0.76, zeal: [0.35, 0.8] },
  { role: 'mentee', count: 70, born: [2003, 2011], stays: 0.58, zeal: [0.25, 0.75] },
  { role: 'volunteer', count: 44, born: [1950, 2004], stays: 0.72, zeal: [0.3, 0.95] },
  { role: 'board', count: 7, born: [1955, 1990], stays: 0.9, zeal: [0.5, 0.95] },
  { role: 'employee', count: 2, born: [1988, 1998], stays: 1, zeal: [0.9, 1] },
  { role: 'donor', count: 11, born: [1945, 1975], stays: 0.65, zeal: [0, 0.08] },
] as const

export const inventPeople = (): readonly SamplePerson[] => {
  const chance = chanceFrom(59_000)
  const taken = new Set<string>()
  return profiles
    .flatMap((profile) => Array.from({ length: profile.count }, () => profile))
    .map((profile, index) => {
      const gender = chance.happens(0.57) ? 'female' : 'male'
      const [oldest, youngest] = profile.born
      const birthYear = chance.between(oldest, youngest)
      const { firstName, lastName } = inventName(chance, firstNames[birthYear < 1985 ? 'older' : 'younger'][gender], taken)
      const [postalCode, city] = inventPlace(chance)
      const birthDate = chance.happens(0.9) ? `${birthYear}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}` : null
      const isYoung = profile.role === 'mentee'
      const hasOwnEmail = chance.happens(isYoung ? 0.6 : 0.93)
      return {
        index,
        gender,
        firstName,
        lastName,
        birthDate,
        email: hasOwnEmail ? `${plain(firstName)}.${plain(lastName)}@example.${chance.pick(['org', 'com', 'net'])}` : '',
        phone: chance.happens(0.82)
          ? `060000${String(chance.between(0, 9999)).padStart(4, '0')}`
          : chance.happens(0.3)
            ? `035301${String(chance.between(0, 9999)).padStart(4, '0')}`
            : '',
        street: chance.happens(0.85) ? `${chance.between(1, 180)} ${chance.pick(streets)}` : '',
        postalCode,
        city,
        role: profile.role,
        years: inventYears(
          chance,
          profile.role === 'board' ? 2019 : chance.pick([2019, 2019, 2020, 2021, 2021, 2022, 2022, 2023, 2023, 2024, 2024, 2025, 2025, 2026, 2026]),
          profile.stays,
        ),
        payer:
          isYoung && chance.happens(0.7)
            ? {
                firstName: chance.pick(chance.happens(0.7) ? firstNames.older.female : firstNames.older.male),
                email: `famille.${plain(lastName)}${chance.between(1, 99)}@example.org`,
              }
            : null,
        zeal: profile.zeal[0] + chance.next() * (profile.zeal[1] - profile.zeal[0]),
      }
    })
}

/** Some leave after their first year, some come back after one or two years away. */
const inventYears = (chance: Chance, joined: number, stays: number): readonly number[] => {
  const years = [joined]
  for (let year = joined + 1; year <= lastYear; year += 1) {
    const wasThere = years.at(-1) === year - 1
    const isFirst = years.length === 1
    // 2021: few could come, so fewer stayed.
    const probability = wasThere ? stays - (isFirst ? 0.1 : 0) - (year === 2021 ? 0.15 : 0) : 0.09
    if (chance.happens(probability)) years.push(year)
  }
  return years
}

const inventName = (
  chance: Chance,
  choices: readonly [string, ...string[]],
  taken: Set<string>,
): { readonly firstName: string; readonly lastName: string } => {
  for (;;) {
    const firstName = chance.pick(choices)
    const lastName = chance.pick(lastNames)
    if (taken.has(`${firstName} ${lastName}`)) continue
    taken.add(`${firstName} ${lastName}`)
    return { firstName, lastName }
  }
}

const inventPlace = (chance: Chance): readonly [string, string] => {
  let left = chance.between(1, 100)
  for (const [postalCode, city, weight] of places) {
    left -= weight
    if (left <= 0) return [postalCode, city]
  }
  return [places[0][0], places[0][1]]
}

/** « Marie-Claude », « N’Diaye » as they stand in an address. */
export const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/gu, '')
const two = (value: number): string => String(value).padStart(2, '0')
