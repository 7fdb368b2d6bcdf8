import { foldWords } from '#domain/fold-text'

/** What a column may tell that the law protects (GDPR, articles 9 and 10) or that an association should think twice about keeping. */
export type SensitiveSubject = 'health' | 'religion' | 'origin' | 'opinions' | 'sexual-life' | 'justice' | 'identity-number' | 'money'
export interface SensitiveColumn {
  readonly index: number
  readonly header: string
  readonly subject: SensitiveSubject
}

/** The columns whose header announces sensitive data: the user is warned before anything of them is kept. */
export const sensitiveColumns = (headers: readonly string[]): readonly SensitiveColumn[] =>
  headers.flatMap((header, index) => {
    const subject = sensitiveSubject(header)
    return subject === null ? [] : [{ index, header, subject }]
  })

export const sensitiveSubject = (header: string): SensitiveSubject | null => {
  const words = ` ${foldWords(header)} `
  return subjects.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

const subjects: readonly (readonly [SensitiveSubject, RegExp])[] = [
  [
    'health',
    / (?:sante|handicap\w*|rqth|mdph|medica\w+|maladies?|pathologies?|allergies?|traitements?|groupe sanguin|vaccin\w*|psy\w*|grossesse|enceinte|addictions?|health|disabilit\w+|medical|regime alimentaire|aah) /,
  ],
  ['religion', / (?:religi\w+|confession|culte|croyances?|religion|halal|casher|kasher) /],
  [
    'origin',
    / (?:nationalites?|origines?(?! du contact)|ethni\w+|pays de naissance|pays d origine|race|titre de sejour|refugies?|migrants?|nationality|ethnicity) /,
  ],
  ['opinions', / (?:syndic\w+|politiques?(?! de la ville)|opinions?|parti politique|convictions?|philosophi\w+|union member) /],
  ['sexual-life', / (?:orientation sexuelle|sexualite|vie sexuelle|orientation|sexual orientation|genre assigne) /],
  ['justice', / (?:casier|condamnations?|judiciaire|infractions?|pjj|sous main de justice|detention|incarcer\w+|criminal\w*) /],
  ['identity-number', / (?:n secu|num secu|securite sociale|nir|numero de securite sociale|ss number|passeport|carte d identite|cni) /],
  ['money', / (?:iban|rib|bic|carte bancaire|quotient familial|revenus?|salaires?|dettes?|bank account) /],
]
