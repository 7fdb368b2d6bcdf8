import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { ErrorPage } from '#app/error-page'
import { NowhereRoute } from '#app/nowhere-route'
import { Shell } from '#app/shell'

/*
 * Every page of the product. A feature adds its routes here (lazily: a page is loaded when it is first opened) and, when it is a room of its own,
 * its line in `rooms.ts`. Features are introduced to each other here and nowhere else.
 */
const root = createRootRoute({ component: Shell, notFoundComponent: NowhereRoute })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('#app/figure-routes'), 'HomeRoute'),
})
const engagement = createRoute({
  getParentRoute: () => root,
  path: '/engagement',
  component: lazyRouteComponent(() => import('#app/figure-routes'), 'EngagementRoute'),
})

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: lazyRouteComponent(() => import('#app/figure-routes'), 'ReportsRoute'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$section', params: { section: 'association' } })
  },
})
const settingsSection = createRoute({
  getParentRoute: () => root,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('#app/settings-routes'), 'SettingsRoute'),
})

const events = createRoute({
  getParentRoute: () => root,
  path: '/events',
  component: lazyRouteComponent(() => import('#app/event-routes'), 'EventsRoute'),
})
const event = createRoute({
  getParentRoute: () => root,
  path: '/events/$id',
  component: lazyRouteComponent(() => import('#app/event-routes'), 'EventRoute'),
})

const territories = createRoute({
  getParentRoute: () => root,
  path: '/territories',
  component: lazyRouteComponent(() => import('#features/territories/territories-page'), 'TerritoriesPage'),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): { readonly list?: string } =>
    typeof search['list'] === 'string' ? { list: search['list'] } : {},
  component: lazyRouteComponent(() => import('#app/people-routes'), 'PeopleRoute'),
})
const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('#app/people-routes'), 'PersonRoute'),
})

const duplicates = createRoute({
  getParentRoute: () => root,
  path: '/people/duplicates',
  validateSearch: (search: Record<string, unknown>): { readonly pair?: string } =>
    typeof search['pair'] === 'string' ? { pair: search['pair'] } : {},
  component: lazyRouteComponent(() => import('#app/people-routes'), 'DuplicatesRoute'),
})

const ties = createRoute({
  getParentRoute: () => root,
  path: '/communities/ties',
  component: lazyRouteComponent(() => import('#app/ties-routes'), 'TiesRoute'),
})
const journal = createRoute({
  getParentRoute: () => root,
  path: '/journal',
  component: lazyRouteComponent(() => import('#app/history-routes'), 'JournalRoute'),
})
const bin = createRoute({
  getParentRoute: () => root,
  path: '/bin',
  component: lazyRouteComponent(() => import('#app/history-routes'), 'BinRoute'),
})
const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$id',
  component: lazyRouteComponent(() => import('#app/history-routes'), 'OrganisationRoute'),
})

const communities = createRoute({
  getParentRoute: () => root,
  path: '/communities',
  component: lazyRouteComponent(() => import('#app/community-routes'), 'CommunitiesRoute'),
})
const ambassadors = createRoute({
  getParentRoute: () => root,
  path: '/communities/ambassadors',
  component: lazyRouteComponent(() => import('#app/community-routes'), 'AmbassadorsRoute'),
})
const practices = createRoute({
  getParentRoute: () => root,
  path: '/communities/practices',
  component: lazyRouteComponent(() => import('#app/community-routes'), 'PracticesRoute'),
})
const core = createRoute({
  getParentRoute: () => root,
  path: '/communities/core',
  component: lazyRouteComponent(() => import('#app/core-routes'), 'CoreRoute'),
})
const handover = createRoute({
  getParentRoute: () => root,
  path: '/communities/handovers/$id',
  component: lazyRouteComponent(() => import('#app/core-routes'), 'HandoverRoute'),
})
const offers = createRoute({
  getParentRoute: () => root,
  path: '/communities/offers',
  component: lazyRouteComponent(() => import('#app/community-routes'), 'OffersRoute'),
})
const community = createRoute({
  getParentRoute: () => root,
  path: '/communities/$id',
  component: lazyRouteComponent(() => import('#app/community-routes'), 'CommunityRoute'),
})

const calls = createRoute({
  getParentRoute: () => root,
  path: '/calls',
  component: lazyRouteComponent(() => import('#app/call-routes'), 'CallsRoute'),
})
const callTasks = createRoute({
  getParentRoute: () => root,
  path: '/calls/tasks',
  component: lazyRouteComponent(() => import('#app/call-routes'), 'TasksRoute'),
})
const callRegister = createRoute({
  getParentRoute: () => root,
  path: '/calls/register',
  component: lazyRouteComponent(() => import('#app/call-routes'), 'RegisterRoute'),
})
const callDetails = createRoute({
  getParentRoute: () => root,
  path: '/calls/details',
  component: lazyRouteComponent(() => import('#app/call-routes'), 'DetailsRoute'),
})

const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('#app/import-routes'), 'ImportRoute'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    engagement,
    reports,
    events,
    event,
    territories,
    people,
    duplicates,
    person,
    calls,
    callTasks,
    callRegister,
    callDetails,
    organisation,
    journal,
    bin,
    communities,
    core,
    handover,
    ambassadors,
    offers,
    practices,
    community,
    ties,
    importing,
    settings,
    settingsSection,
  ]),
  history: createHashHistory(),
  defaultErrorComponent: ErrorPage,
  defaultPreload: 'intent',
  // Pages read live data themselves: nothing to keep, nothing to wait for.
  defaultPendingMs: 300,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
