import { describe, expect, test } from 'vitest'
import { ambassadorStages, type Ambassadorship } from '#domain/ambassador'
import { movedToStage, rolesAfterMove, stageHistory } from '#domain/ambassadors/stages'
import type { AmbassadorshipId, RoleKindId } from '#domain/id'
import { date, makeRole, personId, roleId, rolesById } from '#support/builders'
import { day } from '#support/small-world'

const ambassadorship: Ambassadorship = {
  id: 'a' as AmbassadorshipId,
  personId: personId(1),
  communityId: null,
  stages: { identified: date('2025-01-10') },
  stage: 'identified',
  whyChosen: '',
  whatsInIt: '',
  source: '',
  approachedById: null,
  firstGatheringId: null,
  autonomy: null,
  successorId: null,
  note: '',
  deletedAt: null,
}
const newRole = () => roleId(9)
const on = day('2026-03-12')
const ambassador = 'ambassador' as string as RoleKindId

describe('le chemin d’un ambassadeur', () => {
  test('chaque étape prend sa date ; un ancien peut revenir, et le chemin se relit', () => {
    const former = movedToStage(movedToStage(ambassadorship, 'active', day('2025-02-01')), 'former', day('2025-12-31'))
    const back = movedToStage(former, 'active', on)
    expect(back.stage).toBe('active')
    expect(stageHistory(back, ambassadorStages)).toEqual([
      { stage: 'active', on: '2026-03-12' },
      { stage: 'former', on: '2025-12-31' },
      { stage: 'identified', on: '2025-01-10' },
    ])
    expect(movedToStage(back, 'active', day('2027-01-01'))).toBe(back)
  })

  test('devenir actif donne le rôle une fois ; passer la main le garde ; devenir ancien y met fin', () => {
    const active = rolesAfterMove({}, { from: 'accepted', to: 'active', on }, newRole)
    expect(active).toEqual(rolesById(makeRole({ id: roleId(9), kind: ambassador, start: on })))
    expect(rolesAfterMove(active, { from: 'active', to: 'handing-over', on }, newRole)).toBe(active)
    const later = day('2026-09-01')
    expect(rolesAfterMove(active, { from: 'handing-over', to: 'former', on: later }, newRole)[roleId(9)]?.end).toBe('2026-09-01')
  })

  test('un rôle déjà en cours n’est pas donné deux fois, un rôle passé n’est pas touché', () => {
    const running = rolesById(makeRole({ kind: ambassador, start: date('2024') }))
    expect(rolesAfterMove(running, { from: 'accepted', to: 'active', on }, newRole)).toBe(running)
    const past = rolesById(makeRole({ kind: ambassador, start: date('2020'), end: date('2021') }))
    expect(rolesAfterMove(past, { from: 'identified', to: 'former', on }, newRole)).toBe(past)
    expect(Object.keys(rolesAfterMove(past, { from: 'former', to: 'active', on }, newRole))).toHaveLength(2)
  })

  test('contacter puis se raviser ne touche à aucun rôle', () => {
    const volunteer = rolesById(makeRole())
    expect(rolesAfterMove(volunteer, { from: 'identified', to: 'contacted', on }, newRole)).toBe(volunteer)
    expect(rolesAfterMove(volunteer, { from: 'active', to: 'contacted', on }, newRole)).toBe(volunteer)
  })
})
