import { ActionIcon, Button, Checkbox, Text, Textarea, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mostLetters, type LetterPage } from '#bridge/letters-paper'
import { fieldToken, letterFields, type LetterField } from '#domain/letters/fields'
import { mergeLetter, type LetterTemplate } from '#domain/letters/merge'
import type { IsoDate } from '#domain/period'
import { fullName } from '#domain/person'
import type { WritingPerson } from '#data/services/letters-service'
import { currentLanguage } from '#i18n/setup'
import { LetterOnPaper } from './letter-page.tsx'
import { LetterTemplates } from './letter-templates.tsx'
import { LetterWarnings, type WrittenTo } from './letter-warnings.tsx'
import { usePrinted } from './use-printed.tsx'
import { useSaySaved } from './use-say-saved.ts'
import type { WritingWords } from './writing-words.ts'
import classes from './letters.module.css'

interface LetterEditorProps {
  readonly people: readonly WritingPerson[]
  readonly words: WritingWords
  readonly today: IsoDate
  readonly toHand: boolean
  readonly onToHand: (toHand: boolean) => void
}

/** A letter to everybody of a list: its text with fields, who lacks what, one letter at a time to look at, Word and PDF. */
export const LetterEditor = ({ people, words, today, toHand, onToHand }: LetterEditorProps) => {
  const { t } = useTranslation('letters')
  const say = useSaySaved()
  const { printed, print } = usePrinted()
  const language = currentLanguage()
  const token = (field: LetterField): string => fieldToken(field, language)
  const [template, setTemplate] = useState<LetterTemplate>(() => ({
    subject: '',
    body: t('letter.defaultBody', { date: token('date'), title: token('title'), lastName: token('lastName') }),
  }))
  const [withAddress, setWithAddress] = useState(true)
  const [shown, setShown] = useState(0)
  const body = useRef<HTMLTextAreaElement>(null)
  const written = people.map((who): WrittenTo => ({ who, values: words.values(who) }))
  const pageOf = ({ who, values }: WrittenTo): LetterPage => {
    const { subject, lines } = mergeLetter(template, values)
    return {
      sender: words.associationName === '' ? [] : [words.associationName],
      address: !withAddress ? [] : who.address === null ? [fullName(who)] : words.postal([who], who.address).lines,
      subject: subject === '' ? '' : t('letter.objectOf', { subject }),
      lines,
    }
  }
  const number = Math.min(shown, written.length - 1)
  const current = written[number]

  const insert = (field: LetterField): void => {
    const box = body.current
    const [from, to] = box === null ? [template.body.length, template.body.length] : [box.selectionStart, box.selectionEnd]
    setTemplate({ ...template, body: `${template.body.slice(0, from)}${token(field)}${template.body.slice(to)}` })
    const after = from + token(field).length
    requestAnimationFrame(() => {
      box?.focus()
      box?.setSelectionRange(after, after)
    })
  }
  const fileName = t('letter.fileName', { date: today })
  const saveWord = async (from: number): Promise<void> => {
    const letters = written.slice(from, from + mostLetters).map(pageOf)
    const part = written.length > mostLetters ? ` ${from + 1}-${from + letters.length}` : ''
    say(await window.desktop.saveLetters({ suggestedName: `${fileName}${part}.docx`, paper: { title: fileName, language, letters } }))
  }
  const savePdf = async (): Promise<void> => {
    const pages = written.map((one) => <LetterOnPaper key={one.who.id} page={pageOf(one)} />)
    say(await print(pages, fileName))
  }
  const parts = Array.from({ length: Math.ceil(written.length / mostLetters) }, (_, index) => index * mostLetters)

  return (
    <div className={classes['letter']}>
      {printed}
      <div className={classes['stack']}>
        <LetterTemplates template={template} onChoose={setTemplate} />
        <TextInput
          label={t('letter.subject')}
          maxLength={200}
          value={template.subject}
          onChange={(event) => setTemplate({ ...template, subject: event.currentTarget.value })}
        />
        <Textarea
          ref={body}
          label={t('letter.body')}
          rows={10}
          maxLength={20_000}
          value={template.body}
          onChange={(event) => setTemplate({ ...template, body: event.currentTarget.value })}
        />
        <div className={classes['buttons']} role="group" aria-label={t('letter.insert')}>
          <Text size="sm">{t('letter.insert')}</Text>
          {letterFields.map((field) => (
            <Button key={field} variant="default" size="compact-xs" onClick={() => insert(field)}>
              {t(`letter.fields.${field}`)}
            </Button>
          ))}
        </div>
        <Checkbox label={t('letter.window')} checked={withAddress} onChange={(event) => setWithAddress(event.currentTarget.checked)} />
        <Checkbox label={t('letter.toHand')} checked={toHand} onChange={(event) => onToHand(event.currentTarget.checked)} />
      </div>
      <div className={classes['stack']}>
        {current === undefined ? (
          <p className={classes['nobody']}>{t('nobody')}</p>
        ) : (
          <>
            <div className={classes['line']}>
              <Text fw={560}>{fullName(current.who)}</Text>
              <div className={classes['buttons']}>
                <ActionIcon aria-label={t('letter.previous')} disabled={number === 0} onClick={() => setShown(number - 1)}>
                  <IconChevronLeft size={16} />
                </ActionIcon>
                <Text size="sm">{t('letter.previewOf', { number: number + 1, total: written.length })}</Text>
                <ActionIcon aria-label={t('letter.next')} disabled={number === written.length - 1} onClick={() => setShown(number + 1)}>
                  <IconChevronRight size={16} />
                </ActionIcon>
              </div>
            </div>
            <div className={classes['page']} role="region" aria-label={t('letter.preview')} tabIndex={0}>
              <LetterOnPaper page={pageOf(current)} />
            </div>
            <LetterWarnings template={template} people={written} />
            <div className={classes['line']}>
              <Text size="sm">{t('letter.count', { count: written.length })}</Text>
              <div className={classes['buttons']}>
                <Button variant="default" leftSection={<IconFileTypePdf size={16} />} onClick={() => void savePdf()}>
                  {t('pdf')}
                </Button>
                {parts.map((from) => (
                  <Button key={from} leftSection={<IconFileTypeDocx size={16} />} onClick={() => void saveWord(from)}>
                    {parts.length === 1
                      ? t('letter.word')
                      : t('letter.wordPart', { from: from + 1, to: Math.min(from + mostLetters, written.length) })}
                  </Button>
                ))}
              </div>
            </div>
          </>
        )}
      </div>
    </div>
  )
}
