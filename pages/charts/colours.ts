/** Contrast with white: ink 12:1, blue 6.4:1, red 6.5:1, green 7:1, grey 4.8:1; line and band only carry no meaning. */
export const COLOURS = {
  ink: '#1d2b36',
  blue: '#0a5c9e',
  band: '#bcd6ea',
  red: '#b3261e',
  green: '#11663b',
  grey: '#66727c',
  line: '#d7dde2',
} as const;

/** In single quotes: echarts writes it into an attribute as it is, and a picture of its own must be XML. */
export const FONT = "'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', Arial, sans-serif";
