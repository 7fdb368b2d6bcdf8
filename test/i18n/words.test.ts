import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en, fr } from '../../src/renderer/i18n/resources.ts'
import { frenchSpaces, mapWords, type Words } from '../../src/renderer/i18n/typography.ts'

const renderer = join(import.meta.dirname, '../../src/renderer')

/** Every sentence with its place: `settings.roles.add`. */
const sentences = (words: Words, place = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${place}${key}`, value] as const] : sentences(value, `${place}${key}.`),
  )
const variables = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{\{\s*(\w+)/gu)].map(([, name]) => name ?? ''))].toSorted()
const wrong = (language: Words, isWrong: (sentence: string) => boolean): readonly string[] =>
  sentences(language).flatMap(([place, sentence]) => (isWrong(sentence) ? [`${place}: ${sentence}`] : []))

const written = sentences(fr)
const loaded = mapWords(fr, frenchSpaces)

describe('les mots français', () => {
  it('ont une apostrophe typographique', () => {
    expect(wrong(fr, (sentence) => /[\p{L}]'/u.test(sentence))).toEqual([])
  })
  it('ont de vrais points de suspension et de vrais guillemets', () => {
    expect(wrong(fr, (sentence) => sentence.includes('...') || /"[^"]*"/u.test(sentence) || /[“”]/u.test(sentence))).toEqual([])
  })
  it('ont une espace insécable avant les signes doubles et dans les guillemets, une fois chargés', () => {
    expect(wrong(loaded, (sentence) => / [:;?!»%]|« /u.test(sentence))).toEqual([])
  })
  it('ont bien une espace avant les signes doubles', () => {
    // An address (« https: ») or a time (« 18:30 ») has none.
    expect(wrong(fr, (sentence) => /[\p{L}\p{N})»][?!;]/u.test(sentence) || /\p{L}:(?!\/\/)/u.test(sentence) || /«\S|\S»/u.test(sentence))).toEqual(
      [],
    )
  })
  it('ne sont jamais vides et ne commencent ni ne finissent par un double blanc', () => {
    expect(wrong(fr, (sentence) => sentence === '' || / {2}/u.test(sentence))).toEqual([])
  })
  it('évitent les anglicismes et le jargon', () => {
    const jargon = /\b(?:email|mail|digital|dashboard|reporting|checker|uploader|cliquez ici|base de données|IndexedDB|snapshot|backup)\b/iu
    expect(wrong(fr, (sentence) => jargon.test(sentence.replaceAll('{{', '').replace(/e[-‑]mail/giu, '')))).toEqual([])
  })
  it('ont leur pluriel avec leur singulier', () => {
    const places = new Set(written.map(([place]) => place))
    const alone = [...places].filter(
      (place) =>
        (place.endsWith('_one') && !places.has(place.replace(/_one$/u, '_other'))) ||
        (place.endsWith('_other') && !places.has(place.replace(/_other$/u, '_one'))),
    )
    expect(alone).toEqual([])
  })
})

describe('les mots anglais', () => {
  it('disent tout ce que dit le français, avec les mêmes variables', () => {
    const english = new Map(sentences(en))
    const french = new Map(written)
    expect([...french.keys()].filter((place) => !english.has(place))).toEqual([])
    expect([...english.keys()].filter((place) => !french.has(place))).toEqual([])
    // `_one` may say « une personne » without its number.
    const different = [...french].filter(
      ([place, sentence]) => !place.endsWith('_one') && variables(sentence).join() !== variables(english.get(place) ?? '').join(),
    )
    expect(different.map(([place]) => place)).toEqual([])
  })
  it('ont une apostrophe typographique', () => {
    expect(wrong(en, (sentence) => /[\p{L}]'/u.test(sentence) || sentence.includes('...'))).toEqual([])
  })
})

describe('les écrans', () => {
  const screens = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  const codeOf = (name: string): string =>
    readFileSync(join(renderer, name), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//gu, '')
      .replace(/(?<!:)\/\/.*$/gmu, '')

  it('ne contiennent aucun mot écrit en dur', () => {
    const literal = screens.flatMap((name) =>
      [...codeOf(name).matchAll(/>\s*([^<>{}=;()`]*\p{L}{2,}[^<>{}=;()`]*)<\//gu)].map(([, words]) => `${name}: ${words?.trim()}`),
    )
    expect(literal).toEqual([])
  })
  it('ne contiennent aucune phrase accentuée hors des fichiers de mots', () => {
    // Proper names of languages stand as they are in both.
    const accented = screens.flatMap((name) =>
      [...codeOf(name).matchAll(/(['"`])(?:(?!\1).)*[À-ÖØ-öø-ÿœŒ«»](?:(?!\1).)*\1/gu)].map(([words]) => `${name}: ${words}`),
    )
    expect(accented.filter((found) => !found.endsWith("'Français'"))).toEqual([])
  })
})
