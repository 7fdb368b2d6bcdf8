import type { home as fr } from '../fr/home.ts'
import type { Translation } from '../translation.ts'

export const home = {
  title: 'Home',
  subtitle: 'It is {{date}}.',
  active: {
    label: 'Active people',
    before: '{{count, number}} a year ago',
    list: 'People active today',
    listBefore: 'People active a year ago',
  },
  year: {
    label: 'Since {{date}}',
    states: { newcomers: 'new', kept: 'kept', returned: 'returned', lapsed: 'to be seen' },
    rule: 'New: never noted before. Kept: active this year and the one before. Returned: active once, not the year before. To be seen: active the year before, not yet this year.',
    list: {
      newcomers: 'New people this year',
      kept: 'People kept this year',
      returned: 'People who returned this year',
      lapsed: 'Active last year, not seen yet',
    },
  },
  events: {
    label: 'Events',
    list: 'People who came to an event this year',
    presences_one: '{{count, number}} attendance',
    presences_other: '{{count, number}} attendances',
    rule: 'Events since {{date}}, and attendances noted on their sheets.',
  },
  hours: {
    label: 'Hours given',
    givers_one: 'by {{count, number}} person',
    givers_other: 'by {{count, number}} people',
    rule: 'Hours noted on attendance sheets and outside events, since the year began.',
    rulePartial_one: 'At least: {{count, number}} attendance has no hours noted.',
    rulePartial_other: 'At least: {{count, number}} attendances have no hours noted.',
    list: 'People who gave hours this year',
  },
  fading: {
    title: 'Not seen for a while',
    last: 'not since {{date}}',
    rhythm: 'used to come about every {{count, number}} days',
    rhythmMonths_one: 'used to come about every month',
    rhythmMonths_other: 'used to come about every {{count, number}} months',
    rule: 'People who came at least {{facts, number}} times, whose silence lasts {{times, number}} times longer than usual and at least {{days, number}} days, but no more than {{months, number}} months. Without people who died or must not be contacted.',
    nobody: 'Nobody is drifting away, as far as is recorded.',
    all: 'Show the {{count, number}} people',
    list: 'People who are drifting away',
  },
  recent: {
    title: 'Latest events',
    all: 'All events',
    came_one: '{{count, number}} came',
    came_other: '{{count, number}} came',
    none: 'No event yet.',
  },
  backup: {
    title: 'Your data',
    last: 'Last verified copy {{ago}}.',
    never: 'No verified copy yet.',
    open: 'Show the copies',
    people_one: '{{count, number}} person known',
    people_other: '{{count, number}} people known',
  },
  empty: {
    title: 'Welcome',
    text: 'Import your spreadsheets: Maillage recognises the columns, shows everything before saving, and all of it can be undone.',
    action: 'Import a spreadsheet',
  },
} as const satisfies Translation<typeof fr>
