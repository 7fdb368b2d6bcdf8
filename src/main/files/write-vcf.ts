import type { TableWriter } from './table-writer.ts'

/** Each row holds one card in its first cell, as `domain/exporting/vcard` writes it: the file is the cards one after the other. */
export const makeVcfWriter = (): TableWriter => {
  const cards: string[] = []
  return {
    addRows: (_sheet, rows) => {
      for (const [card] of rows) if (typeof card === 'string' && card !== '') cards.push(card)
    },
    finish: async () => new TextEncoder().encode(cards.join('')),
  }
}
