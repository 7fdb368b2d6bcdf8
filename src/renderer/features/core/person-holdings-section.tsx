import { Button } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { HandoverId, PersonId } from '#domain/id'
import { fullName } from '#domain/person'
import { heldTables } from '#data/held-desk'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { Badge } from '#ui/badge'
import { useReportWrite } from '#ui/report-write'
import { Section } from '#ui/section'
import { useToday } from '#ui/use-today'
import { useHeldWords } from './held-words.ts'
import classes from './core.module.css'

interface PersonHoldingsSectionProps {
  readonly personId: PersonId
  readonly onOpenHandover: (id: HandoverId) => void
}

/** On a person's page: what would be left behind if she went, and preparing for it. */
export const PersonHoldingsSection = ({ personId, onOpenHandover }: PersonHoldingsSectionProps) => {
  const { t } = useTranslation('core')
  const data = useData()
  const report = useReportWrite()
  const today = useToday()
  const words = useHeldWords()
  const found = useLive(
    ['handovers', ...heldTables],
    async ({ handovers, records }) => ({
      person: await records.get('people', personId),
      holdings: await handovers.holdings(personId, today),
      openId: await handovers.openOf(personId),
    }),
    [personId, today],
  )
  if (found === undefined || found.person === null) return null
  const { person, holdings, openId } = found
  const alone = holdings.filter(({ isAlone }) => isAlone).length
  const prepare = async (): Promise<void> => {
    const started = await data.handovers.start(personId, today)
    if (report(started) && started.ok) onOpenHandover(started.value)
  }
  return (
    <Section title={t('person.title', { name: fullName(person) })} note={alone === 0 ? '' : t('person.alone', { count: alone })}>
      {holdings.length === 0 ? (
        <p className={classes['note']}>{t('person.none')}</p>
      ) : (
        <>
          <ul className={classes['plain']}>
            {holdings.map((holding) => (
              <li key={holding.key} className={classes['held']}>
                {words(holding.kind, holding)}
                {holding.isAlone && <Badge tone="warn">{t('alone')}</Badge>}
                {holding.successor !== '' && <span className={classes['quiet']}>{t('person.successor', { name: holding.successor })}</span>}
              </li>
            ))}
          </ul>
          {person.deletedAt === null && (
            <Button
              mt={10}
              size="xs"
              variant="default"
              leftSection={<IconDoorExit size={14} />}
              onClick={() => (openId === null ? void prepare() : onOpenHandover(openId))}
            >
              {t(openId === null ? 'person.prepare' : 'person.resume')}
            </Button>
          )}
        </>
      )}
    </Section>
  )
}
