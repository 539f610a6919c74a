import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** One accent, a deep teal; its middle is #0f766e. */
const teal: MantineColorsTuple = [
  '#ecfbf8',
  '#d5f2ed',
  '#a9e5da',
  '#79d6c6',
  '#4dc0ae',
  '#2ba794',
  '#178f7e',
  '#0f766e',
  '#0b5f59',
  '#074945',
]

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 7,
  colors: { teal },
  autoContrast: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Code", "Roboto Mono", Menlo, monospace',
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: { fontWeight: '650' },
})

/** Grey words that can still be read: 4.5 to 1 at least, in either scheme. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#5b6269' },
  dark: { '--mantine-color-dimmed': '#a6adb4', '--mantine-color-anchor': '#79d6c6' },
})
