import { parseRolePeriods } from '#domain/exporting/role-periods-text'
import { foldWords } from '#domain/fold-text'
import type { RoleKindId } from '#domain/id'
import type { DraftBuilder } from '#domain/importing/draft-builder'
import type { DraftContext } from '#domain/importing/draft-context'
import { isNoRole, roleOfWord } from '#domain/importing/role-words'

/** One role, or several when every part is known: « mentor, bénévole ». An unknown word is a role of the association's own. */
export const readRoles = (text: string, builder: DraftBuilder, context: DraftContext, ownFile: boolean): void => {
  if (isNoRole(text)) return
  // Our own exports give each role with its dates in one cell.
  const periods = parseRolePeriods(text)
  if (periods !== null) {
    for (const { name, start, end } of periods)
      builder.roles.push({ kind: { id: roleOfWord(name, context.known.roleKinds), name }, start, end, byYear: false })
    return
  }
  const parts = text.split(ownFile ? ownSeparator : roleSeparator)
  const kinds = parts.map((part) => roleOfWord(part, context.known.roleKinds))
  const add = (id: RoleKindId | null, name: string): void => {
    if (!builder.roleKinds.some((known) => (id === null ? foldWords(known.name) === foldWords(name) : known.id === id)))
      builder.roleKinds.push({ id, name })
  }
  if (parts.length > 1 && (ownFile || kinds.some((kind) => kind !== null)))
    parts.forEach((part, at) => {
      if (part !== '' && !isNoRole(part)) add(kinds[at] ?? null, part)
    })
  else add(roleOfWord(text, context.known.roleKinds), text)
}

const ownSeparator = /\s*\|\s*/
const roleSeparator = /\s*[;,/|+]\s*/
