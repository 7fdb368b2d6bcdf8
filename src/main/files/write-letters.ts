import { Document, Packer, Paragraph, TextRun, type IParagraphOptions } from 'docx'
import type { LetterPage, LettersPaper } from '#bridge/letters-paper'
import { clean } from './write-docx.ts'

/** Twentieths of a point, A4. The address begins 11 cm from the edge and about 4.5 cm from the top: the window of a French long envelope shows it. */
const sheet = { width: 11_906, height: 16_838 }
const margin = { top: 1_134, bottom: 1_134, left: 1_304, right: 1_304 }
const addressIndent = 6_236 - margin.left
const addressFrom = 1_100

/** Letters as one Word file, each beginning a page. Paragraphs stay the user's to change before printing. */
export const writeLetters = async ({ title, language, letters }: LettersPaper): Promise<Uint8Array> => {
  const document = new Document({
    title: clean(title),
    creator: 'Maillage',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: language === 'fr' ? 'fr-FR' : 'en-GB' } },
          paragraph: { spacing: { after: 0, line: 276 } },
        },
      },
    },
    sections: [{ properties: { page: { size: sheet, margin } }, children: letters.flatMap(paragraphsOf) }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

const paragraphsOf = ({ sender, address, subject, lines }: LetterPage, index: number): readonly Paragraph[] => {
  const plain: readonly (IParagraphOptions & { readonly text: string })[] = [
    ...sender.map((text) => ({ text, style: 'Normal' })),
    ...address.map((text, line) => ({ text, indent: { left: addressIndent }, ...(line === 0 ? { spacing: { before: addressFrom } } : {}) })),
    ...(subject === '' ? [] : [{ text: subject, run: { bold: true }, spacing: { before: 600, after: 240 } }]),
    ...lines.map((text, line) => ({ text, ...(line === 0 && subject === '' ? { spacing: { before: 600 } } : {}) })),
  ]
  return plain.map(
    ({ text, ...options }, line) =>
      new Paragraph({
        ...options,
        pageBreakBefore: index > 0 && line === 0,
        children: text === '' ? [] : [new TextRun({ text: clean(text), bold: text === subject })],
      }),
  )
}
