import { describe, expect, test } from 'vitest'
import { findLayout } from '#domain/importing/find-layout'
import { guessMapping } from '#domain/importing/guess-mapping'
import { nothingKnown } from '#domain/importing/knowledge'
import type { ImportField } from '#domain/importing/mapping'
import type { RawRow } from '#domain/importing/sheet'
import { builtInRoleKinds } from '#domain/role'
import { importTerms as english } from '../../../src/renderer/i18n/en/import-terms.ts'
import { importTerms as french } from '../../../src/renderer/i18n/fr/import-terms.ts'
import { modelFields, models } from '../../../src/renderer/features/importing/model-fields.ts'

const filled: Readonly<Partial<Record<ImportField, string>>> = {
  lastName: 'Durand',
  firstName: 'Camille',
  birthDate: '12/03/1998',
  gender: 'F',
  email: 'camille@exemple.fr',
  phone: '06 12 34 56 78',
  street: '3 rue des Lilas',
  postalCode: '35000',
  city: 'Rennes',
  role: 'Bénévole',
  roleStart: '01/09/2023',
  roleEnd: '31/08/2024',
  tag: 'chorale',
  note: 'appeler le soir',
  eventName: 'Atelier CV',
  eventDate: '12/01/2026',
  eventKind: 'atelier',
  eventPlace: 'Maison de quartier',
  attendance: 'présent',
  hoursDate: '12/01/2026',
  hours: '2,5',
  hoursTask: 'accueil',
  organisation: 'Collège Rosa Parks',
  organisationKind: 'école',
  organisationNumber: '12345678200010',
  organisationEmail: 'accueil@college.example',
  organisationPhone: '02 99 00 00 01',
}

describe('un modèle vide, une fois rempli, est reconnu colonne par colonne', () => {
  for (const [language, words] of [
    ['français', french.modelHeaders],
    ['anglais', english.modelHeaders],
  ] as const) {
    test.each(models)(`%s, en ${language}`, (model) => {
      const fields = modelFields[model]
      const rows: readonly RawRow[] = [
        fields.map((field) => words[field]),
        ...Array.from({ length: 5 }, () => fields.map((field) => filled[field] ?? null)),
      ]
      const mapping = guessMapping(findLayout(rows), rows, { ...nothingKnown, roleKinds: builtInRoleKinds })
      expect(mapping.columns.map(({ target }) => (target?.kind === 'field' ? target.field : target))).toEqual([...fields])
    })
  }
})
