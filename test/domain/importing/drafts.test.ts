import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEmptyCell } from '#domain/importing/cell-text'
import type { ColumnMapping, ImportMapping } from '#domain/importing/mapping'
import type { RawCell } from '#domain/importing/sheet'
import { personOf, readSheet, table } from './read-sheet.ts'

/** One person with one more column. */
const oneCell = (header: string, cell: RawCell, more: Partial<ColumnMapping> = {}): ReturnType<typeof readSheet> =>
  readSheet(
    [
      ['Nom', 'Prénom', header],
      ['Durand', 'Camille', cell],
    ],
    (mapping) => ({ ...mapping, columns: mapping.columns.map((column) => (column.index === 2 ? { ...column, ...more } : column)) }),
  )

describe('aucune case n’est changée en silence', () => {
  it.each(['31/02/1980', '12/25/1990', 'inconnu ?'])('« %s » n’est pas une date de naissance : la case seule est laissée', (typed) => {
    const { drafts } = oneCell('Date de naissance', typed)
    expect(personOf(drafts[0])).toMatchObject({ lastName: 'Durand', birthDate: null })
    expect(drafts[0]?.problems).toEqual([{ row: 1, column: 2, kind: 'bad-date', value: typed, severity: 'leaves-out' }])
    expect(drafts[0]?.rejected).toBe(false)
  })
  it('un numéro de jour d’Excel est lu comme une date, et montré', () => {
    const { drafts } = oneCell('Date de naissance', 36_000)
    expect(personOf(drafts[0]).birthDate).toBe('1998-07-24')
    expect(drafts[0]?.notes).toEqual([{ row: 1, column: 2, kind: 'excel-serial', from: '36000', to: '1998-07-24' }])
  })
  it('une année à deux chiffres est montrée', () => {
    expect(oneCell('Date de naissance', '12/03/98').drafts[0]?.notes).toEqual([
      { row: 1, column: 2, kind: 'two-digit-year', from: '12/03/98', to: '1998-03-12' },
    ])
  })
  it('un zéro perdu est remis, et montré', () => {
    const { drafts } = readSheet([
      ['Nom', 'Prénom', 'CP', 'Ville', 'Tél'],
      ['Durand', 'Camille', 1000, 'Bourg-en-Bresse', 612_345_678],
    ])
    expect(personOf(drafts[0])).toMatchObject({ addresses: [{ postalCode: '01000', communeCode: '01053' }], phones: [{ number: '+33612345678' }] })
    expect(drafts[0]?.notes.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['zero-restored', '612345678', '+33612345678'],
      ['zero-restored', '1000', '01000'],
    ])
  })
  it('garde les zéros que le tableur montre, et déballe ="01000"', () => {
    const { drafts } = readSheet([
      ['Nom', 'Prénom', 'CP', 'Ville'],
      ['Durand', 'Camille', { number: 1000, text: '01000' }, 'Bourg-en-Bresse'],
      ['Martin', 'Élodie', '="01000"', 'Bourg-en-Bresse'],
    ])
    expect(drafts.map((draft) => personOf(draft).addresses[0]?.postalCode)).toEqual(['01000', '01000'])
  })
  it('« non » n’inscrit personne, et une réponse illisible non plus', () => {
    expect(personOf(oneCell('Newsletter', 'non').drafts[0]).consents).toEqual({ 'email:news': { given: false, on: null, source: 'Newsletter' } })
    const unsure = oneCell('Newsletter', 'peut-être').drafts[0]
    expect(personOf(unsure).consents).toEqual({})
    expect(unsure?.problems[0]).toMatchObject({ kind: 'bad-yes-no', value: 'peut-être' })
  })
  it('une mauvaise adresse ou un mauvais téléphone ne coûte que sa case', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | E-mail | Téléphone
Durand | Camille | camille@exemple | 06 12`),
    )
    expect(drafts[0]?.problems.map(({ kind, value }) => [kind, value])).toEqual([
      ['bad-email', 'camille@exemple'],
      ['bad-phone', '06 12'],
    ])
    expect(personOf(drafts[0])).toMatchObject({ lastName: 'Durand', emails: [], phones: [] })
  })
  it('une erreur du tableur est dite', () => {
    expect(oneCell('Ville', { error: '#N/A' }).drafts[0]?.problems).toEqual([
      { row: 1, column: 2, kind: 'spreadsheet-error', value: '#N/A', severity: 'leaves-out' },
    ])
  })
  it('une commune inconnue est dite, et l’adresse gardée', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | CP | Ville
Durand | Camille | 35000 | Rennnes`),
    )
    expect(drafts[0]?.problems).toEqual([{ row: 1, column: 3, kind: 'unknown-commune', value: '35000 Rennnes', severity: 'warns' }])
    expect(personOf(drafts[0]).addresses[0]).toMatchObject({ postalCode: '35000', city: 'Rennnes', communeCode: null })
  })
  it('toute case remplie d’une colonne choisie est prise ou dite', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 14 }),
      fc.integer({ min: -5, max: 99_999 }),
      fc.constantFrom('12/03/1998', '31/02/1980', '06 12 34 56 78', 'a@b.fr', 'x', 'non', 'F', '35000'),
    )
    fc.assert(
      fc.property(
        cell,
        fc.constantFrom('Date de naissance', 'E-mail', 'Téléphone', 'Sexe', 'Newsletter', 'Ville', 'Remarques', 'Nb heures'),
        (typed, header) => {
          fc.pre(!isEmptyCell(typed))
          const { drafts, mapping } = oneCell(header, typed)
          const draft = drafts[0]
          // A column whose values say another thing may have been left out as a whole: it is shown as such.
          if (draft === undefined || mapping.columns[2]?.target === null) return true
          const person = personOf(draft)
          const taken =
            person.birthDate !== null ||
            person.emails.length + person.phones.length + person.addresses.length + person.custom.length + person.tags.length > 0 ||
            person.gender !== null ||
            Object.keys(person.consents).length > 0 ||
            person.note !== '' ||
            draft.hours.length > 0
          const silent = /^(?:[-–—/.0]+|n\/?a|nc|sans|aucune?|x+|\?+|inconnue?|nsp|non (?:précisé|spécifié))$/i.test(String(typed).trim())
          return taken || draft.problems.length > 0 || draft.notes.length > 0 || silent || typed === 0
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('ce qu’une ligne peut porter', () => {
  it('une ligne qui ne nomme personne est rejetée, les autres non', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | E-mail | Ville
Durand | Camille | | Rennes
 | | | Lyon
 | | seule@example.org |`),
    )
    expect(drafts.map((draft) => draft.rejected)).toEqual([false, true, false])
    expect(drafts[1]?.problems).toEqual([{ row: 2, column: null, kind: 'missing-name', value: '', severity: 'rejects' }])
    expect(drafts[2]?.problems).toEqual([])
  })
  it('des années cochées à la suite font une seule période', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | 2019 | 2020 | 2021 | 2023
Durand | Camille | x | 20 € | payé | x
Martin | Élodie | | non | 0 | chèque`),
    )
    expect(drafts.map((draft) => personOf(draft).roles.map(({ start, end }) => [start, end]))).toEqual([
      [
        ['2019', '2021'],
        ['2023', '2023'],
      ],
      [['2023', '2023']],
    ])
  })
  it('une année scolaire va de septembre à août', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | 2021-2022 | 2022-2023
Durand | Camille | x | x`),
    )
    expect(personOf(drafts[0]).roles).toMatchObject([{ start: '2021-09', end: '2023-08' }])
  })
  it('une grille donne une présence par croix', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | Atelier CV 12/03/2024 | Sortie 02/05/2024 | Bilan 12/06/2024
Durand | Camille | X | absente | 2h
Martin | Élodie | | oui | bof
Petit | Anna | X | X | X`),
    )
    expect(drafts[0]?.attendances.map(({ event, status, hours }) => [event.name, event.date, status, hours])).toEqual([
      ['Atelier CV', '2024-03-12', 'present', null],
      ['Sortie', '2024-05-02', 'absent', null],
      ['Bilan', '2024-06-12', 'present', 2],
    ])
    expect(drafts[1]?.problems).toMatchObject([{ column: 4, kind: 'bad-attendance', value: 'bof' }])
  })
  it('une liste de présences donne personne, événement et statut', () => {
    const { drafts } = readSheet(
      table(`
Événement | Date | Nom | Prénom | Présence | Heures
Atelier CV | 12/03/2024 | Durand | Camille | présente | 2`),
    )
    expect(drafts[0]?.attendances).toEqual([
      { event: { id: null, name: 'Atelier CV', date: '2024-03-12', kind: '', place: '' }, status: 'present', hours: 2 },
    ])
    expect(drafts[0]?.hours).toEqual([])
  })
  it('des heures sans événement sont des heures données', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | Date | Heures | Tâche
Durand | Camille | 12/03/2024 | 2h30 | accueil`),
    )
    expect(drafts[0]?.hours).toEqual([{ date: '2024-03-12', hours: 2.5, task: 'accueil' }])
  })
  it('une commune se dit par code INSEE, un quartier par code QPV', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | Code INSEE | Code QPV
Durand | Camille | 75118 | QN07501M
Martin | Élodie | 1053 | QN99999X`),
    )
    expect(personOf(drafts[0]).addresses).toMatchObject([{ communeCode: '75056', qpvCode: 'QN07501M' }])
    expect(personOf(drafts[1]).addresses).toMatchObject([{ communeCode: '01053', qpvCode: null }])
    expect(drafts[1]?.problems).toMatchObject([{ kind: 'unknown-qpv', value: 'QN99999X' }])
  })
  it('une colonne « Contact » donne ce que chacun a donné, et le montre', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | Téléphone
Durand | Camille | 06 12 34 56 78
Martin | Élodie | elodie@example.org`),
    )
    expect(personOf(drafts[1])).toMatchObject({ phones: [], emails: [{ address: 'elodie@example.org' }] })
    expect(drafts[1]).toMatchObject({ problems: [], notes: [{ kind: 'email-cleaned', from: 'elodie@example.org' }] })
  })
  it('une fin avant le début est dite et laissée', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | Rôle | Date de début | Date de fin
Durand | Camille | mentor | 01/09/2023 | 01/09/2022`),
    )
    expect(personOf(drafts[0]).roles).toMatchObject([{ kind: { id: 'mentor' }, start: '2023-09-01', end: null }])
    expect(drafts[0]?.problems).toMatchObject([{ column: 4, kind: 'end-before-start', value: '01/09/2022' }])
  })
  it('plusieurs rôles dans une case, et ceux que l’association invente', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | Rôle
Durand | Camille | mentor, bénévole
Martin | Élodie | Trésorière
Petit | Anna | Jardinière`),
    )
    expect(drafts.map((draft) => personOf(draft).roles.map(({ kind }) => kind.id ?? kind.name))).toEqual([
      ['mentor', 'volunteer'],
      ['board'],
      ['Jardinière'],
    ])
  })
  it('le rôle donné à tout le fichier, avec ses dates', () => {
    const given = (mapping: ImportMapping): ImportMapping => ({
      ...mapping,
      givenRole: { kind: 'member' as never, start: null, end: null },
      roleLasts: 'one-year',
    })
    const { drafts } = readSheet(table('Nom | Prénom | Date d’adhésion\nDurand | Camille | 29/02/2024'), given)
    expect(personOf(drafts[0]).roles).toMatchObject([{ start: '2024-02-29', end: '2025-02-27' }])
  })
  it('un code postal étranger reste tel quel', () => {
    const { drafts } = readSheet(
      table(`
Nom | Prénom | CP | Ville | Pays
Durand | Camille | 1000 | Bruxelles | Belgique`),
    )
    expect(personOf(drafts[0]).addresses).toMatchObject([{ postalCode: '1000', city: 'Bruxelles', country: 'BE', communeCode: null }])
    expect(drafts[0]?.problems).toEqual([])
  })
  it('deux adresses par ligne, et « Adresse 2 » comme seconde ligne d’une seule', () => {
    const two = readSheet(
      table(`
Nom | Prénom | Rue | Code postal | Ville | Rue 2 | Code postal 2 | Ville 2
Durand | Camille | 1 rue A | 35000 | Rennes | 2 rue B | 75018 | Paris`),
    )
    expect(personOf(two.drafts[0]).addresses.map(({ street, communeCode }) => [street, communeCode])).toEqual([
      ['1 rue A', '35238'],
      ['2 rue B', '75056'],
    ])
    const one = readSheet(
      table(`
Nom | Prénom | Adresse 1 | Adresse 2 | Code postal | Ville
Durand | Camille | 1 rue A | bât. B | 35000 | Rennes`),
    )
    expect(personOf(one.drafts[0]).addresses.map(({ street }) => street)).toEqual(['1 rue A, bât. B'])
  })
})
