/** Headings and sentences of the report as a whole. */
export const REPORT = {
  runCharts: 'Run charts: is it more than random variation?',
  runChartsIntro:
    'A run chart looks at one area at a time. It shows whether the order of the points is random; it does not compare the areas and does not say why something changed.',
  runChartMethods: 'Rules of the run charts',
  controlCharts: 'Control charts: what can be expected if nothing changes?',
  controlChartsIntro:
    'A control chart looks at one area at a time, too. Its limits show how far points vary as long as nothing special happens; points that follow a rule for special causes ask for an explanation.',
  controlChartMethods: 'Limits and rules of the control charts',
};
