import type { Handover, HandoverStep } from '#domain/responsibility'

/** The steps of every departure, in their order; the interface has their words. */
export const handoverSteps = [
  'talk',
  'write-down',
  'transfer',
  'introduce',
  'mandates',
  'accesses',
  'keys',
  'papers',
  'announce',
  'thanks',
  'stay',
] as const
export type BuiltInHandoverStep = (typeof handoverSteps)[number]

export const builtInStepOf = (step: Pick<HandoverStep, 'id'>): BuiltInHandoverStep | null => handoverSteps.find((id) => id === step.id) ?? null

/** The steps a new handover begins with. */
export const firstSteps = (): Handover['steps'] =>
  Object.fromEntries(handoverSteps.map((id, order) => [id, { id, name: null, doneOn: null, toId: null, note: '', order }]))

/** A step that speaks of something held has its key for id: to whom it goes, and the day it went. */
export const isHoldingStep = ({ id, name }: Pick<HandoverStep, 'id' | 'name'>): boolean => name === null && id.includes(':')

/** The checklist: built-in steps, then one's own, in order. */
export const checklistOf = ({ steps }: Pick<Handover, 'steps'>): readonly HandoverStep[] =>
  Object.values(steps)
    .filter((step) => !isHoldingStep(step))
    .toSorted((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1))

/** The handover with one of its steps changed, or begun. */
export const withStep = (handover: Handover, id: string, fields: Partial<Omit<HandoverStep, 'id'>>): Handover => {
  const before = handover.steps[id] ?? { id, name: null, doneOn: null, toId: null, note: '', order: Object.keys(handover.steps).length }
  return { ...handover, steps: { ...handover.steps, [id]: { ...before, ...fields } } }
}
