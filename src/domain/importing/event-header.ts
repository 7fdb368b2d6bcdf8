import { foldWords } from '#domain/fold-text'
import { parseDateText } from '#domain/importing/parse-date'
import type { PartialDate } from '#domain/period'

/** The name and the date that the header of a column of crosses announces: « Atelier CV 12/03/2024 », « 2024-03-12 », « Sortie (12 mars) ». */
export interface EventHeader {
  readonly name: string
  readonly date: PartialDate | null
  /** The header says by itself that the column is an event: it holds a date, or a word of the field. */
  readonly sure: boolean
}

/** @param group the header above, when there are two rows: « Ateliers », « Présences ». */
export const readEventHeader = (name: string, group: string): EventHeader => {
  const day = dayAlone.test(name) && monthAlone.test(group) ? (parseDateText(`${name.replace(/\D/g, '')} ${group}`, 'dmy', 30)?.date ?? null) : null
  if (day !== null) return { name: `${name} ${group}`, date: day, sure: true }
  const [matched = ''] = datePattern.exec(name.slice(0, 200)) ?? []
  const date = matched === '' ? null : (parseDateText(matched.trim(), 'dmy', 30)?.date ?? null)
  const bare = date === null ? name : name.replace(matched, ' ').replace(emptyBrackets, ' ').replace(outerSigns, '').replace(/\s+/g, ' ').trim()
  const partial = date === null && dayAndMonth.test(name)
  const groupIsEvent = group !== '' && eventWords.test(` ${foldWords(group)} `)
  return {
    name: bare !== '' ? bare : groupIsEvent && !genericGroup.test(foldWords(group)) ? group : name,
    date,
    sure: date !== null || partial || groupIsEvent || eventWords.test(` ${foldWords(name)} `),
  }
}

const months =
  'janvier|janv\\.?|f[ée]vrier|f[ée]vr?\\.?|mars|avril|avr\\.?|mai|juin|juillet|juil\\.?|ao[ûu]t|septembre|sept?\\.?|octobre|oct\\.?|novembre|nov\\.?|d[ée]cembre|d[ée]c\\.?'
const datePattern = new RegExp(
  `\\b\\d{4}-\\d{2}-\\d{2}(?:T[\\d:]+)?|\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})\\b|\\b\\d{1,2}(?:er)?\\s+(?:${months})\\s+\\d{4}\\b|(?<![\\p{L}])(?:${months})\\s+\\d{4}\\b`,
  'iu',
)
const dayAndMonth = new RegExp(`\\b\\d{1,2}[/.]\\d{1,2}\\b|\\b\\d{1,2}(?:er)?\\s+(?:${months})(?![\\p{L}])`, 'iu')
/** « 7 » under « Septembre 2024 ». */
const dayAlone = /^(?:[1-9]|[12]\d|3[01])(?:er)?$/
const monthAlone = new RegExp(`^(?:${months})\\s+\\d{4}$`, 'iu')
const emptyBrackets = /\(\s*\)|\[\s*\]/g
const outerSigns = /^[\s,:;.\-–—/(]+|[\s,:;.\-–—/(]+$|\s+(?:du|le|du le)\s*$/gi
const eventWords =
  / (?:ateliers?|sorties?|reunions?|ag|assemblees?|diners?|repas|forums?|conferences?|rencontres?|week end|weekend|permanences?|seances?|visites?|fetes?|soirees?|evenements?|presences?|tournois?|concerts?|spectacles?|brunchs?|petits? dejeuners?|dejeuners?|aperos?|collectes?|maraudes?|galas?|events?|workshops?|meetings?|cafes?|portes ouvertes|emargements?|participations?|webinaires?|pique nique) /
const genericGroup = /^(?:presences?|ateliers|evenements|actions|seances|emargements?|participations?|activites|events|sorties|reunions)$/
