import { isSameValue, withFields } from '#domain/change-fields'
import { foldWords } from '#domain/fold-text'
import {
  emailKey,
  joinNotes,
  narrowerDirectory,
  phoneKey,
  unionBy,
  unionOfAddresses,
  unionOfConsents,
  unionOfRoles,
} from '#domain/duplicates/merge-lists'
import { differingValues, isBlank, singlePaths, valueAt, type Side, type SinglePath, type SingleValue } from '#domain/duplicates/single-values'
import type { Person } from '#domain/person'

/** Of which record each differing single value is taken; where nothing is said, the suggestion. */
export type MergeChoices = Readonly<Partial<Record<SinglePath, Side>>>

/** A value that the merged record does not hold in its field. */
export interface FormerValue {
  readonly path: SinglePath
  readonly value: unknown
}

/** What the two records differ in, and what will be left aside by these choices. */
export const formerValues = (kept: Person, other: Person, choices: MergeChoices): readonly FormerValue[] =>
  differingValues(kept, other).map((difference) => ({
    path: difference.path,
    value: chosenSide(difference, choices) === 'kept' ? difference.other : difference.kept,
  }))

/**
 * The record that stays once it took over everything that the other one knows. Lists, periods and maps are joined; a refusal, an opposition and a death always stay;
 * of single values the one chosen. `formerNote`: the values left aside, in words, kept in the note.
 */
export const mergePeople = (kept: Person, other: Person, choices: MergeChoices, formerNote: string): Person => {
  const differing = new Map(differingValues(kept, other).map((difference) => [difference.path, difference]))
  const fields: Record<string, unknown> = {}
  for (const path of singlePaths(kept, other)) {
    const difference = differing.get(path)
    const before = valueAt(kept, path)
    if (difference !== undefined) {
      if (chosenSide(difference, choices) === 'other') fields[path] = difference.other
    } else if (isBlank(before) && !isBlank(valueAt(other, path))) fields[path] = valueAt(other, path)
  }
  const merged: Person = {
    // Paths come from `singlePaths` of two people.
    ...(withFields('people', kept.id, kept, fields) as Person),
    emails: unionBy(kept.emails, other.emails, emailKey),
    phones: unionBy(kept.phones, other.phones, phoneKey),
    addresses: unionOfAddresses(kept.addresses, other.addresses),
    roles: unionOfRoles(kept.roles, other.roles),
    affiliations: unionBy(kept.affiliations, other.affiliations, (one) => JSON.stringify([one.organisationId, one.title, one.start, one.end])),
    tags: { ...other.tags, ...kept.tags },
    consents: unionOfConsents(kept.consents, other.consents),
    doNotContact: kept.doNotContact || other.doNotContact,
    deceased: kept.deceased || other.deceased,
    note: joinNotes(kept.note, other.note, formerNote),
  }
  return withLaterFields(merged, kept, other)
}

/** Fields that older records do not have stay away where neither says anything. */
const withLaterFields = (merged: Person, kept: Person, other: Person): Person => {
  const skills = unionBy(kept.skills ?? [], other.skills ?? [], foldWords)
  const directory = narrowerDirectory(kept.directory, other.directory)
  const notSame = unionBy(kept.notSameAs ?? [], other.notSameAs ?? [], ({ personId }) => personId).filter(
    ({ personId }) => personId !== kept.id && personId !== other.id,
  )
  return {
    ...merged,
    ...(isSameValue(skills, kept.skills ?? []) ? {} : { skills }),
    ...(directory === undefined || isSameValue(directory, kept.directory) ? {} : { directory }),
    ...(other.lostContact === true ? { lostContact: true } : {}),
    ...(isSameValue(notSame, kept.notSameAs ?? []) ? {} : { notSameAs: notSame }),
  }
}

const chosenSide = ({ path, suggested }: SingleValue, choices: MergeChoices): Side => choices[path] ?? suggested
