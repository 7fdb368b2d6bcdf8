/** How the association counts its years. */
export type YearKind = 'civil' | 'school' | 'association'

/** The one settings record (id `settings`). */
export interface Settings {
  readonly id: 'settings'
  readonly associationName: string
  readonly language: 'fr' | 'en'
  readonly theme: 'auto' | 'light' | 'dark'
  readonly yearKind: YearKind
  /** For an association year: the month (1–12) in which it starts, on its first day. School years start in 9. */
  readonly yearStartMonth: number
  /** Somebody is active at a date who took part in the `activeMonths` months before it. */
  readonly activeMonths: number
  readonly activeRule: ActiveRule
}

/** What counts as being active: which facts, and whether holding a role is enough. Shown under every chart that uses it. */
export interface ActiveRule {
  readonly attendance: boolean
  readonly hours: boolean
  readonly role: boolean
}

export const defaultSettings: Settings = {
  id: 'settings',
  associationName: '',
  language: 'fr',
  theme: 'auto',
  yearKind: 'civil',
  yearStartMonth: 1,
  activeMonths: 12,
  activeRule: { attendance: true, hours: true, role: false },
}
