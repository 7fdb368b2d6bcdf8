import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PaperBlock, PaperDocument } from '#bridge/paper'

/** Twentieths of a point: A4 less its margins. */
const page = { width: 11_906, height: 16_838, margin: 1_020 }
const lineWidth = page.width - 2 * page.margin
const border = { style: BorderStyle.SINGLE, size: 4, color: 'D3CEC6' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** A document as a Word file: real headings, tables whose header comes back on each page, the title and the page number at the foot. */
export const writeDocx = async ({ title, lines, blocks, language }: PaperDocument): Promise<Uint8Array> => {
  const document = new Document({
    title: clean(title),
    creator: 'Maillage',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: language === 'fr' ? 'fr-FR' : 'en-GB' } },
          paragraph: { spacing: { after: 120 } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading2: { run: { size: 28, bold: true, color: '136170' }, paragraph: { spacing: { before: 320, after: 120 } } },
        heading3: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 200, after: 60 } } },
      },
    },
    sections: [
      {
        properties: { page: { size: page, margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin } } },
        footers: { default: footerOf(title) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(title) }),
          ...lines.map((line) => new Paragraph({ children: [new TextRun({ text: clean(line), color: '5C5750' })], spacing: { after: 40 } })),
          ...blocks.map(blockOf),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

const footerOf = (title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: 17, color: '7B756C', children: [`${clean(title)} · `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })

const blockOf = (block: PaperBlock): Paragraph | Table => {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({
        heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
        keepNext: true,
        children: runsOf(block.text),
      })
    case 'paragraph':
      return new Paragraph({ children: runsOf(block.text) })
    case 'table':
      return tableOf(block)
  }
}

const tableOf = ({ header, rows, widths }: Extract<PaperBlock, { readonly kind: 'table' }>): Table => {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const columnWidths = header.map((_, index) => Math.round((lineWidth * (widths[index] ?? 1)) / whole))
  const cellOf = (text: string, index: number, isHeader: boolean): TableCell =>
    new TableCell({
      width: { size: columnWidths[index] ?? 1000, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      borders: { top: none, left: none, right: none, bottom: border },
      ...(isHeader ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F4F2EF' } } : {}),
      children: [new Paragraph({ children: runsOf(text, isHeader), spacing: { after: 0 } })],
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: lineWidth, type: WidthType.DXA },
    columnWidths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: header.map((text, index) => cellOf(text, index, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: header.map((_, index) => cellOf(row[index] ?? '', index, false)) })),
    ],
  })
}

/** A line end in a text is a line end in the document. */
const runsOf = (text: string, bold = false): readonly TextRun[] =>
  clean(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, bold, ...(index === 0 ? {} : { break: 1 }) }))

/** Signs that XML cannot hold make a file that Word refuses. */
export const clean = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll(/\r\n?/g, '\n')
