/** A text as the paragraphs of an OpenDocument cell (ODF 1.3 part 3 §6.1): a line a paragraph; blanks that would melt together are elements. */
export const odsParagraphs = (text: string): string => {
  if (!uneasy.test(text)) return `<text:p>${text}</text:p>`
  return known(text)
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => `<text:p>${blanks(escaped(line))}</text:p>`)
    .join('')
}

export const odsAttribute = (text: string): string => escaped(known(text)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')

/** What XML cannot hold (control characters, half surrogates) is left out. */
const known = (text: string): string => text.toWellFormed().replace(forbidden, '')

const blanks = (line: string): string =>
  line.replace(/ {2,}|^ | $/g, (run) => `<text:s${run.length === 1 ? '' : ` text:c="${run.length}"`}/>`).replaceAll('\t', '<text:tab/>')

// eslint-disable-next-line no-control-regex -- these characters are the subject
const uneasy = /^ | $| {2}|[\u0000-\u001f&<>\ud800-\udfff\ufffe\uffff]/
// eslint-disable-next-line no-control-regex -- these characters are the subject
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
