import { Button, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { writingObstacles } from '#domain/letters/who-to-write'
import type { IsoDate } from '#domain/period'
import { fullName } from '#domain/person'
import type { WritingList } from '#data/services/letters-service'
import { currentLanguage, useFormat } from '#i18n/setup'
import { useSaySaved } from './use-say-saved.ts'
import classes from './letters.module.css'

/** Names shown of a reason; the file has them all. */
const mostShown = 60

/** Who is not written to, by reason, and the same as a file. */
export const LeftOut = ({ people, today }: { readonly people: WritingList['leftOut']; readonly today: IsoDate }) => {
  const { t } = useTranslation('letters')
  const format = useFormat()
  const say = useSaySaved()
  if (people.length === 0) return null
  const byReason = Map.groupBy(people, ({ reason }) => reason)
  const save = async (): Promise<void> => {
    const columns = (['lastName', 'firstName', 'reason'] as const).map((key) => ({
      header: t(`leftOut.columns.${key}`),
      kind: 'text' as const,
      width: null,
    }))
    const started = await window.desktop.startTable({
      suggestedName: `${t('leftOut.fileName', { date: today })}.xlsx`,
      format: 'xlsx',
      sheets: [{ name: t('leftOut.sheet'), notes: [], columns }],
      language: currentLanguage(),
    })
    if (started === null) return
    const rows = people.map(({ lastName, firstName, reason }) => [lastName, firstName, t(`leftOut.reasons.${reason}`)])
    await window.desktop.sendRows({ ...started, sheet: 0, rows: new TextEncoder().encode(JSON.stringify(rows)) })
    say(await window.desktop.finishTable(started))
  }
  return (
    <section className={classes['leftOut']} aria-labelledby="left-out-title">
      <div className={classes['line']}>
        <h3 id="left-out-title">{t('leftOut.title', { count: people.length })}</h3>
        <Button variant="subtle" size="xs" leftSection={<IconDownload size={14} />} onClick={() => void save()}>
          {t('leftOut.save')}
        </Button>
      </div>
      <dl>
        {writingObstacles.map((reason) => {
          const who = byReason.get(reason)
          if (who === undefined) return null
          const rest = who.length - mostShown
          return (
            <div key={reason}>
              <dt>
                {t(`leftOut.reasons.${reason}`)} ({format.number(who.length)})
              </dt>
              <dd>
                {who.slice(0, mostShown).map(fullName).join(', ')}
                {rest > 0 && ` … +${format.number(rest)}`}
              </dd>
            </div>
          )
        })}
      </dl>
      {byReason.has('refused') && (
        <Text size="xs" c="dimmed">
          {t('leftOut.rule')}
        </Text>
      )}
    </section>
  )
}
