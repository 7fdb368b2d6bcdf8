import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardFormula, unguardFormula } from '#domain/exporting/formula-guard'

test('ce qu’un tableur exécuterait prend une apostrophe', () => {
  for (const text of ['=1+1', '+1+cmd|calc', '-2+3+cmd', '@SUM(A1)', '\t=1', '\r=1', '-- merci', '+', '-'])
    expect(guardFormula(text)).toBe(`'${text}`)
})

test('les téléphones, les nombres et les autres textes restent tels quels', () => {
  for (const text of ['', '+33612345678', '+33 6 12 34 56 78', '-12', '-12,5', '-1 200.50', 'Durand', '01000', '’49', "l'49", 'a=b', '(=)'])
    expect(guardFormula(text)).toBe(text)
})

test('tout texte revient à l’identique, même avec des apostrophes', () => {
  const texts = fc
    .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '1', 'a', ' '), { maxLength: 6 })
    .map((characters) => characters.join(''))
  fc.assert(
    fc.property(fc.oneof(texts, fc.string()), (text) => {
      const guarded = guardFormula(text)
      if (guarded !== text) expect(unguardFormula(guarded)).toBe(text)
      expect(/^[=@\t\r]/.test(guarded)).toBe(false)
    }),
    { numRuns: 2000 },
  )
})
