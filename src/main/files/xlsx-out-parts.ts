import { xmlAttribute } from './xlsx-out-text.ts'

/** Positions in `cellXfs` of `stylesXml`. */
export const xlsxStyle = {
  plain: 0,
  title: 1,
  note: 2,
  header: 3,
  text: 4,
  integer: 5,
  number: 6,
  percent: 7,
  date: 8,
  wholeChange: 9,
  change: 10,
  lines: 11,
} as const

/** What the workbook says of one of its sheets. `filter`: its header and rows, `A3:T50002`; null when there is no column. */
export interface SheetPlace {
  readonly name: string
  readonly headerRow: number
  readonly filter: string | null
}

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006'
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const contentTypesXml = (sheets: number): string =>
  `${header}<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/>` +
  times(sheets, (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${sheetTypes}.worksheet+xml"/>`) +
  `<Override PartName="/xl/styles.xml" ContentType="${sheetTypes}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${sheetTypes}.sharedStrings+xml"/></Types>`

export const packageRelationsXml = `${header}<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const workbookRelationsXml = (sheets: number): string =>
  `${header}<Relationships xmlns="${packageTypes}/relationships">` +
  times(sheets, (number) => `<Relationship Id="rId${number}" Type="${officeRelations}/worksheet" Target="worksheets/sheet${number}.xml"/>`) +
  `<Relationship Id="rId${sheets + 1}" Type="${officeRelations}/styles" Target="styles.xml"/>` +
  `<Relationship Id="rId${sheets + 2}" Type="${officeRelations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`

/** Names make filters work in LibreOffice too, and repeat the header on every printed page. */
export const workbookXml = (sheets: readonly SheetPlace[]): string => {
  const names = sheets.flatMap(({ name, headerRow, filter }, index) => {
    const quoted = `'${name.replaceAll("'", "''")}'`
    return [
      ...(filter === null
        ? []
        : [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${xmlAttribute(`${quoted}!${absolute(filter)}`)}</definedName>`,
          ]),
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlAttribute(`${quoted}!$${headerRow}:$${headerRow}`)}</definedName>`,
    ]
  })
  const list = sheets.map(({ name }, index) => `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')
  return `${header}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><bookViews><workbookView/></bookViews><sheets>${list}</sheets><definedNames>${names.join('')}</definedNames></workbook>`
}

/** A sign before what changed, a true minus included; nothing before 0. */
const signed = (digits: string): string => xmlAttribute(`+${digits};"−"${digits};0`)

/** A cell of the table, by its number format: at the top of a row of several lines, beside the first of them. */
const bodyCell = (format: number, alignment = ''): string =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"${alignment}/></xf>`

/** One style per kind of column; dates in the reader's own short form (format 14), codes as text (format 49); several lines wrapped, else Calc lays them over the row above. */
export const stylesXml =
  `${header}<styleSheet xmlns="${main}"><numFmts count="4"><numFmt numFmtId="164" formatCode="#,##0.0#"/><numFmt numFmtId="165" formatCode="0.0%"/>` +
  `<numFmt numFmtId="166" formatCode="${signed('#,##0')}"/><numFmt numFmtId="167" formatCode="${signed('#,##0.0')}"/></numFmts>` +
  '<fonts count="4"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="14"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><sz val="10"/><color rgb="FF5C5850"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEDEAE4"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF8A857A"/></bottom><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="12">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="3" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf>' +
  bodyCell(49) +
  bodyCell(3) +
  bodyCell(164) +
  bodyCell(165) +
  bodyCell(14, ' horizontal="left"') +
  bodyCell(166) +
  bodyCell(167) +
  bodyCell(49, ' wrapText="1"') +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

export const sharedStringsOpening = (unique: number): string => `${header}<sst xmlns="${main}" uniqueCount="${unique}">`
export const sharedStringsEnd = '</sst>'

/** Everything of a sheet before its rows: the header stays in sight, columns have their width. */
export const sheetOpening = (headerRow: number, widths: readonly number[], isFirst: boolean): string =>
  `${header}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">` +
  `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>` +
  `<sheetFormatPr defaultRowHeight="15"/>` +
  (widths.length === 0
    ? ''
    : `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`) +
  '<sheetData>'

export const sheetEnd = (filter: string | null): string =>
  `</sheetData>${filter === null ? '' : `<autoFilter ref="${filter}"/>`}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>'

/** `A`, `B`… `AA`: the letters of a column, 0-based. */
export const columnLetters = (index: number): string =>
  (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

const absolute = (range: string): string => range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')
const times = (count: number, make: (number: number) => string): string => Array.from({ length: count }, (_, index) => make(index + 1)).join('')
