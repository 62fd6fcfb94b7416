import { number } from './format.ts';

/** `31%`, `2.2%`, `less than 0.1%`: a percentage that chance gives, to two digits or so. */
export function chance(percent: number): string {
  if (percent > 0 && percent < 0.1) return 'less than 0.1%';
  return `${number(percent, percent < 10 ? 1 : 0)}%`;
}

/** How often rules cry wolf: `stretch` is what they look at, `24 quarters`. */
export function falseAlarms(ruleSet: string, percent: number, stretch: string): string {
  return `False alarms: under the rules of ${ruleSet}, about ${chance(percent)} of series of ${stretch} in which nothing changed would show at least one signal by chance.`;
}

/** As `falseAlarms`, for the notes of a chart: the least and the most of its panels. */
export function falseAlarmsNote(least: number, most: number): string {
  const range = chance(least) === chance(most) ? `about ${chance(most)}` : `from ${chance(least)} to ${chance(most)}`;
  return `By chance alone, with nothing changed, ${range} of such charts would show a signal.`;
}

export const SIMULATION = {
  term: 'False alarms',
  text: (least: number, most: number) =>
    `${falseAlarmsNote(least, most)} Simulated: 10,000 series of as many independent, normal points, judged by the same rules with limits or a median from the same points. Autocorrelation raises the rate; a yearly cycle lowers it, and hides real changes too.`,
} as const;
