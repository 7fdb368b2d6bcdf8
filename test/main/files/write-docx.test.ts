import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { paperDocument, textsOfPaper, type PaperDocument } from '#bridge/paper'
import { writeDocx } from '../../../src/main/files/write-docx.ts'

const document: PaperDocument = {
  title: 'Passation d’Aïcha « Benali »',
  lines: ['Les Passerelles', 'Départ le 30 juin 2026'],
  blocks: [
    { kind: 'heading', level: 2, text: 'Ce qui change de mains' },
    {
      kind: 'table',
      header: ['Quoi', 'À qui'],
      widths: [2, 1],
      rows: [
        ['Clés & badges <local>', 'Bruno'],
        ['Banque', ''],
      ],
    },
    { kind: 'heading', level: 3, text: 'Marche à suivre' },
    { kind: 'paragraph', text: 'Un double\nà la mairie.\u0001' },
  ],
  language: 'fr',
}
const partOf = async (paper: PaperDocument, name: string): Promise<string> => strFromU8(unzipSync(await writeDocx(paper))[name] ?? new Uint8Array())
/** The texts of each paragraph; a line end within one is kept. */
const paragraphs = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map(([, text]) => text ?? '\n')
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  )

test('le fichier Word dit tout le document, dans l’ordre, sans le signe que XML refuse', async () => {
  const expected = textsOfPaper(document).map((text) => text.replace('\u0001', ''))
  expect(paragraphs(await partOf(document, 'word/document.xml'))).toEqual(expected)
})

test('titres et en-têtes de tableau sont de vrais titres et de vrais en-têtes', async () => {
  const xml = await partOf(document, 'word/document.xml')
  expect([...xml.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, style]) => style)).toEqual(['Title', 'Heading2', 'Heading3'])
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(await partOf(document, 'word/styles.xml')).toContain('w:val="fr-FR"')
})

test('un document que la fenêtre n’a pas pu faire est refusé à la porte', () => {
  expect(paperDocument.safeParse(document).success).toBe(true)
  expect(paperDocument.safeParse({ ...document, blocks: [{ kind: 'script', text: '' }] }).success).toBe(false)
})
