import { parseCommunes, type CommuneIndex } from '#domain/commune'

let loading: Promise<CommuneIndex> | null = null

/** The communes of France, read when first asked for (about 2 MB of text in a file of its own) and kept. */
export const loadCommunes = (): Promise<CommuneIndex> => {
  loading ??= import('../../../resources/territories/communes.txt?raw').then((text) => parseCommunes(text.default))
  return loading
}
