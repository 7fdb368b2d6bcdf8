import type { CampaignId, PersonId, RoleKindId, SurveyId } from '#domain/id'
import type { IsoDate, PartialDate } from '#domain/period'
import type { PeopleFilter } from '#domain/people-filter'

/** How people are reached: article and social reach people one by one only when they answer. */
export const campaignChannels = ['phone', 'email', 'sms', 'post', 'in-person', 'social', 'article', 'other'] as const
export type CampaignChannel = (typeof campaignChannels)[number]
export const campaignAnswers = ['yes', 'later', 'no', 'no-answer'] as const
export type CampaignAnswer = (typeof campaignAnswers)[number]

/** Who was asked what, by which channel, with which answer. */
export interface Campaign {
  readonly id: CampaignId
  readonly name: string
  /** The question asked: « devenir mentor à votre tour ? ». */
  readonly ask: string
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  /** Whom it was meant for, as a sentence that can be asked again. */
  readonly segment: PeopleFilter | null
  /** Taking this role after being asked is a conversion; null: coming to an event or giving hours again is. */
  readonly aimedRole: RoleKindId | null
  readonly asked: Readonly<Record<PersonId, Asked>>
  readonly note: string
  readonly deletedAt: string | null
}
export interface Asked {
  readonly channel: CampaignChannel
  readonly on: IsoDate
  readonly answer: CampaignAnswer
  readonly answeredOn: IsoDate | null
}

export type SurveyQuestionKind = 'choice' | 'choices' | 'scale' | 'text'
export interface SurveyQuestion {
  readonly id: string
  readonly text: string
  readonly kind: SurveyQuestionKind
  readonly choices: readonly string[]
  readonly order: number
}
/** One paper or online form filled in; `personId` null: anonymous. Values: text, 1 to 5, or the choices ticked. */
export interface SurveyAnswer {
  readonly id: string
  readonly personId: PersonId | null
  readonly on: PartialDate | null
  readonly values: Readonly<Record<string, string | number | readonly string[]>>
}
/** What the network expects: questions, answers typed or imported. */
export interface Survey {
  readonly id: SurveyId
  readonly name: string
  readonly questions: Readonly<Record<string, SurveyQuestion>>
  readonly answers: Readonly<Record<string, SurveyAnswer>>
  readonly deletedAt: string | null
}
