import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconFileImport, IconPencilPlus, IconSparkles } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#domain/settings'
import { ChoiceCard } from '#features/start/choice-card'
import { changeLanguage, useFormat } from '#i18n/setup'
import { ProgressBar } from '#ui/progress-bar'
import type { SampleProgress } from './sample-import.ts'
import { yearOf } from './year-of.ts'
import classes from './start-page.module.css'

/** What the first screen asks, to be kept with the choice. */
export type FirstSettings = Pick<Settings, 'associationName' | 'language' | 'yearKind' | 'yearStartMonth'>
export type FirstChoice = 'spreadsheet' | 'sample' | 'empty'

export interface StartPageProps {
  readonly onChoose: (choice: FirstChoice, settings: FirstSettings) => void
  /** The sample on its way in; null when none is. */
  readonly progress: SampleProgress | null
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const choices = [
  { id: 'spreadsheet', icon: IconFileImport },
  { id: 'sample', icon: IconSparkles },
  { id: 'empty', icon: IconPencilPlus },
] as const

/** The very first screen: the name, the year, the language, and three ways to begin. */
export const StartPage = ({ onChoose, progress }: StartPageProps) => {
  const { t } = useTranslation('start')
  const format = useFormat()
  const [name, setName] = useState('')
  const [month, setMonth] = useState(1)
  const choose = (choice: FirstChoice): void =>
    onChoose(choice, {
      associationName: name.trim() === '' && choice === 'sample' ? t('sampleName') : name.trim(),
      language: format.language,
      ...yearOf(month),
    })
  const monthLabel = (value: number): string =>
    value === 1
      ? `${format.monthName(1)} (${t('yearNote.civil')})`
      : value === 9
        ? `${format.monthName(9)} (${t('yearNote.school')})`
        : format.monthName(value)

  return (
    <main className={classes['page']}>
      <div className={classes['language']}>
        <SegmentedControl
          size="xs"
          aria-label={t('language')}
          value={format.language}
          data={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(language) => void changeLanguage(language)}
        />
      </div>
      <div className={classes['column']}>
        <h1 className={classes['title']}>{t('title')}</h1>
        <p className={classes['text']}>{t('text')}</p>
        <div className={classes['questions']}>
          <TextInput
            className={classes['name'] ?? ''}
            size="md"
            label={t('name')}
            placeholder={t('namePlaceholder')}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            className={classes['year'] ?? ''}
            size="md"
            label={t('year')}
            value={String(month)}
            data={months.map((value) => ({ value: String(value), label: monthLabel(value) }))}
            onChange={(value) => value !== null && setMonth(Number(value))}
          />
        </div>
        <h2 className={classes['how']}>{t('how')}</h2>
        <div className={classes['choices']}>
          {choices.map(({ id, icon: Icon }) => (
            <ChoiceCard
              key={id}
              icon={<Icon size={26} stroke={1.4} aria-hidden />}
              title={t(`${id}.title`)}
              text={t(`${id}.text`)}
              disabled={progress !== null}
              onClick={() => choose(id)}
            />
          ))}
        </div>
        <div className={classes['progress']}>
          {progress !== null && <ProgressBar label={t('importing', { file: progress.fileName })} done={progress.done} total={progress.total} />}
        </div>
      </div>
    </main>
  )
}
