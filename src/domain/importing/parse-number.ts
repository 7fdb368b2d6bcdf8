/** A number as typed in French or English: « 1 234,50 », « 1234.5 », « 12 € », « 1.234,50 »; null when it is none. A lone comma or dot parts the decimals. */
export const parseNumberText = (text: string): number | null => {
  const bare = text.replace(blanks, '').replace(unit, '')
  if (plain.test(bare)) return Number(bare.replace(',', '.'))
  if (frenchThousands.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'))
  if (englishThousands.test(bare)) return Number(bare.replaceAll(',', ''))
  return null
}

/** A length of time in hours: « 2 », « 2,5 », « 2h », « 2h30 », « 1:30 », « 45 min », « 1 h 15 min ». */
export const parseHoursText = (text: string): number | null => {
  const bare = text.replace(blanks, '').toLowerCase()
  const clock = hoursAndMinutes.exec(bare)
  if (clock !== null) {
    const minutes = Number(clock[2] ?? '0')
    return minutes < 60 ? Number(clock[1]) + minutes / 60 : null
  }
  const [, minutesAlone] = minutesOnly.exec(bare) ?? []
  if (minutesAlone !== undefined) return Number(minutesAlone) / 60
  const number = parseNumberText(bare.replace(hourWord, ''))
  return number === null || number < 0 ? null : number
}

const blanks = /[\s\u00a0\u202f\u2009]/g
const unit = /(?:€|eur|euros?|%)$/i
const plain = /^[+-]?\d+(?:[.,]\d+)?$/
const frenchThousands = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
const englishThousands = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const hoursAndMinutes = /^(\d+)(?:h|:)(\d{1,2})?(?:min|mn|m)?(?::00)?$/
const minutesOnly = /^(\d+)(?:min|mn|minutes?)$/
const hourWord = /(?:heures?|hrs?|h)$/
