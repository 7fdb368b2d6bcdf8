import { foldWords } from '#domain/fold-text'
import type { Gender } from '#domain/person'

/** « F », « femme », « Mme », « M. », « homme », « autre »; 'unsaid' for « non précisé »; null when it is none of these. */
export const parseGender = (text: string): Gender | 'unsaid' | null => genderByWord.get(foldWords(text)) ?? null

const genderByWord: ReadonlyMap<string, Gender | 'unsaid'> = new Map([
  ...['f', 'femme', 'feminin', 'fille', 'female', 'woman', 'mme', 'madame', 'mlle', 'mademoiselle', 'mrs', 'ms', 'miss', 'elle', 'w'].map(
    (word) => [word, 'female'] as const,
  ),
  ...['h', 'm', 'homme', 'masculin', 'garcon', 'male', 'man', 'mr', 'monsieur', 'il', 'g'].map((word) => [word, 'male'] as const),
  ...['autre', 'non binaire', 'nb', 'other', 'x', 'iel', 'mx', 'non binary', 'nonbinary'].map((word) => [word, 'other'] as const),
  ...['non specifie', 'non precise', 'non renseigne', 'ne souhaite pas repondre', 'inconnu', 'unspecified', 'unknown', 'nsp', 'nc', 'societe'].map(
    (word) => [word, 'unsaid'] as const,
  ),
])
