import { Button, Menu } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Community } from '#domain/community'
import type { IsoDate } from '#domain/period'
import type { MemberRow } from '#data/services/community-members-service'
import { useData } from '#data/use-data'
import { useLive } from '#data/use-live'
import { useFormat } from '#i18n/setup'
import { useReportWrite } from '#ui/report-write'
import { PersonChoice, splitName } from './person-choice.tsx'
import classes from './communities.module.css'

/** Adds people by their name (known or not yet) and organisations; they are members from today. */
export const AddMember = ({ community, today }: { readonly community: Community; readonly today: IsoDate }) => {
  const { t } = useTranslation('communities')
  const format = useFormat()
  const data = useData()
  const report = useReportWrite()
  const organisations = useLive(['organisations'], (services) => services.records.all('organisations'), [])
  const there = (organisations ?? []).filter(({ deletedAt }) => deletedAt === null).toSorted((left, right) => format.compare(left.name, right.name))
  const undo = (): void => void data.changes.undo()
  const add = async (member: MemberRow['member'], name: string): Promise<void> => {
    const written = await data.communityMembers.add(community.id, [member], today)
    report(written, written.ok && written.value === 0 ? { done: t('member.already', { name }) } : { done: t('member.added', { name }), undo })
  }
  const create = async (name: string): Promise<void> => {
    const written = await data.communityMembers.addNew(community.id, splitName(name), today)
    report(written, { done: t('member.created', { name }), undo })
  }
  return (
    <div className={classes['addMember']}>
      <PersonChoice
        label={t('member.add')}
        chosen=""
        onChoose={(person) => {
          if (person !== null) void add({ kind: 'person', id: person.id }, person.name)
        }}
        onCreate={(name) => void create(name)}
      />
      {there.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" leftSection={<IconBuilding size={16} />}>
              {t('member.addOrganisation')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
            {there.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => void add({ kind: 'organisation', id }, name)}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
