import { strToU8, zipSync } from 'fflate'

export interface XlsxParts {
  /** The inside of `<sheetData>`. */
  readonly sheetData: string
  readonly dimension?: string
  readonly sharedStrings?: string
  readonly styles?: string
  readonly workbookPr?: string
  readonly sheetState?: string
}

/** A small xlsx written by hand, part by part, so that a test can say exactly what stands in it. */
export const makeXlsx = (parts: XlsxParts): Uint8Array => zipSync(toEntries(parts))

/** The same, before it is zipped. */
export const toEntries = ({ sheetData, dimension, sharedStrings, styles, workbookPr = '', sheetState }: XlsxParts): Record<string, Uint8Array> => {
  const entries: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('worksheets/sheet1.xml', 'worksheet')}${sharedStrings === undefined ? '' : override('sharedStrings.xml', 'sharedStrings')}${styles === undefined ? '' : override('styles.xml', 'styles')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr ${workbookPr}/><sheets><sheet name="Feuil1" sheetId="1" ${sheetState === undefined ? '' : `state="${sheetState}" `}r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ...(sharedStrings === undefined ? [] : [['sharedStrings', 'sharedStrings.xml'] as const]),
      ...(styles === undefined ? [] : [['styles', 'styles.xml'] as const]),
    ]),
    'xl/worksheets/sheet1.xml': `${head}<worksheet ${main}>${dimension === undefined ? '' : `<dimension ref="${dimension}"/>`}<sheetData>${sheetData}</sheetData></worksheet>`,
    ...(sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': `${head}<sst ${main}>${sharedStrings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': styles }),
  }
  return Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)]))
}

/** A styles part whose cell style `n` has the n-th of these formats. */
export const makeStyles = (formats: readonly string[]): string =>
  `${head}<styleSheet ${main}><numFmts count="${formats.length}">${formats.map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(format)}"/>`).join('')}</numFmts><cellXfs count="${formats.length}">${formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const override = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
const relationships = (targets: ReadonlyArray<readonly [string, string]>): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`
