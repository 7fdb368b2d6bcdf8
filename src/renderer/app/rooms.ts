import {
  IconCalendarEvent,
  IconChartDots,
  IconCircles,
  IconFileImport,
  IconHome,
  IconMapPin,
  IconPhoneCall,
  IconReport,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'

/** The rooms of the product, in the order of the sidebar and of Ctrl+1…9. Only those that exist. */
export const rooms = [
  { id: 'home', path: '/', icon: IconHome },
  { id: 'calls', path: '/calls', icon: IconPhoneCall },
  { id: 'people', path: '/people', icon: IconUsers },
  { id: 'communities', path: '/communities', icon: IconCircles },
  { id: 'events', path: '/events', icon: IconCalendarEvent },
  { id: 'territories', path: '/territories', icon: IconMapPin },
  { id: 'engagement', path: '/engagement', icon: IconChartDots },
  { id: 'reports', path: '/reports', icon: IconReport },
  { id: 'importing', path: '/import', icon: IconFileImport },
  { id: 'settings', path: '/settings', icon: IconSettings },
] as const

export type RoomId = (typeof rooms)[number]['id']
