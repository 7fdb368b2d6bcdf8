import type { SheetCell } from '#support/workbook'

/**
 * A volunteer's spreadsheet as they are: a title and an empty row above the header, names in capitals, dates of several kinds, a day that does not
 * exist, a broken address, somebody without a name, a couple that shares an e-mail, two namesakes, a total at the bottom. All invented.
 */
export const messyMembers: readonly (readonly SheetCell[])[] = [
  ['Association Les Passerelles - adhérents', null, null, null, null, null, null],
  [],
  ['NOM ', 'Prénom', 'Né(e) le', 'Courriel', 'Tél.', 'CP', 'Ville'],
  ['DURAND', 'Camille', '12/03/1998', 'camille.durand@exemple.fr', '06 12 34 56 78', '35000', 'Rennes'],
  ['LE GOFF', 'Inès', '31/02/1980', 'ines.legoff@exemple.fr', '0698765432', '29200', 'Brest'],
  ['MARTIN', 'Paul', '05/11/1975', 'les.martin@exemple.fr', '02 99 11 22 33', '35200', 'Rennes'],
  ['MARTIN', 'Louise', '18/07/1977', 'les.martin@exemple.fr', '', '35200', 'Rennes'],
  ['', '', '01/01/1990', '', '', '44000', 'Nantes'],
  ['PETIT', 'Zoé', '23/09/2001', 'zoe.petit@', '07 00 00 00 01', '01000', 'Bourg-en-Bresse'],
  ['BERNARD', 'Hugo', '14/05/99', 'hugo.bernard@exemple.fr', '+33 6 11 22 33 44', '56000', 'Vannes'],
  ['TOTAL', 7, null, null, null, null, null],
]

/** The same association a year later: one e-mail changed, one new person, and a Camille Durand of whom the file says nothing but the name. */
export const nextYearMembers: readonly (readonly SheetCell[])[] = [
  ['Nom', 'Prénom', 'Date de naissance', 'E-mail', 'Téléphone'],
  ['BERNARD', 'Hugo', '14/05/1999', 'hugo.bernard@exemple.org', '06 11 22 33 44'],
  ['NGUYEN', 'Minh', '02/02/2002', 'minh.nguyen@exemple.fr', ''],
]
