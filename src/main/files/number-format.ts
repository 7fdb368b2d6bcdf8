import { SSF } from 'xlsx'

/**
 * What a number format says about a number: `date` a calendar date, `time` a time of day or a duration,
 * `code` digits written in a way of their own (« 01000 », « 06 12 34 56 78 »), `plain` anything else.
 */
export type FormatKind = 'plain' | 'date' | 'time' | 'code'

/** A number format (ECMA-376 §18.8.31), judged once: sheets have many cells and few formats. */
export const formatKind = (format: string): FormatKind => {
  const known = kindByFormat.get(format)
  if (known !== undefined) return known
  const kind = judge(format)
  if (kindByFormat.size > 5000) kindByFormat.clear()
  kindByFormat.set(format, kind)
  return kind
}

/** A number as the format shows it, in the invariant (American) locale; null when the format is beyond the library. */
export const shownNumber = (format: string, value: number): string | null => {
  try {
    return ssf.format(format, value).trim()
  } catch {
    return null
  }
}

/** The format of one of Excel's built-in numbers, « General » for those that say nothing. */
export const builtInFormat = (id: number): string => builtInFormats[id] ?? 'General'

interface Ssf {
  readonly format: (format: string, value: number) => string
  readonly is_date: (format: string) => boolean
  readonly get_table: () => Readonly<Record<number, string>>
}
// The library's own declaration of SSF says nothing.
const ssf = SSF as Ssf

// Copied before any workbook is read: SheetJS adds the formats of each workbook to its own table.
const builtInFormats = { ...ssf.get_table() }

const kindByFormat = new Map<string, FormatKind>()

const judge = (format: string): FormatKind => {
  if (format === '' || /^general$/i.test(format) || format === '@' || format === '0') return 'plain'
  if (ssf.is_date(format)) return isTimeOnly(format) ? 'time' : 'date'
  const bare = withoutLiterals(format)
  // Grouping, decimals, percentages, fractions and powers change how a quantity looks, not what it is.
  return /[%/Ee]|[0#?]\s*,|[0#?]\.[0#?]/.test(bare) ? 'plain' : 'code'
}

const isTimeOnly = (format: string): boolean => {
  const bare = withoutLiterals(format.replace(/\[(h+|m+|s+)\]/gi, '$1')).replace(/am\/pm|a\/p/gi, '')
  return /[hs]/i.test(bare) && !/[dy]/i.test(bare)
}

const withoutLiterals = (format: string): string => format.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, '')
