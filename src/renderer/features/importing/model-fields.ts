import type { ImportField } from '#domain/importing/mapping'

/** The columns of each empty model; their headers are words that the importer knows (`importTerms:modelHeaders`). */
export const modelFields = {
  people: [
    'lastName',
    'firstName',
    'birthDate',
    'gender',
    'email',
    'phone',
    'street',
    'postalCode',
    'city',
    'role',
    'roleStart',
    'roleEnd',
    'tag',
    'note',
  ],
  attendance: ['lastName', 'firstName', 'email', 'eventName', 'eventDate', 'attendance'],
  events: ['eventName', 'eventDate', 'eventKind', 'eventPlace', 'note'],
  hours: ['lastName', 'firstName', 'email', 'hoursDate', 'hours', 'hoursTask'],
  organisations: [
    'organisation',
    'organisationKind',
    'organisationNumber',
    'organisationEmail',
    'organisationPhone',
    'street',
    'postalCode',
    'city',
    'note',
  ],
} as const satisfies Readonly<Record<string, readonly ImportField[]>>
/** The models, in the order they are proposed. */
export const models = ['people', 'attendance', 'events', 'hours', 'organisations'] as const
export type ModelName = (typeof models)[number]
