import type { RoleDraft } from '#domain/importing/draft'
import type { FieldChange } from '#domain/importing/verdict'
import type { RoleKindId, RolePeriodId } from '#domain/id'
import { addDays, firstDay, lastDay, type PartialDate } from '#domain/period'
import type { RolePeriod } from '#domain/role'

/**
 * What the roles of a file add to those of a person. Nothing is doubled: a role held already over those dates adds nothing; a role without dates only says that it is held;
 * years of a grid that touch a period lengthen it; anything else is a new period, so that somebody who came back is seen coming back.
 */
export const mergeRoles = (
  roles: readonly RolePeriod[],
  drafts: readonly RoleDraft[],
  kindOf: (draft: RoleDraft) => RoleKindId,
): readonly FieldChange[] => {
  const now = new Map(roles.map((role) => [role.id, role]))
  const before = new Map(now)
  for (const draft of drafts) {
    const kind = kindOf(draft)
    const next = placeRole(
      [...now.values()].filter((role) => role.kind === kind),
      draft,
      kind,
    )
    if (next !== null) now.set(next.id, next)
  }
  const changes: FieldChange[] = []
  for (const [id, role] of now) {
    const old = before.get(id)
    if (old === role) continue
    changes.push({ path: `roles/${id}`, before: old ?? null, after: role, kind: old === undefined ? 'adds' : 'replaces', suggested: 'take' })
  }
  return changes
}

/** The period to add or to change for one role of the file; null when it is held already. */
const placeRole = (held: readonly RolePeriod[], draft: RoleDraft, kind: RoleKindId): RolePeriod | null => {
  if (draft.start === null && draft.end === null) return held.length > 0 ? null : newPeriod(draft, kind)
  if (held.some((role) => role.start === draft.start && role.end === draft.end)) return null
  if (draft.byYear) return placeYears(held, draft, kind)
  const sameStart = held.find((role) => role.start !== null && role.start === draft.start)
  if (sameStart !== undefined)
    return draft.end === null || sameStart.end !== null ? (draft.end === null ? null : newPeriod(draft, kind)) : { ...sameStart, end: draft.end }
  const undated = held.find((role) => role.start === null && (role.end === null || role.end === draft.end))
  if (undated !== undefined) return { ...undated, start: draft.start, end: draft.end ?? undated.end }
  return held.some((role) => covers(role, draft)) ? null : newPeriod(draft, kind)
}

const placeYears = (held: readonly RolePeriod[], draft: RoleDraft, kind: RoleKindId): RolePeriod | null => {
  if (held.some((role) => covers(role, draft))) return null
  const touching = held.find((role) => touches(role, draft))
  if (touching === undefined)
    return held.find((role) => role.start === null && role.end === null) === undefined ? newPeriod(draft, kind) : fillDates(held, draft, kind)
  return {
    ...touching,
    start:
      touching.start === null || draft.start === null
        ? touching.start
        : firstDay(draft.start) < firstDay(touching.start)
          ? draft.start
          : touching.start,
    end: touching.end === null || draft.end === null ? touching.end : lastDay(draft.end) > lastDay(touching.end) ? draft.end : touching.end,
  }
}

const fillDates = (held: readonly RolePeriod[], draft: RoleDraft, kind: RoleKindId): RolePeriod => {
  const undated = held.find((role) => role.start === null && role.end === null)
  return undated === undefined ? newPeriod(draft, kind) : { ...undated, start: draft.start, end: draft.end }
}

/** The role was held over all the dates of the draft; a draft without an end only says when it began. */
const covers = (role: RolePeriod, draft: RoleDraft): boolean => {
  const starts = draft.start === null || (role.start !== null && firstDay(role.start) <= firstDay(draft.start))
  const until: PartialDate | null = draft.end ?? draft.start
  const ends = role.end === null || (until !== null && lastDay(role.end) >= (draft.end === null ? firstDay(until) : lastDay(until)))
  return starts && ends && role.start !== null
}

/** No day between them. */
const touches = (role: RolePeriod, draft: RoleDraft): boolean => {
  if (draft.start === null || draft.end === null || role.start === null) return false
  const afterRole = role.end === null ? null : addDays(lastDay(role.end), 1)
  const afterDraft = addDays(lastDay(draft.end), 1)
  return (afterRole === null || firstDay(draft.start) <= afterRole) && firstDay(role.start) <= afterDraft
}

const newPeriod = (draft: RoleDraft, kind: RoleKindId): RolePeriod => ({
  id: `new:roles:${kind}:${draft.start ?? ''}:${draft.end ?? ''}` as RolePeriodId,
  kind,
  start: draft.start,
  end: draft.end,
  organisationId: null,
  note: '',
})
