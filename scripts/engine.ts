// What the scripts here use of src/ beyond the library's face: one list, built to build/engine.js, which is not shipped.

export { judge } from '../src/analysis/control-chart/judge.ts';
export { CONTROL_RULE_SETS } from '../src/analysis/control-chart/rule-sets.ts';
export { pointVariation } from '../src/analysis/control-chart/variation.ts';
export { conditionalFit } from '../src/analysis/evaluate/controlled.ts';
export { seriesFit } from '../src/analysis/evaluate/controlled-fits.ts';
export { segmentRow } from '../src/analysis/evaluate/design.ts';
export { DEFAULT_SIMULATION, simulateAlarms } from '../src/analysis/simulation/alarms.ts';
export { tabledJudges } from '../src/analysis/simulation/judges.ts';
export { DISK } from '../src/commands/disk.ts';
export { runProgram } from '../src/commands/program.ts';
export { writeFolder } from '../src/commands/write.ts';
export { datasetFromText } from '../src/data/dataset.ts';
export { QuarterlineError } from '../src/errors.ts';
export { errorText, loadSentences } from '../src/messages.ts';
export { OPTIONS } from '../src/question/options.ts';
export { settingsSchema } from '../src/question/schema.ts';
export { DEFAULT_SETTINGS } from '../src/question/settings.ts';
export { coefficient } from '../src/statistics/linear/combination.ts';
export { normalDraw, poissonDraw } from '../src/statistics/random/draws.ts';
export { seeded } from '../src/statistics/random/generator.ts';
