import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** « Bleu canard », the one accent. */
const canard: MantineColorsTuple = ['#eef6f7', '#d8ebee', '#b2d6dc', '#84bec8', '#55a3b0', '#33899a', '#1f7686', '#136170', '#0e4d5a', '#0a3943']
const warmGrey: MantineColorsTuple = ['#faf9f7', '#f4f2ef', '#eae7e2', '#dcd8d1', '#c6c1b8', '#a6a097', '#7b756c', '#5c5750', '#3d3934', '#26231f']
const warmDark: MantineColorsTuple = ['#e8e5e0', '#cbc7c0', '#a8a39b', '#75706a', '#45413c', '#383530', '#2c2926', '#211f1c', '#1a1816', '#131110']

/** Every colour, size and radius of the application. Nothing outside this file and `app.css` names a colour. */
export const theme = createTheme({
  primaryColor: 'canard',
  primaryShade: { light: 7, dark: 6 },
  colors: { canard, gray: warmGrey, dark: warmDark },
  black: '#26231f',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, monospace',
  fontSmoothing: true,
  // Four sizes, no more: note, text, heading, title.
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '17px', xl: '24px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.4', xl: '1.25' },
  headings: { fontWeight: '640', sizes: { h1: { fontSize: '24px', lineHeight: '1.25' }, h2: { fontSize: '17px', lineHeight: '1.4' }, h3: { fontSize: '14px', lineHeight: '1.45' } } },
  spacing: { xs: '6px', sm: '10px', md: '16px', lg: '24px', xl: '40px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '999px' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: false,
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 530 } } },
    Input: { defaultProps: { size: 'sm' } },
    InputWrapper: { styles: { label: { fontWeight: 500, marginBottom: 4 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    SegmentedControl: { styles: { label: { fontWeight: 500 } } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false, checkIconPosition: 'right' } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-start', transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 } }, styles: { title: { fontSize: '17px', fontWeight: 620 } } },
  },
})

/** The application's own variables: surfaces, lines, inks, meanings, charts; with equal care in both themes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--sidebar-width': '200px', '--row-height': '34px', ...heat },
  light: {
    '--mantine-color-dimmed': '#6a645c',
    '--mantine-color-error': '#a8321f',
    '--mantine-color-placeholder': '#77716a',
    '--mantine-color-anchor': canard[7],
    '--surface': '#ffffff',
    '--surface-sunken': warmGrey[0],
    '--surface-hover': '#f6f4f1',
    '--sidebar': '#f3f1ed',
    '--sidebar-active': '#e5e1da',
    '--line': '#e9e6e1',
    '--line-strong': '#d3cec6',
    '--ink': '#26231f',
    '--ink-soft': '#6a645c',
    '--accent': canard[7],
    '--accent-ink': canard[8],
    '--accent-soft': '#e6f1f3',
    '--good': '#2b6e3f',
    '--good-soft': '#e6f3e9',
    '--bad': '#a8321f',
    '--bad-soft': '#fbeae6',
    '--warn': '#875200',
    '--warn-soft': '#fcf1dc',
    '--chart-1': '#136170', '--chart-2': '#c2790a', '--chart-3': '#7b5ea7', '--chart-4': '#3f95ab', '--chart-5': '#a8473a', '--chart-6': '#6f7a2c', '--chart-7': '#7b756c',
    '--chart-kept': '#136170', '--chart-new': '#3f95ab', '--chart-returned': '#c2790a', '--chart-lapsed': '#a8473a', '--chart-grid': '#e9e6e1', '--chart-label': '#5c5750',
  },
  dark: {
    '--mantine-color-dimmed': '#aaa59d',
    '--mantine-color-error': '#f0a08f',
    '--mantine-color-placeholder': '#8f8a82',
    '--mantine-color-anchor': canard[3],
    '--surface': '#211f1c',
    '--surface-sunken': '#1b1917',
    '--surface-hover': '#2a2724',
    '--sidebar': '#1a1816',
    '--sidebar-active': '#322f2b',
    '--line': '#34312d',
    '--line-strong': '#4a4641',
    '--ink': '#e8e5e0',
    '--ink-soft': '#aaa59d',
    '--accent': canard[3],
    '--accent-ink': canard[2],
    '--accent-soft': '#16343a',
    '--good': '#8fd0a0',
    '--good-soft': '#1d3224',
    '--bad': '#f0a08f',
    '--bad-soft': '#41231d',
    '--warn': '#e8bd72',
    '--warn-soft': '#3a2d17',
    '--chart-1': '#55a9b8', '--chart-2': '#e2a33f', '--chart-3': '#ab92d3', '--chart-4': '#9bd0dc', '--chart-5': '#dd8a7b', '--chart-6': '#b3bd6a', '--chart-7': '#a8a39b',
    '--chart-kept': '#3f95ab', '--chart-new': '#a5d5df', '--chart-returned': '#e2a33f', '--chart-lapsed': '#dd8a7b', '--chart-grid': '#34312d', '--chart-label': '#cbc7c0',
  },
})

/** `--heat-0` (pale) to `--heat-9` (dark): one hue, for heat maps. */
const heat: Record<string, string> = Object.fromEntries(canard.map((colour, step) => [`--heat-${step}`, colour]))
