import type { OrganisationId, TerritoryId } from '#domain/id'
import type { Address, Email, Phone } from '#domain/person'

/** A partner, school, company, town hall or funder. */
export interface Organisation {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: string
  /** SIRET, SIREN or RNA: text, since it begins with zeros or a W. */
  readonly registrationNumber: string
  readonly emails: readonly Email[]
  readonly phones: readonly Phone[]
  readonly address: Address | null
  readonly website: string
  readonly territoryId: TerritoryId | null
  readonly externalIds: Readonly<Record<string, string>>
  readonly note: string
  readonly deletedAt: string | null
}

export const emptyOrganisation = (id: OrganisationId): Organisation => ({
  id,
  name: '',
  kind: '',
  registrationNumber: '',
  emails: [],
  phones: [],
  address: null,
  website: '',
  territoryId: null,
  externalIds: {},
  note: '',
  deletedAt: null,
})
