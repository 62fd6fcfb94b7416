/** Arimo in two weights, WOFF2, base64. */
export interface PageFonts {
  readonly regular: string;
  readonly bold: string;
}

interface StyleOptions {
  /** Under this window width, in px, figures are shown in their narrow drawing. */
  readonly narrowBelow: number;
  readonly fonts: PageFonts | null;
}

/** The whole style sheet of a page. Colours and measures: white ground, one blue, text of at most 72 characters a line. */
export function pageStyle({ narrowBelow, fonts }: StyleOptions): string {
  return [
    fonts ? fontFaces(fonts) : '',
    BASE,
    TEXT,
    MESSAGES,
    TABLES,
    FIGURES,
    `@media screen and (max-width: ${narrowBelow - 0.02}px) { .chart.wide { display: none } .chart.narrow { display: block } }`,
    NARROW,
    PRINT,
  ].join('\n');
}

function fontFaces({ regular, bold }: PageFonts): string {
  const face = (weight: number, data: string): string =>
    `@font-face { font-family: Arimo; font-weight: ${weight}; font-style: normal; src: url(data:font/woff2;base64,${data}) format("woff2") }`;
  return `${face(400, regular)}\n${face(700, bold)}`;
}

const BASE = `
:root { --text: #212B32; --quiet: #4C6272; --rule: #D8DDE0; --tint: #F2F5F6; --practice: #003087; --link: #005EB8; --concern: #B34700; --neither: #490092; --common: #768692; --measure: 29.5em }
*, *::before, *::after { box-sizing: border-box }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0; background: #FFFFFF; color: var(--text); font-family: Arial, Arimo, sans-serif; line-height: 1.5; overflow-wrap: break-word }
.page { max-width: 66rem; margin: 0 auto; padding: 0 1.5rem }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em }
a:hover { text-decoration-thickness: 2px }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px }
main:focus, main:focus-visible { outline: none }
.skip { position: absolute; left: 1rem; top: -10rem; padding: 0.5rem 1rem; background: #FFFFFF; font-weight: bold; z-index: 1 }
.skip:focus { top: 1rem }
`;

const TEXT = `
.top { border-top: 0.5rem solid var(--practice); padding-top: 2.75rem }
.bottom { border-top: 1px solid var(--rule); margin-top: 4rem; padding: 1.25rem 0 2.5rem; font-size: 0.875rem; color: var(--quiet) }
.bottom p { margin: 0 0 0.25rem; max-width: var(--measure) }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; margin: 0 }
h1 { font-size: 2.25rem; line-height: 1.2; letter-spacing: -0.01em; max-width: 45rem }
h2 { font-size: 1.5rem; max-width: 45rem }
h3 { font-size: 1.1875rem; max-width: var(--measure); margin-top: 2.25rem }
h4 { font-size: 1rem; max-width: var(--measure); margin-top: 1.5rem }
p { margin: 0.75rem 0; max-width: var(--measure); text-wrap: pretty }
.subtitle { font-size: 1.1875rem; color: var(--quiet); margin: 0.5rem 0 0 }
.notes { border-left: 4px solid var(--quiet); background: var(--tint); padding: 0.75rem 1rem; margin: 1.5rem 0 0; max-width: 45rem }
.notes p { margin: 0.25rem 0 }
.opening { display: grid; grid-template-columns: minmax(0, 45rem) 15rem; column-gap: 3rem; margin-top: 2.25rem }
section.level-2 { margin-top: 3.5rem; padding-top: 1.5rem; border-top: 1px solid var(--rule) }
main > section.level-2:first-child { border-top: 0; padding-top: 0; margin-top: 2.25rem }
main > section.level-2:first-child .opening { margin-top: 0.75rem }
section.level-2 > h2 { margin-bottom: 1rem }
.lead { font-size: 1.125rem; margin: 0 0 0.75rem }
.note, .source, .how-to-read { font-size: 0.875rem; color: var(--quiet); margin: 0.375rem 0 }
.contents { border-top: 2px solid var(--practice); padding-top: 0.75rem; font-size: 0.9375rem; align-self: start }
.contents h2 { font-size: 1rem }
.contents ul { list-style: none; margin: 0.5rem 0 0; padding: 0 }
.contents li { max-width: var(--measure); padding: 0.25rem 0; line-height: 1.35 }
.contents a { text-decoration: none }
.contents a:hover { text-decoration: underline }
.list { margin: 0.75rem 0; padding-left: 1.25rem; max-width: var(--measure) }
.list li { padding-left: 0.25rem; margin: 0.375rem 0 }
dl { margin: 1rem 0; max-width: 52rem }
dl > div { display: grid; grid-template-columns: 14rem minmax(0, 1fr); column-gap: 1.5rem; padding: 0.5rem 0; border-top: 1px solid var(--rule) }
dl > div:last-child { border-bottom: 1px solid var(--rule) }
dt { font-weight: bold }
dd { margin: 0; overflow-wrap: anywhere; max-width: var(--measure) }
.downloads { list-style: none; margin: 1rem 0; padding: 0 }
.downloads li { padding: 0.375rem 0; max-width: var(--measure) }
.file { color: var(--quiet); font-size: 0.875rem; margin-left: 0.5rem }
`;

const MESSAGES = `
.messages { list-style: none; margin: 1.25rem 0; padding: 0; max-width: 38rem }
.message { display: grid; grid-template-columns: 1.25rem minmax(0, 1fr); column-gap: 0.75rem; padding: 0.625rem 0; border-top: 1px solid var(--rule) }
.message:last-child { border-bottom: 1px solid var(--rule) }
.message p { margin: 0 }
.message strong { display: inline-block; margin-right: 0.375rem }
.icon { flex: none; display: inline-block; fill: currentColor; forced-color-adjust: preserve-parent-color }
.message .icon { margin-top: 0.125rem }
.icon .sign { fill: none; stroke: #FFFFFF; stroke-width: 2; stroke-linecap: round }
.icon-finding, .finding strong { color: var(--link) }
.icon-caution, .caution strong { color: var(--concern) }
.icon-problem { color: var(--text) }
.mark { width: 0.875em; height: 0.875em }
.mark-improvement { color: var(--link) }
.mark-concern { color: var(--concern) }
.mark-neither, .mark-both { color: var(--neither) }
.mark-common { fill: none; stroke: var(--common); stroke-width: 3 }
.mark-insufficient { fill: none; stroke: var(--common); stroke-width: 2.4 }
.mark-assurance { width: 1.125em; height: 1.125em; fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round }
.mark-pass { color: var(--link) }
.mark-fail { color: var(--concern) }
.mark-inconsistent { color: var(--common) }
`;

const TABLES = `
.table { margin: 1.5rem 0 }
.scroll { overflow-x: auto; max-width: 100% }
table { border-collapse: collapse; font-size: 0.9375rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums }
caption { text-align: left; font-weight: bold; padding: 0 0 0.5rem }
th, td { padding: 0.4375rem 0 0.4375rem 1.5rem; vertical-align: top; text-align: left; border-bottom: 1px solid var(--rule) }
th:first-child, td:first-child { padding-left: 0 }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--text); font-size: 0.875rem; line-height: 1.3 }
tbody th { font-weight: normal }
.open tbody th { font-weight: bold }
.open table { width: 100% }
.right { text-align: right }
td.right { white-space: nowrap }
th.left, td.left { max-width: 22rem; overflow-wrap: break-word }
.option { white-space: nowrap }
.marked { display: inline-flex; align-items: center; gap: 0.5em; white-space: normal }
details.table > summary { cursor: pointer; color: var(--link); font-size: 0.9375rem; padding: 0.25rem 0; max-width: var(--measure) }
details.table > summary:hover { text-decoration: underline }
details.table > .scroll { margin-top: 0.75rem; padding-bottom: 0.25rem }
details.table caption { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
`;

const FIGURES = `
.exhibit { margin: 1.75rem 0 0 }
.exhibit + .exhibit { margin-top: 3.5rem }
figure { margin: 0 }
.beside { display: grid; grid-template-columns: minmax(0, 45rem) 15rem; column-gap: 3rem }
.beside .chart { grid-column: 1 }
.beside figcaption { grid-column: 2; grid-row: 1; align-self: start; margin: 0.5rem 0 0; padding-top: 0.75rem; border-top: 1px solid var(--rule); font-size: 0.9375rem }
.chart.wide { margin-left: -0.75rem }
.chart.narrow { margin: 0 -0.5rem }
.chart svg { display: block; max-width: 100%; height: auto }
.chart svg text { font-family: Arial, Arimo, sans-serif }
.chart.narrow { display: none }
.chart.narrow svg { width: 100%; max-width: 32rem }
figcaption { margin-top: 0.75rem }
figcaption p:first-child { margin: 0 }
.finding-title { font-weight: bold; margin: 0 }
.exhibit > .table { margin: 0.75rem 0 0 }
`;

const NARROW = `
@media screen and (max-width: 65rem) {
  .opening, .beside { display: block }
  .contents { margin-top: 1.75rem; max-width: var(--measure) }
  .beside figcaption { margin: 0.75rem 0 0; padding: 0; border: 0; font-size: 1rem }
}
@media screen and (max-width: 40rem) {
  .page { padding: 0 1rem }
  .top { padding-top: 1.75rem }
  h1 { font-size: 1.75rem }
  h2 { font-size: 1.375rem }
  .subtitle, .lead { font-size: 1.0625rem }
  section.level-2 { margin-top: 2.75rem }
  dl > div { display: block }
  .file { display: block; margin-left: 0 }
  .open table, .open caption, .prose, :is(.open, .prose) :is(tbody, tr, th, td) { display: block; width: 100%; max-width: none }
  :is(.open, .prose) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  :is(.open, .prose) tr { padding: 0.75rem 0; border-bottom: 1px solid var(--rule) }
  :is(.open, .prose) tbody tr:first-child { border-top: 2px solid var(--text) }
  :is(.open, .prose) tbody th { border: 0; padding: 0 0 0.25rem; font-weight: bold }
  :is(.open, .prose) td { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: 0.125rem 0; text-align: right; white-space: normal }
  :is(.open, .prose) td > span { min-width: 0; overflow-wrap: anywhere }
  :is(.open, .prose) td::before { content: attr(data-heading); color: var(--quiet); text-align: left; flex: 0 0 45% }
  :is(.open, .prose) td.sentence { display: block; text-align: left }
  :is(.open, .prose) td.sentence::before { display: block }
}
`;

const PRINT = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt Arial, Arimo, sans-serif; color: #4C6272 } }
@media print {
  :root { --measure: 36em }
  html { font-size: 10.5pt }
  body { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .skip, .contents { display: none }
  .page { max-width: none; padding: 0 }
  .top { border-top-width: 2mm; padding-top: 6mm }
  .opening, .beside { display: block }
  .beside figcaption { margin: 3mm 0 0; padding: 0; border: 0; font-size: 1rem }
  section.level-2 { margin-top: 8mm; padding-top: 4mm }
  section.level-2 > h2 { margin-bottom: 2mm }
  h1, h2, h3, h4, .finding-title, caption, summary { break-after: avoid }
  h1, h2, h3, h4, p, li, dl > div, tr, figure, .open, .message, details.table { break-inside: avoid }
  p { orphans: 3; widows: 3 }
  thead { display: table-header-group }
  table { font-size: 8.5pt; line-height: 1.2 }
  thead th { font-size: 8.5pt }
  th, td { padding-top: 0.5mm; padding-bottom: 0.5mm }
  .open th, .open td { padding-top: 1mm; padding-bottom: 1mm }
  .exhibit { margin-top: 5mm }
  .exhibit + .exhibit { margin-top: 9mm }
  .chart svg { max-width: 165mm }
  .chart.wide { margin-left: -2.75mm }
  .scroll { overflow: visible }
  .chart.wide { display: block }
  .chart.narrow { display: none }
  details.table > summary { color: inherit; font-weight: bold; list-style: none }
  details.table > summary::-webkit-details-marker { display: none }
  details.table::details-content { content-visibility: visible; display: block; block-size: auto }
  details.table:not([open]) > .scroll { display: block }
  a { color: inherit; text-decoration: none }
  .references a::after { content: " (" attr(href) ")"; overflow-wrap: anywhere }
  .bottom { margin-top: 8mm; padding: 3mm 0 0; break-before: avoid }
}
`;
