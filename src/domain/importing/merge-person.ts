import { isSameValue } from '#domain/change-fields'
import { foldWords } from '#domain/fold-text'
import type { PersonDraft } from '#domain/importing/draft'
import { mergeAddresses } from '#domain/importing/merge-address'
import { mergeRoles } from '#domain/importing/merge-roles'
import type { Refs } from '#domain/importing/new-ref'
import { contactKey } from '#domain/importing/read-contact-cells'
import type { FieldChange, MatchReason } from '#domain/importing/verdict'
import type { PartialDate } from '#domain/period'
import { rolesOf, type Affiliation, type ConsentKey, type Email, type Person, type Phone } from '#domain/person'

/**
 * What a draft would change of a person, field by field. What the file does not say changes nothing; lists grow; a refusal is never turned into an agreement;
 * names that differ by accents or capitals only are shown and kept.
 * @param reasons why the draft is that person: only an id or a number allows another name or birth date to be proposed.
 */
export const mergePerson = (person: Person, draft: PersonDraft, refs: Refs, reasons: readonly MatchReason[]): readonly FieldChange[] => {
  const changes: FieldChange[] = []
  const own = reasons.includes('maillage-id')
  const byNumber = own || reasons.includes('external-id') || reasons.includes('member-number')
  if (!reasons.includes('name-swapped')) {
    for (const field of ['lastName', 'firstName'] as const) {
      const before = person[field]
      const after = draft[field]
      if (after === '' || after === before.replace(/\s+/g, ' ').trim()) continue
      const sameWords = foldWords(before) === foldWords(after)
      changes.push(before === '' ? fills(field, before, after) : replaces(field, before, after, own || (byNumber && !sameWords) ? 'take' : 'keep'))
    }
  }
  mergeDate(changes, 'birthDate', person.birthDate, draft.birthDate, byNumber ? 'take' : 'keep')
  mergeDate(changes, 'joinedOn', person.joinedOn, draft.joinedOn, 'take')
  mergeValue(changes, 'gender', person.gender, draft.gender)
  mergeValue(changes, 'memberNumber', person.memberNumber === '' ? null : person.memberNumber, draft.memberNumber === '' ? null : draft.memberNumber)
  mergeList(changes, 'emails', person.emails, draft.emails)
  mergeList(changes, 'phones', person.phones, draft.phones)
  if (draft.addresses.length > 0) push(changes, mergeAddresses(person.addresses, draft.addresses))
  if (draft.roles.length > 0) changes.push(...mergeRoles(rolesOf(person), draft.roles, (role) => refs.roleKind(role.kind)))
  for (const tag of draft.tags) {
    const id = refs.tag(tag)
    if (person.tags[id] !== true && !changes.some((change) => change.path === `tags/${id}`))
      changes.push({ path: `tags/${id}`, before: null, after: true, kind: 'adds', suggested: 'take' })
  }
  for (const field of draft.custom) mergeValue(changes, `custom/${refs.custom(field)}`, person.custom[refs.custom(field)] ?? null, field.value)
  mergeConsents(changes, person, draft)
  mergeAffiliations(changes, person, draft, refs)
  if (draft.territory !== null) {
    const territory = refs.territory(draft.territory)
    // An export tells the territory that follows from the place: brought back, it changes nothing.
    if (territory !== refs.territoryOf(person)) mergeValue(changes, 'territoryId', person.territoryId, territory)
  }
  for (const flag of ['doNotContact', 'deceased'] as const) if (draft[flag] && !person[flag]) changes.push(replaces(flag, false, true, 'take'))
  for (const [source, id] of Object.entries(draft.externalIds)) {
    const before = person.externalIds[source] ?? null
    // The line numbers of two unrelated files are no ids of each other's.
    if (before !== id)
      changes.push(
        before === null
          ? fills(`externalIds/${source}`, null, id)
          : replaces(`externalIds/${source}`, before, id, source === 'fichier' ? 'keep' : 'take'),
      )
  }
  mergeValue(changes, 'payer', person.payer, draft.payer)
  mergeNote(changes, person.note, draft.note)
  if (own && person.deletedAt !== null) changes.push(replaces('deletedAt', person.deletedAt, null, 'take'))
  return changes
}

const mergeDate = (
  changes: FieldChange[],
  field: 'birthDate' | 'joinedOn',
  before: PartialDate | null,
  after: PartialDate | null,
  suggested: 'keep' | 'take',
): void => {
  if (after === null || before === after) return
  if (before === null) changes.push(fills(field, before, after))
  // « 1998 » says nothing against « 1998-05-12 », and « 1998-05-12 » says more than « 1998 ».
  else if (!before.startsWith(after)) changes.push(replaces(field, before, after, after.startsWith(before) ? 'take' : suggested))
}

const mergeValue = (changes: FieldChange[], path: string, before: unknown, after: unknown): void => {
  if (after === null || after === undefined || isSameValue(before, after)) return
  changes.push(before === null ? fills(path, before, after) : replaces(path, before, after, 'take'))
}

const mergeList = (
  changes: FieldChange[],
  path: 'emails' | 'phones',
  before: readonly (Email | Phone)[],
  after: readonly (Email | Phone)[],
): void => {
  if (after.length === 0) return
  const added = before.length === 0 ? after : after.filter((contact) => !before.some((known) => contactKey(known) === contactKey(contact)))
  if (added.length > 0)
    changes.push({
      path,
      before,
      after: before.length === 0 ? added : [...before, ...added],
      kind: before.length === 0 ? 'fills' : 'adds',
      suggested: 'take',
    })
}

const mergeConsents = (changes: FieldChange[], person: Person, draft: PersonDraft): void => {
  for (const key of Object.keys(draft.consents) as ConsentKey[]) {
    const after = draft.consents[key]
    const before = person.consents[key] ?? null
    if (after === undefined || before?.given === after.given) continue
    if (after.given && (before?.given === false || person.doNotContact))
      changes.push({ path: `consents/${key}`, before, after, kind: 'refused', suggested: 'keep' })
    else changes.push(before === null ? fills(`consents/${key}`, null, after) : replaces(`consents/${key}`, before, after, 'take'))
  }
}

const mergeAffiliations = (changes: FieldChange[], person: Person, draft: PersonDraft, refs: Refs): void => {
  let next: readonly Affiliation[] = person.affiliations
  for (const affiliation of draft.affiliations) {
    const organisationId = refs.organisation(affiliation.organisation)
    const said: Affiliation = { organisationId, title: affiliation.title, start: affiliation.start, end: affiliation.end }
    const there = next.filter((one) => one.organisationId === organisationId)
    const known = there.find((one) => isSameTime(one, said) && agree(one.title, said.title))
    if (known !== undefined) {
      const fuller: Affiliation = { ...known, title: known.title || said.title, start: known.start ?? said.start, end: known.end ?? said.end }
      if (fuller.title !== known.title || fuller.start !== known.start || fuller.end !== known.end)
        next = next.map((one) => (one === known ? fuller : one))
      // Another title for the same time is the same tie, told otherwise; only a file of ours says two ties for certain.
    } else if (draft.maillageId !== null || !there.some((one) => isSameTime(one, said))) next = [...next, said]
  }
  if (next !== person.affiliations)
    changes.push({
      path: 'affiliations',
      before: person.affiliations,
      after: next,
      kind: person.affiliations.length === 0 ? 'fills' : 'adds',
      suggested: 'take',
    })
}

/** Two stays at one organisation are told apart by dates that contradict each other. */
const isSameTime = (one: Affiliation, other: Affiliation): boolean => agree(one.start, other.start) && agree(one.end, other.end)
const agree = (one: string | null, other: string | null): boolean => one === other || (one ?? '') === '' || (other ?? '') === ''

const mergeNote = (changes: FieldChange[], before: string, after: string): void => {
  if (after === '' || before.includes(after)) return
  changes.push(before === '' ? fills('note', before, after) : { path: 'note', before, after: `${before}\n${after}`, kind: 'adds', suggested: 'take' })
}

const push = (changes: FieldChange[], change: FieldChange | null): void => {
  if (change !== null) changes.push(change)
}
const fills = (path: string, before: unknown, after: unknown): FieldChange => ({ path, before, after, kind: 'fills', suggested: 'take' })
const replaces = (path: string, before: unknown, after: unknown, suggested: 'keep' | 'take'): FieldChange => ({
  path,
  before,
  after,
  kind: 'replaces',
  suggested,
})
