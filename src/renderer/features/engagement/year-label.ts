import type { AssociationYear } from '#domain/year'

/** « 2025 », or « 2025-2026 » for a year that spans two. */
export const yearLabel = ({ key, endYear }: Pick<AssociationYear, 'key' | 'endYear'>): string => (key === endYear ? String(key) : `${key}-${endYear}`)
