import { odsAttribute, odsParagraphs } from './ods-out-text.ts'
import { columnLetters } from './xlsx-out-parts.ts'

/** What the document says of one of its sheets. Rows and columns are counts from the top left; `rows` includes notes and header. */
export interface OdsSheetPlace {
  readonly name: string
  readonly headerRow: number
  readonly columns: number
  readonly rows: number
}

/** Names of the styles of cells. */
export const odsStyle = {
  title: 'title',
  note: 'note',
  header: 'header',
  text: 'text',
  lines: 'lines',
  integer: 'integer',
  number: 'number',
  percent: 'percent',
  wholeChange: 'whole-change',
  change: 'change',
  date: 'date',
} as const

export const odsMimeType = 'application/vnd.oasis.opendocument.spreadsheet'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ' +
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" ' +
  'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"'

export const odsManifest =
  `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${odsMimeType}"/>` +
  ['content.xml', 'styles.xml', 'settings.xml']
    .map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`)
    .join('') +
  '</manifest:manifest>'

/** The page: A4 lengthways, as wide as the table, the name of the sheet and the number of the page at its foot. */
export const odsStyles =
  `${declaration}<office:document-styles ${namespaces}><office:styles><style:default-style style:family="table-cell"><style:table-cell-properties style:vertical-align="top"/><style:text-properties style:font-name="Liberation Sans" fo:font-size="10pt"/></style:default-style>` +
  '<style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles><style:page-layout style:name="page">' +
  '<style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.3cm" style:scale-to-X="1" style:scale-to-Y="0"/>' +
  '<style:header-style/><style:footer-style><style:header-footer-properties fo:min-height="0.7cm" fo:margin-top="0.2cm"/></style:footer-style></style:page-layout></office:automatic-styles>' +
  '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"><style:header style:display="false"/>' +
  '<style:footer><style:region-left><text:p><text:sheet-name>???</text:sheet-name></text:p></style:region-left><style:region-right><text:p><text:page-number>1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:region-right></style:footer>' +
  '</style:master-page></office:master-styles></office:document-styles>'

/** Everything of `content.xml` before its tables. `widths`: in characters, of all columns of all sheets, each once; `hasChanges`: some column is of the kind `change`. */
export const odsContentOpening = (widths: readonly number[], hasChanges: boolean): string => {
  const cell = (name: string, properties: string, format = ''): string =>
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${format === '' ? '' : ` style:data-style-name="${format}"`}>${properties}</style:style>`
  return (
    `${declaration}<office:document-content ${namespaces}><office:automatic-styles>` +
    widths
      .map(
        (width) =>
          `<style:style style:name="${odsColumnStyle(width)}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.2 + 0.2).toFixed(2)}cm"/></style:style>`,
      )
      .join('') +
    '<style:style style:name="head-row" style:family="table-row"><style:table-row-properties style:row-height="0.7cm" style:use-optimal-row-height="false"/></style:style>' +
    '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>' +
    '<number:text-style style:name="as-text"><number:text-content/></number:text-style>' +
    '<number:number-style style:name="as-integer"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>' +
    '<number:number-style style:name="as-number"><number:number number:decimal-places="2" number:min-decimal-places="1" number:min-integer-digits="1" number:grouping="true"/></number:number-style>' +
    '<number:percentage-style style:name="as-percent"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>' +
    '<number:date-style style:name="as-date" number:automatic-order="true"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>' +
    cell(odsStyle.title, '<style:text-properties fo:font-size="14pt" fo:font-weight="bold"/>') +
    cell(odsStyle.note, '<style:text-properties fo:font-size="9pt" fo:color="#5c5850"/>') +
    cell(
      odsStyle.header,
      '<style:table-cell-properties fo:background-color="#edeae4" fo:border-bottom="0.5pt solid #8a857a" style:vertical-align="middle"/><style:text-properties fo:font-weight="bold"/>',
      'as-text',
    ) +
    cell(odsStyle.text, '', 'as-text') +
    cell(odsStyle.lines, '<style:table-cell-properties fo:wrap-option="wrap"/>', 'as-text') +
    cell(odsStyle.integer, '', 'as-integer') +
    cell(odsStyle.number, '', 'as-number') +
    cell(odsStyle.percent, '', 'as-percent') +
    (hasChanges ? changeFormats + cell(odsStyle.wholeChange, '', 'as-whole-change') + cell(odsStyle.change, '', 'as-change') : '') +
    cell(
      odsStyle.date,
      '<style:table-cell-properties style:text-align-source="fix"/><style:paragraph-properties fo:text-align="start"/>',
      'as-date',
    ) +
    '</office:automatic-styles><office:body><office:spreadsheet>'
  )
}

/** A sign before what changed, a true minus included; nothing before 0. */
const changeFormat = (name: string, digits: string): string => {
  const format = (style: string, sign: string, maps = ''): string =>
    `<number:number-style style:name="${style}">${sign === '' ? '' : `<number:text>${sign}</number:text>`}<number:number ${digits}/>${maps}</number:number-style>`
  const map = (condition: string, style: string): string => `<style:map style:condition="value()${condition}0" style:apply-style-name="${style}"/>`
  return format(`${name}-up`, '+') + format(`${name}-down`, '−') + format(name, '', map('&gt;', `${name}-up`) + map('&lt;', `${name}-down`))
}

const changeFormats =
  changeFormat('as-whole-change', 'number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"') +
  changeFormat('as-change', 'number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1" number:grouping="true"')

/** The end of `content.xml`: each table with its arrows of filter. */
export const odsContentEnd = (sheets: readonly OdsSheetPlace[]): string => {
  const ranges = sheets.map(({ name, headerRow, columns, rows }, index) => {
    const quoted = `'${name.replaceAll("'", "''")}'`
    const address = `${quoted}.A${headerRow}:${quoted}.${columnLetters(columns - 1)}${rows}`
    return columns === 0
      ? ''
      : `<table:database-range table:name="__Anonymous_Sheet_DB__${index}" table:target-range-address="${odsAttribute(address)}" table:display-filter-buttons="true"/>`
  })
  return `<table:database-ranges>${ranges.join('')}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`
}

/** The views: the header of each sheet stays in sight. */
export const odsSettings = (sheets: readonly OdsSheetPlace[]): string => {
  const item = (name: string, type: string, value: string | number): string =>
    `<config:config-item config:name="${name}" config:type="${type}">${typeof value === 'string' ? odsAttribute(value) : value}</config:config-item>`
  const tables = sheets.map(
    ({ name, headerRow }) =>
      `<config:config-item-map-entry config:name="${odsAttribute(name)}">` +
      item('CursorPositionX', 'int', 0) +
      item('CursorPositionY', 'int', headerRow) +
      item('HorizontalSplitMode', 'short', 0) +
      item('VerticalSplitMode', 'short', 2) +
      item('HorizontalSplitPosition', 'int', 0) +
      item('VerticalSplitPosition', 'int', headerRow) +
      item('ActiveSplitRange', 'short', 2) +
      item('PositionLeft', 'int', 0) +
      item('PositionRight', 'int', 0) +
      item('PositionTop', 'int', 0) +
      item('PositionBottom', 'int', headerRow) +
      '</config:config-item-map-entry>',
  )
  return (
    `${declaration}<office:document-settings ${namespaces}><office:settings><config:config-item-set config:name="ooo:view-settings">` +
    '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>' +
    item('ViewId', 'string', 'view1') +
    `<config:config-item-map-named config:name="Tables">${tables.join('')}</config:config-item-map-named>` +
    item('ActiveTable', 'string', sheets[0]?.name ?? '') +
    '</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>'
  )
}

export const odsColumnStyle = (width: number): string => `width-${String(width).replace('.', '-')}`

export const odsTextCell = (style: string, text: string): string =>
  `<table:table-cell table:style-name="${style}" office:value-type="string">${odsParagraphs(text)}</table:table-cell>`
