import type { CustomFieldKind } from '#domain/custom-field'

/** The kinds of custom fields, in the order they are proposed. */
export const customKinds = ['text', 'number', 'date', 'choice', 'boolean'] as const satisfies readonly CustomFieldKind[]
export const isCustomKind = (kind: string | null): kind is CustomFieldKind => customKinds.some((known) => known === kind)
