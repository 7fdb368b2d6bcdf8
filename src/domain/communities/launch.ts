import { launchStages, type Community, type LaunchStage, type LaunchStep } from '#domain/community'

/** The steps that every launch goes through, of which the interface has the words; in order within their stage. */
export const builtInSteps = {
  embark: ['purpose', 'target', 'core', 'bonds'],
  gather: ['channel', 'first-meeting', 'rhythm'],
  connect: ['introductions', 'members-lead', 'leader'],
  equip: ['charter', 'kit', 'training', 'recognition'],
} as const satisfies Readonly<Record<LaunchStage, readonly string[]>>
export type BuiltInStep = (typeof builtInSteps)[LaunchStage][number]

/** Is this the id of a built-in step (and not of one that the association added)? */
export const isBuiltInStep = (id: string): id is BuiltInStep => Object.values(builtInSteps).some((ids) => ids.some((known) => known === id))

export interface StageState {
  readonly stage: LaunchStage
  /** Built-in steps first, then the association's own in their order. */
  readonly steps: readonly LaunchStep[]
  readonly done: number
}
export interface Launch {
  readonly stages: readonly StageState[]
  readonly done: number
  readonly total: number
  /** The first step not done, in the order of the stages; null when all are. */
  readonly next: LaunchStep | null
}

/** Where the launch of a community is: « fait le … » and what is next. */
export const launchOf = ({ steps }: Pick<Community, 'steps'>): Launch => {
  const stages = launchStages.map((stage): StageState => {
    const builtIn = builtInSteps[stage].map((id, order): LaunchStep => steps[id] ?? { id, stage, name: null, doneOn: null, order })
    const own = Object.values(steps)
      .filter((step) => step.stage === stage && !isBuiltInStep(step.id))
      .toSorted((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1))
    const all = [...builtIn, ...own]
    return { stage, steps: all, done: all.filter(({ doneOn }) => doneOn !== null).length }
  })
  const all = stages.flatMap(({ steps: inStage }) => inStage)
  return {
    stages,
    done: stages.reduce((sum, { done }) => sum + done, 0),
    total: all.length,
    next: all.find(({ doneOn }) => doneOn === null) ?? null,
  }
}
