/** A « quartier prioritaire de la politique de la ville ». */
export interface Qpv {
  /** « QN00101M » since 2024, « QP093028 » before. */
  readonly code: string
  readonly name: string
  readonly communeCodes: readonly string[]
}

export interface QpvIndex {
  readonly byCode: ReadonlyMap<string, Qpv>
  readonly byCommune: ReadonlyMap<string, readonly Qpv[]>
}

/** Reads `resources/territories/qpv-2024.txt`. Throws on a line of another form. */
export const parseQpv = (text: string): QpvIndex => {
  const byCode = new Map<string, Qpv>()
  const byCommune = new Map<string, Qpv[]>()
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [code, name, communes] = line.split('|')
    if (code === undefined || name === undefined || communes === undefined) throw new Error(`Unknown form of line in the list of QPV: ${line}`)
    const qpv: Qpv = { code, name, communeCodes: communes.split(' ') }
    byCode.set(code, qpv)
    for (const commune of qpv.communeCodes) byCommune.set(commune, [...(byCommune.get(commune) ?? []), qpv])
  }
  return { byCode, byCommune }
}

/** Which list a code belongs to: 2024 (QN…), 2015 (QP…), or null when it is no QPV code. Only the list of 2024 comes with the application. */
export const qpvVintage = (code: string): 2024 | 2015 | null => (vintage2024.test(code) ? 2024 : vintage2015.test(code) ? 2015 : null)

const vintage2024 = /^QN\d{5}[A-Z]$/
const vintage2015 = /^QP\d{6}$/
