/** Text as XML content of an xlsx part. What XML cannot hold (control characters, half surrogates) is left out; returns survive. */
export const xmlText = (text: string): string => {
  const known = uneasy.test(text) ? text.toWellFormed().replace(forbidden, '').replace(lookalike, '_x005F_$1') : text
  return special.test(known) ? known.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;') : known
}

export const xmlAttribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')

/** What a cell can hold in Excel; longer texts end with « […] » rather than in a file that does not open. */
export const cellLimit = 32_767
export const cutText = (text: string): string => (text.length <= cellLimit ? text : `${text.slice(0, cellLimit - 4)} […]`.slice(0, cellLimit))

const special = /[&<>\r]/
// eslint-disable-next-line no-control-regex -- these characters are the subject
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
// eslint-disable-next-line no-control-regex -- these characters are the subject
const uneasy = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]|_x[\da-f]{4}_/i
/** Excel reads « _x0041_ » as « A ». */
const lookalike = /_(x[\da-f]{4}_)/gi
