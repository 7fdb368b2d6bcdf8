import type { FileProblem } from '#domain/importing/sheet'
import type { RefusedReport } from './report.ts'

/** What to tell the user of a file that cannot be taken: what is wrong, and what to do. */
export const refusal = (file: string, problem: FileProblem): RefusedReport => {
  const kind = problem.kind === 'cancelled' ? 'unreadable' : problem.kind
  return { file, ok: false, problem: { kind, message: messageOf(kind, problem.detail) } }
}

const messageOf = (kind: RefusedReport['problem']['kind'], detail: string): string => {
  if (kind === 'too-large' && detail === 'time limit') return slow
  if (kind === 'unsupported' && detail === 'text: utf-32') return utf32
  return messages[kind]
}

const messages: Readonly<Record<RefusedReport['problem']['kind'], string>> = {
  encrypted:
    'Ce fichier est protégé par un mot de passe. Ouvrez-le dans Excel ou LibreOffice, enregistrez-en une copie sans mot de passe, puis importez cette copie.',
  empty: 'Ce fichier ne contient aucune donnée. Vérifiez que c’est bien le bon fichier, ou refaites l’export depuis le logiciel d’origine.',
  corrupt:
    'Ce fichier est abîmé ou incomplet. Téléchargez-le ou exportez-le à nouveau ; s’il s’ouvre dans Excel ou LibreOffice, enregistrez-en une copie au format .xlsx et importez cette copie.',
  unsupported:
    'Ce fichier n’est ni un tableur ni une liste de contacts que Maillage sait lire. Enregistrez-le au format Excel (.xlsx), OpenDocument (.ods) ou CSV, puis importez-le.',
  'too-large':
    'Ce fichier est trop volumineux. Partagez-le en plusieurs fichiers, ou enregistrez au format CSV la seule feuille utile, puis importez le résultat.',
  unreadable:
    'Ce fichier n’a pas pu être lu. Vérifiez qu’il existe encore, qu’il n’est pas ouvert dans un autre programme et que vous avez le droit de le lire, puis réessayez.',
}
const slow =
  'La lecture de ce fichier prend trop de temps. Enregistrez au format CSV la seule feuille utile, ou partagez le fichier en plusieurs, puis importez le résultat.'
const utf32 =
  'Ce fichier texte est écrit dans un codage rare (UTF-32). Ouvrez-le dans un tableur, enregistrez-le au format « CSV UTF-8 », puis importez cette copie.'
