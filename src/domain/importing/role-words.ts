import { foldWords } from '#domain/fold-text'
import type { RoleKindId } from '#domain/id'
import type { BuiltInRoleKindId, RoleKind } from '#domain/role'

/** The role kind that a word of a file means, by the association's own names first, then by the words of the field in French and English; null when none. */
export const roleOfWord = (word: string, kinds: readonly RoleKind[]): RoleKindId | null => {
  const folded = foldWords(word)
  const own = kinds.find((kind) => kind.name !== null && foldWords(kind.name) === folded)
  if (own !== undefined) return own.id
  const builtIn = builtInByWord.get(folded) ?? builtInByWord.get(singular(folded))
  return builtIn === undefined ? null : (builtIn as string as RoleKindId)
}

/** True for words that say « has no role »: no period is made of them. */
export const isNoRole = (word: string): boolean => noRole.has(foldWords(word))

const singular = (words: string): string =>
  words
    .split(' ')
    .map((word) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word))
    .join(' ')

const noRole = new Set(['non membre', 'non adherent', 'aucun', 'aucune', 'sans', 'none', 'neant', 'non adherente', '-', ''])
const wordsByKind: Readonly<Record<BuiltInRoleKindId, readonly string[]>> = {
  volunteer: ['benevole', 'volontaire', 'volunteer', 'benevolat', 'benevole actif', 'benevole active', 'intervenant benevole'],
  mentor: ['mentor', 'mentrice', 'mentoresse', 'parrain', 'marraine', 'tuteur', 'tutrice', 'mentor benevole'],
  mentee: [
    'mentee',
    'mentore',
    'mentoree',
    'filleul',
    'filleule',
    'beneficiaire',
    'jeune',
    'jeune accompagne',
    'jeune accompagnee',
    'eleve',
    'mentore e',
  ],
  alumni: ['alumni', 'alumnus', 'alumna', 'ancien', 'ancienne', 'ancien eleve', 'ancienne eleve', 'ancien beneficiaire', 'diplome'],
  ambassador: ['ambassadeur', 'ambassadrice', 'ambassador', 'relais', 'referent', 'referente'],
  board: [
    'administrateur',
    'administratrice',
    'president',
    'presidente',
    'vice president',
    'vice presidente',
    'tresorier',
    'tresoriere',
    'secretaire',
    'membre du ca',
    'membre du bureau',
    'bureau',
    'ca',
    'conseil d administration',
    'board',
    'board member',
    'tresorier adjoint',
    'tresoriere adjointe',
    'secretaire adjoint',
    'secretaire adjointe',
    'secretaire general',
    'secretaire generale',
    'co president',
    'co presidente',
  ],
  employee: [
    'salarie',
    'salariee',
    'employe',
    'employee',
    'staff',
    'permanent',
    'permanente',
    'service civique',
    'stagiaire',
    'coordinateur',
    'coordinatrice',
    'directeur',
    'directrice',
  ],
  member: [
    'adherent',
    'adherente',
    'membre',
    'member',
    'membre actif',
    'membre active',
    'cotisant',
    'cotisante',
    'adhesion',
    'cotisation',
    'membre adherent',
    'adherent actif',
    'membre d honneur',
    'membre fondateur',
    'membre bienfaiteur',
    'sociétaire',
    'licencie',
    'licenciee',
    'a jour',
    'adherent e',
  ],
  donor: ['donateur', 'donatrice', 'donor', 'mecene', 'don', 'bienfaiteur', 'bienfaitrice'],
  partner: ['partenaire', 'partner', 'prestataire', 'financeur', 'intervenant', 'intervenante'],
}
const builtInByWord: ReadonlyMap<string, BuiltInRoleKindId> = new Map(
  Object.entries(wordsByKind).flatMap(([kind, words]) => words.map((word) => [foldWords(word), kind as BuiltInRoleKindId] as const)),
)
