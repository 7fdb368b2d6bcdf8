import { decodeEntities } from './xml-text.ts'

/** Entities of HTML that are found in tables: Latin 1 and the typography of Windows. Unknown ones stay as they are. */
export const decodeHtml = (text: string): string =>
  text.includes('&') ? decodeEntities(text.replace(/&([a-zA-Z]+);/g, (whole, name: string) => signs.get(name) ?? whole)) : text

// In the order of their codes, from 160 on (HTML 4.01 §24.2.1).
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

const signs: ReadonlyMap<string, string> = new Map([
  ...latin1.split(' ').map((name, index): readonly [string, string] => [name, String.fromCharCode(160 + index)]),
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ['Yuml', 'Ÿ'],
  ['euro', '€'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['bull', '•'],
  ['thinsp', '\u2009'],
  ['trade', '™'],
])
