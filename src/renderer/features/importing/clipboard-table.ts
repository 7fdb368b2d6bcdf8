/**
 * The table that was copied, as tab-separated text; null when there is none. Spreadsheets give plain text as the cells show
 * (zeros and dates as seen), so it is preferred; a table copied from a web page or a letter may come as HTML only.
 */
export const clipboardToTable = ({ text, html }: { readonly text: string; readonly html: string }): string | null => {
  const plain = text.replace(/^\uFEFF/u, '')
  const rows = htmlToRows(html)
  const looksTabular = /[\t\n;,]/u.test(plain.trim())
  if (looksTabular && (plain.includes('\t') || rows.length === 0)) return plain
  return rows.length > 0 ? rows.map((row) => row.map(quoted).join('\t')).join('\n') : null
}

const htmlToRows = (html: string): readonly (readonly string[])[] => {
  if (!/<table/iu.test(html)) return []
  const page = new DOMParser().parseFromString(html, 'text/html')
  return [...page.querySelectorAll('table tr')].map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()))
}

const quoted = (cell: string): string => (/["\t\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
