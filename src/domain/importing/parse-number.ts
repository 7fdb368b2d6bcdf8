/** A number as typed in French or English: « 1 234,50 », « 1234.5 », « 12 € », « 1.234,50 »; null when it is none. A lone comma or dot parts the decimals. */
export const parseNumberText = (text: string): number | null => {
  const bare = text.replace(blanks, '').replace(unit, '')
  if (plain.test(bare)) return Number(bare.replace(',', '.'))
  if (frenchThousands.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'))
  if (englishThousands.test(bare)) return Number(bare.replaceAll(',', ''))
  return null
}

/** A length of time in hours: « 2 », « 2,5 », « 2h », « 2h30 », « 1:30 », « 45 min », « 1 h 15 min », or from when to when: « 9h-12h30 », « 14:00-16:30 ». */
export const parseHoursText = (text: string): number | null => {
  const bare = text.replace(blanks, '').toLowerCase()
  if (isTimeRange(bare)) return hoursOfRanges(bare)
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

/** True for « de 9h à 12h »: hours that are not written but counted. Given without blanks, in small letters. */
const isTimeRange = (bare: string): boolean => bare.length < 60 && clockMark.test(bare) && rangeMark.test(bare)

/** The sum of ranges, « 9h-12h et 14h-17h »; past midnight when it ends earlier than it begins. null when one of them is none, or lasts more than 16 hours. */
const hoursOfRanges = (bare: string): number | null => {
  let sum = 0
  for (const piece of bare.split(rangeSeparator)) {
    const [, fromHour, fromMinute, toHour, toMinute] = range.exec(piece) ?? []
    if (fromHour === undefined || toHour === undefined) return null
    const from = Number(fromHour) + Number(fromMinute ?? 0) / 60
    const to = Number(toHour) + Number(toMinute ?? 0) / 60
    if (from > 24 || to > 24 || Number(fromMinute ?? 0) > 59 || Number(toMinute ?? 0) > 59) return null
    const lasts = to > from ? to - from : to + 24 - from
    if (lasts > longestRange || to === from) return null
    sum += lasts
  }
  return sum > 24 ? null : Math.round(sum * 60) / 60
}

const longestRange = 16
const clockMark = /\dh|\d:\d/
const rangeMark = /\d(?:h|h?\d\d)?(?:-|–|—|à|a|au|→|>|jusqu['’]?à)\d/
const rangeSeparator = /[,;+&/]|et/
const range = /^(?:de)?(\d{1,2})(?:h|:)?(\d{2})?(?:-|–|—|à|a|au|→|>|jusqu['’]?à)(\d{1,2})(?:h|:)?(\d{2})?$/
const blanks = /[\s\u00a0\u202f\u2009]/g
const unit = /(?:€|eur|euros?|%)$/i
const plain = /^[+-]?\d+(?:[.,]\d+)?$/
const frenchThousands = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
const englishThousands = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const hoursAndMinutes = /^(\d+)(?:h|:)(\d{1,2})?(?:min|mn|m)?(?::00)?$/
const minutesOnly = /^(\d+)(?:min|mn|minutes?)$/
const hourWord = /(?:heures?|hrs?|h)$/
