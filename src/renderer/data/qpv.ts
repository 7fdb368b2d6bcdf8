import { parseQpv, type QpvIndex } from '#domain/qpv'

let loading: Promise<QpvIndex> | null = null

/** The priority neighbourhoods of 2024, read when first asked for and kept. */
export const loadQpv = (): Promise<QpvIndex> => {
  loading ??= import('../../../resources/territories/qpv-2024.txt?raw').then((text) => parseQpv(text.default))
  return loading
}
