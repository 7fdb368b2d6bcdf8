import type { PaperBlock, PaperDocument } from '#bridge/paper'
import { builtInStepOf } from '#domain/core/handover-steps'
import { fullName } from '#domain/person'
import type { IsoDate } from '#domain/period'
import type { HandoverView } from '#data/services/handovers-service'
import type { Formatter } from '#i18n/format'
import type { useTranslation } from 'react-i18next'
import { kindOfKey, type useHeldWords } from './held-words.ts'

export interface DocumentWords {
  readonly t: ReturnType<typeof useTranslation<'core'>>['t']
  readonly format: Formatter
  readonly held: ReturnType<typeof useHeldWords>
  readonly associationName: string
  readonly today: IsoDate
}

/** The handover as a document to leave behind: who takes what, how each thing is done, what was promised, the steps. The same for the page, Word and PDF. */
export const handoverDocument = ({ handover, person, lines, checklist }: HandoverView, words: DocumentWords): PaperDocument => {
  const { t, format, held, associationName, today } = words
  const name = fullName(person)
  const nameOfLine = (line: (typeof lines)[number]): string => held(line.holding?.kind ?? kindOfKey(line.key), line)
  const isPromise = (line: (typeof lines)[number]): boolean => line.key.startsWith('task:')
  const stateOf = ({ doneOn }: { readonly doneOn: IsoDate | null }): string =>
    doneOn === null ? t('document.waiting') : t('document.passed', { date: format.date(doneOn) })
  const table = (chosen: typeof lines): PaperBlock =>
    chosen.length === 0
      ? { kind: 'paragraph', text: t('document.none') }
      : {
          kind: 'table',
          header: [t('document.heldColumns.what'), t('document.heldColumns.to'), t('document.heldColumns.state')],
          widths: [5, 3, 3],
          rows: chosen.map((line) => [nameOfLine(line), line.to === '' ? t('document.nobody') : line.to, stateOf(line)]),
        }
  const howTos = lines.filter(({ howTo }) => howTo !== '')
  const blocks: readonly PaperBlock[] = [
    { kind: 'heading', level: 2, text: t('document.held') },
    table(lines.filter((line) => !isPromise(line))),
    ...(howTos.length === 0 ? [] : [{ kind: 'heading', level: 2, text: t('document.howTo') } as const]),
    ...howTos.flatMap((line): readonly PaperBlock[] => [
      { kind: 'heading', level: 3, text: nameOfLine(line) },
      { kind: 'paragraph', text: line.howTo },
    ]),
    { kind: 'heading', level: 2, text: t('document.promises') },
    table(lines.filter(isPromise)),
    { kind: 'heading', level: 2, text: t('document.steps') },
    {
      kind: 'table',
      header: [t('document.stepColumns.step'), t('document.stepColumns.who'), t('document.stepColumns.state')],
      widths: [5, 3, 3],
      rows: checklist.map((step) => {
        const builtIn = builtInStepOf(step)
        return [
          step.name ?? (builtIn === null ? '' : t(`handover.steps.${builtIn}`)),
          step.to,
          step.doneOn === null ? t('document.toDo') : format.date(step.doneOn),
        ]
      }),
    },
    ...(handover.note.trim() === ''
      ? []
      : ([
          { kind: 'heading', level: 2, text: t('document.note') },
          { kind: 'paragraph', text: handover.note.trim() },
        ] as const)),
    { kind: 'paragraph', text: t('document.thanks', { name }) },
  ]
  return {
    title: t('document.title', { name }),
    lines: [
      ...(associationName === '' ? [] : [associationName]),
      ...(handover.leavingOn === null ? [] : [t('document.leaving', { date: format.date(handover.leavingOn) })]),
      t('document.made', { date: format.date(today) }),
    ],
    blocks,
    language: format.language,
  }
}
