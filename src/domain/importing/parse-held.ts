import { foldWords } from '#domain/fold-text'
import { parseDateText } from '#domain/importing/parse-date'
import { parseNumberText } from '#domain/importing/parse-number'
import { parseYesNo } from '#domain/importing/parse-yes-no'

/** What a cell in the column of a year says: a cross, an amount paid, a date or a word of payment → true; « non », zero, « radié » → false; null when it can't be told. */
export const parseHeld = (text: string): boolean | null => {
  const yes = parseYesNo(text)
  if (yes !== null) return yes
  const amount = parseNumberText(text)
  if (amount !== null) return amount > 0
  const words = foldWords(text)
  if (heldWords.test(words)) return true
  if (notHeldWords.test(words)) return false
  return parseDateText(text, 'dmy', 30) === null ? null : true
}

const heldWords =
  /^(?:paye|payee|cheque|chq|cb|carte|especes|esp|liquide|virement|vir|gratuit|exonere|exoneree|offert|honneur|membre|adherent|adherente|actif|active|helloasso|ok|present|presente|renouvele|renouvelee|a jour|p)\b/
const notHeldWords = /^(?:impaye|impayee|pas|non|parti|partie|absent|absente|demission|radie|radiee|a relancer|en attente)\b/
