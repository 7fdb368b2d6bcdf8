import type { Ambassadorship, AmbassadorStage } from '#domain/ambassador'
import { isMemberOn } from '#domain/communities/membership'
import type { RoleKindId, RolePeriodId } from '#domain/id'
import { firstDay, type IsoDate, type PartialDate } from '#domain/period'
import type { Person } from '#domain/person'

export const ambassadorKind = 'ambassador' as string as RoleKindId

/** The stages in which somebody is an ambassador: she holds the role. */
export const holdsAmbassadorRole = (stage: AmbassadorStage): boolean => stage === 'active' || stage === 'handing-over'

/** The ambassadorship once it entered a stage, that day. The days of the stages left behind stay; a stage entered again bears the latest day. */
export const movedToStage = (ambassadorship: Ambassadorship, stage: AmbassadorStage, on: IsoDate): Ambassadorship =>
  ambassadorship.stage === stage ? ambassadorship : { ...ambassadorship, stage, stages: { ...ambassadorship.stages, [stage]: on } }

/**
 * The roles of a person once her ambassadorship went from one stage to another: becoming active begins the role (unless it runs already), leaving for good or going
 * back before it ends it that day. The same map when there is nothing to change.
 */
export const rolesAfterMove = (
  roles: Person['roles'],
  { from, to, on }: { readonly from: AmbassadorStage; readonly to: AmbassadorStage; readonly on: IsoDate },
  newRoleId: () => RolePeriodId,
): Person['roles'] => {
  const running = Object.values(roles).filter((role) => role.kind === ambassadorKind && isMemberOn(role, on))
  if (holdsAmbassadorRole(to)) {
    if (running.length > 0) return roles
    const id = newRoleId()
    return { ...roles, [id]: { id, kind: ambassadorKind, start: on, end: null, organisationId: null, note: '' } }
  }
  if (to !== 'former' && !holdsAmbassadorRole(from)) return roles
  const ended = running.filter(({ end }) => end === null || end > on)
  if (ended.length === 0) return roles
  return { ...roles, ...Object.fromEntries(ended.map((role) => [role.id, { ...role, end: endOf(role.start, on) }])) }
}

const endOf = (start: PartialDate | null, on: IsoDate): PartialDate => (start !== null && firstDay(start) > on ? start : on)

/** The stages that were entered, the latest day first; of one day, the later stage first. */
export const stageHistory = (
  { stages }: Pick<Ambassadorship, 'stages'>,
  order: readonly AmbassadorStage[],
): readonly { readonly stage: AmbassadorStage; readonly on: PartialDate }[] =>
  order
    .flatMap((stage) => {
      const on = stages[stage]
      return on === undefined ? [] : [{ stage, on }]
    })
    .toSorted((left, right) => (left.on === right.on ? order.indexOf(right.stage) - order.indexOf(left.stage) : left.on < right.on ? 1 : -1))
