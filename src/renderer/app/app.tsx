import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './app.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { RouterProvider } from '@tanstack/react-router'
import { cssVariables, theme } from './theme.ts'
import { router } from '#app/routes'
import { Preferences } from '#app/preferences'
import { StartGate } from '#app/start-gate'
import type { DataClient } from '#data/client'
import { DataContext } from '#data/use-data'

/** The whole window: look, data, then the page, once the data are known to be whole. */
export const App = ({ client }: { readonly client: DataClient }) => (
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
    <Notifications position="bottom-center" limit={3} />
    <DataContext value={client}>
      <StartGate>
        <Preferences />
        <RouterProvider router={router} />
      </StartGate>
    </DataContext>
  </MantineProvider>
)
