import type { CommuneIndex } from '#domain/commune'
import type { KnownLists } from '#domain/importing/knowledge'
import type { QpvIndex } from '#domain/qpv'

/** What drafting rows may look up. Without communes or QPV, codes stay as typed and nothing is called unknown. */
export interface DraftContext {
  readonly known: KnownLists
  readonly communes: CommuneIndex | null
  readonly qpv: QpvIndex | null
}
