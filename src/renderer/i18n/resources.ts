import { calls as callsEn } from './en/calls.ts'
import { common as commonEn } from './en/common.ts'
import { communities as communitiesEn } from './en/communities.ts'
import { practices as practicesEn } from './en/practices.ts'
import { communityMeetings as communityMeetingsEn } from './en/community-meetings.ts'
import { home as homeEn } from './en/home.ts'
import { finder as finderEn } from './en/finder.ts'
import { history as historyEn } from './en/history.ts'
import { importTerms as importTermsEn } from './en/import-terms.ts'
import { importing as importingEn } from './en/importing.ts'
import { letters as lettersEn } from './en/letters.ts'
import { events as eventsEn } from './en/events.ts'
import { engagement as engagementEn } from './en/engagement.ts'
import { charts as chartsEn } from './en/charts.ts'
import { organisations as organisationsEn } from './en/organisations.ts'
import { reports as reportsEn } from './en/reports.ts'
import { safety as safetyEn } from './en/safety.ts'
import { settings as settingsEn } from './en/settings.ts'
import { people as peopleEn } from './en/people.ts'
import { person as personEn } from './en/person.ts'
import { shell as shellEn } from './en/shell.ts'
import { ambassadors as ambassadorsEn } from './en/ambassadors.ts'
import { core as coreEn } from './en/core.ts'
import { start as startEn } from './en/start.ts'
import { territories as territoriesEn } from './en/territories.ts'
import { ambassadors } from './fr/ambassadors.ts'
import { core } from './fr/core.ts'
import { ties as tiesEn } from './en/ties.ts'
import { calls } from './fr/calls.ts'
import { offers as offersEn } from './en/offers.ts'
import { offers } from './fr/offers.ts'
import { common } from './fr/common.ts'
import { communities } from './fr/communities.ts'
import { practices } from './fr/practices.ts'
import { communityMeetings } from './fr/community-meetings.ts'
import { home } from './fr/home.ts'
import { finder } from './fr/finder.ts'
import { history } from './fr/history.ts'
import { importTerms } from './fr/import-terms.ts'
import { importing } from './fr/importing.ts'
import { letters } from './fr/letters.ts'
import { events } from './fr/events.ts'
import { engagement } from './fr/engagement.ts'
import { charts } from './fr/charts.ts'
import { organisations } from './fr/organisations.ts'
import { reports } from './fr/reports.ts'
import { safety } from './fr/safety.ts'
import { settings } from './fr/settings.ts'
import { people } from './fr/people.ts'
import { person } from './fr/person.ts'
import { shell } from './fr/shell.ts'
import { start } from './fr/start.ts'
import { territories } from './fr/territories.ts'
import { ties } from './fr/ties.ts'
import type { Translation } from './translation.ts'

/** French is the type. One namespace a feature: add `fr/<ns>.ts` and `en/<ns>.ts`, then one line in each of the two lists. */
export const fr = {
  calls,
  common,
  people,
  person,
  home,
  events,
  engagement,
  reports,
  importing,
  importTerms,
  charts,
  shell,
  settings,
  safety,
  start,
  territories,
  ties,
  offers,
  communities,
  ambassadors,
  core,
  letters,
  communityMeetings,
  practices,
  finder,
  history,
  organisations,
} as const

export const en = {
  calls: callsEn,
  common: commonEn,
  people: peopleEn,
  person: personEn,
  home: homeEn,
  events: eventsEn,
  engagement: engagementEn,
  reports: reportsEn,
  importing: importingEn,
  importTerms: importTermsEn,
  charts: chartsEn,
  shell: shellEn,
  settings: settingsEn,
  safety: safetyEn,
  start: startEn,
  territories: territoriesEn,
  ties: tiesEn,
  offers: offersEn,
  communities: communitiesEn,
  ambassadors: ambassadorsEn,
  core: coreEn,
  letters: lettersEn,
  communityMeetings: communityMeetingsEn,
  practices: practicesEn,
  finder: finderEn,
  history: historyEn,
  organisations: organisationsEn,
} as const satisfies Translation<typeof fr>

export type Namespace = keyof typeof fr
