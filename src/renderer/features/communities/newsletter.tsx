import { Anchor, Button, Checkbox, Group, Popover, Stack, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newsletterObstacles } from '#domain/communities/newsletter'
import type { Community } from '#domain/community'
import type { IsoDate } from '#domain/period'
import { saveList } from '#data/save-list'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { currentLanguage, useFormat } from '#i18n/setup'
import { useOpenList } from '#ui/open-list'
import { showToast } from '#ui/toast'
import classes from './communities.module.css'

const formats = ['xlsx', 'csv'] as const

/** The newsletter list of a community: who is in it, who is left out and why, saved as a spreadsheet. */
export const Newsletter = ({ community, today }: { readonly community: Community; readonly today: IsoDate }) => {
  const { t } = useTranslation(['communities', 'people', 'reports'])
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconMail size={16} />} onClick={() => setOpened(!opened)}>
          {t('newsletter.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <NewsletterChoice community={community} today={today} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

interface NewsletterChoiceProps {
  readonly community: Community
  readonly today: IsoDate
  readonly onDone: () => void
}
const NewsletterChoice = ({ community, today, onDone }: NewsletterChoiceProps) => {
  const { t } = useTranslation(['communities', 'people', 'reports'])
  const data = useData()
  const format = useFormat()
  const openList = useOpenList()
  const [withoutAnswer, setWithoutAnswer] = useState(false)
  const list = useLive(
    ['communities', 'communityMembers', 'people'],
    ({ communityMembers }) => communityMembers.newsletter(community.id, today, withoutAnswer),
    [community.id, today, withoutAnswer],
  )
  if (list === undefined) return null
  const { reached, leftOut } = list
  const save = async (fileFormat: (typeof formats)[number]): Promise<void> => {
    const name = t('newsletter.fileName', { name: community.name, date: today })
    const request = {
      list: 'people' as const,
      language: currentLanguage(),
      format: fileFormat,
      sheetName: t('newsletter.title'),
      notes: fileFormat === 'xlsx' ? [t('newsletter.note', { name: community.name, date: format.date(today) })] : [],
      ids: reached,
      purpose: { kind: 'contact' as const, channel: 'email' as const, use: 'news' },
      columns: ['lastName', 'firstName', 'email'] as const,
      withSensitive: false,
    }
    const options = { suggestedName: `${name}.${fileFormat}`, onProgress: () => undefined, signal: new AbortController().signal }
    const saved = await saveList(data.exporting, window.desktop, request, options)
    if (saved.kind === 'given-up') return
    onDone()
    if (!saved.outcome.ok)
      return showToast({ tone: 'problem', message: t(`people:export.problems.${saved.outcome.error.kind}`, { file: saved.outcome.error.fileName }) })
    const file = saved.outcome.value
    showToast({
      message: t('people:export.done', { count: saved.rowCount, file: file.fileName }),
      action: { label: t('people:export.show'), run: () => void window.desktop.revealSaved(file) },
    })
  }
  return (
    <Stack gap="sm" w={320}>
      <Text fw={560}>{t('newsletter.reached', { count: reached.length })}</Text>
      <Checkbox
        size="xs"
        label={t('newsletter.withoutAnswer')}
        description={t('newsletter.withoutAnswerHint')}
        checked={withoutAnswer}
        onChange={(event) => setWithoutAnswer(event.currentTarget.checked)}
      />
      {newsletterObstacles.some((obstacle) => leftOut[obstacle].length > 0) && (
        <div>
          <Text size="sm">{t('newsletter.leftOut')}</Text>
          <ul className={classes['lines']}>
            {newsletterObstacles
              .filter((obstacle) => leftOut[obstacle].length > 0)
              .map((obstacle) => (
                <li key={obstacle}>
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    onClick={() =>
                      openList({
                        title: `${community.name} : ${t(`newsletter.obstacles.${obstacle}`, { count: leftOut[obstacle].length })}`,
                        rule: t('newsletter.rule'),
                        ids: leftOut[obstacle],
                      })
                    }
                  >
                    {format.number(leftOut[obstacle].length)} {t(`newsletter.obstacles.${obstacle}`, { count: leftOut[obstacle].length })}
                  </Anchor>
                </li>
              ))}
          </ul>
        </div>
      )}
      <Group gap="xs">
        {formats.map((value) => (
          <Button key={value} size="xs" disabled={reached.length === 0} onClick={() => void save(value)}>
            {t(`people:export.formats.${value}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}
