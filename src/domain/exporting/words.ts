import type { AttendanceStatus } from '#domain/attendance'
import type { Gender } from '#domain/person'
import type { BuiltInRoleKindId } from '#domain/role'

/**
 * The words of exported files. They are a format, not the interface: the import recognises each of them (a test says so), so that a file of ours reads back
 * exactly, in either language and whatever the interface says one day.
 */
export type ExportLanguage = 'fr' | 'en'
export interface ExportWords {
  readonly gender: Readonly<Record<Gender, string>>
  readonly role: Readonly<Record<BuiltInRoleKindId, string>>
  readonly attendance: Readonly<Record<AttendanceStatus, string>>
  readonly header: Readonly<Record<HeaderKey, string>>
}
/** Columns of people, then of events and attendance. */
export type HeaderKey =
  | 'maillageId'
  | 'lastName'
  | 'firstName'
  | 'roles'
  | 'email'
  | 'phone'
  | 'contactLabels'
  | 'moreContacts'
  | 'street'
  | 'postalCode'
  | 'city'
  | 'communeCode'
  | 'qpvCode'
  | 'country'
  | 'birthDate'
  | 'gender'
  | 'joinedOn'
  | 'memberNumber'
  | 'externalId'
  | 'organisation'
  | 'organisationTitle'
  | 'organisationStart'
  | 'organisationEnd'
  | 'territory'
  | 'tags'
  | 'consentEmail'
  | 'consentPhone'
  | 'consentSms'
  | 'consentPost'
  | 'consentDetails'
  | 'doNotContact'
  | 'deceased'
  | 'payerLastName'
  | 'payerFirstName'
  | 'payerEmail'
  | 'note'
  | 'eventName'
  | 'eventDate'
  | 'eventKind'
  | 'eventPlace'
  | 'registered'
  | 'came'
  | 'hours'
  | 'attendance'

export const exportWords: Readonly<Record<ExportLanguage, ExportWords>> = {
  fr: {
    gender: { female: 'femme', male: 'homme', other: 'autre' },
    role: {
      volunteer: 'bénévole',
      mentor: 'mentor',
      mentee: 'mentoré',
      alumni: 'alumni',
      ambassador: 'ambassadeur',
      board: 'administrateur',
      employee: 'salarié',
      member: 'adhérent',
      donor: 'donateur',
      partner: 'partenaire',
    },
    attendance: {
      invited: 'invité',
      registered: 'inscrit',
      present: 'présent',
      online: 'en ligne',
      excused: 'excusé',
      absent: 'absent',
      'walk-in': 'sans inscription',
    },
    header: {
      maillageId: 'Identifiant Maillage',
      lastName: 'Nom',
      firstName: 'Prénom',
      roles: 'Rôles',
      email: 'E-mail',
      phone: 'Téléphone',
      contactLabels: 'Usage des coordonnées',
      moreContacts: 'Autres coordonnées',
      street: 'Adresse',
      postalCode: 'Code postal',
      city: 'Ville',
      communeCode: 'Code Insee',
      qpvCode: 'Code QPV',
      country: 'Pays',
      birthDate: 'Date de naissance',
      gender: 'Genre',
      joinedOn: 'Date d’inscription',
      memberNumber: 'Numéro d’adhérent',
      externalId: 'Identifiants externes',
      organisation: 'Organisation',
      organisationTitle: 'Fonction',
      organisationStart: 'Organisation depuis',
      organisationEnd: 'Organisation jusqu’au',
      territory: 'Territoire',
      tags: 'Étiquettes',
      consentEmail: 'Accord e-mail',
      consentPhone: 'Accord téléphone',
      consentSms: 'Accord SMS',
      consentPost: 'Accord courrier',
      consentDetails: 'Détail des accords',
      doNotContact: 'Ne pas contacter',
      deceased: 'Décédé',
      payerLastName: 'Nom payeur',
      payerFirstName: 'Prénom payeur',
      payerEmail: 'E-mail payeur',
      note: 'Notes',
      eventName: 'Événement',
      eventDate: 'Date de l’événement',
      eventKind: 'Type d’événement',
      eventPlace: 'Lieu',
      registered: 'Inscrits',
      came: 'Venus',
      hours: 'Heures',
      attendance: 'Présence',
    },
  },
  en: {
    gender: { female: 'female', male: 'male', other: 'other' },
    role: {
      volunteer: 'volunteer',
      mentor: 'mentor',
      mentee: 'mentee',
      alumni: 'alumni',
      ambassador: 'ambassador',
      board: 'board member',
      employee: 'employee',
      member: 'member',
      donor: 'donor',
      partner: 'partner',
    },
    attendance: {
      invited: 'invited',
      registered: 'registered',
      present: 'present',
      online: 'online',
      excused: 'excused',
      absent: 'absent',
      'walk-in': 'walk-in',
    },
    header: {
      // The id keeps its name in every language: it is how a file of ours is recognised.
      maillageId: 'Identifiant Maillage',
      lastName: 'Last name',
      firstName: 'First name',
      roles: 'Roles',
      email: 'E-mail',
      phone: 'Phone',
      contactLabels: 'Use of contact details',
      moreContacts: 'Other contact details',
      street: 'Street address',
      postalCode: 'Postal code',
      city: 'City',
      communeCode: 'Code Insee',
      qpvCode: 'Code QPV',
      country: 'Country',
      birthDate: 'Birth date',
      gender: 'Gender',
      joinedOn: 'Registration date',
      memberNumber: 'Member number',
      externalId: 'External identifiers',
      organisation: 'Organisation',
      organisationTitle: 'Job title',
      organisationStart: 'Organisation since',
      organisationEnd: 'Organisation until',
      territory: 'Territory',
      tags: 'Tags',
      consentEmail: 'Email consent',
      consentPhone: 'Phone consent',
      consentSms: 'SMS consent',
      consentPost: 'Accord courrier',
      consentDetails: 'Consent details',
      doNotContact: 'Do not contact',
      deceased: 'Deceased',
      payerLastName: 'Payer last name',
      payerFirstName: 'Payer first name',
      payerEmail: 'Payer email',
      note: 'Notes',
      eventName: 'Event',
      eventDate: 'Event date',
      eventKind: 'Event type',
      eventPlace: 'Place',
      registered: 'Registered',
      came: 'Came',
      hours: 'Hours',
      attendance: 'Attendance',
    },
  },
}
