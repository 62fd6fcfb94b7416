import { R_SCRIPT } from '../../messages/r-script/r-script.ts';
import { alternativesBlock } from './alternatives.ts';
import { areasBlock, totalsBlock } from './areas.ts';
import type { ScriptInput } from './context.ts';
import { helpersFor } from './helpers.ts';
import { inputBlock } from './input.ts';
import { primaryBlock } from './primary.ts';
import { segmentedBlock, slopesBlock, trendsBlock } from './segmented.ts';
import { comment, rText } from './text.ts';

/**
 * A short R script (base R, nlme, sandwich) that reads the same files, fits the trends, the segmented, primary and alternative
 * models again, prints each number beside the one given here, and ends with how many agree to 6 digits (exit status 1 unless all
 * do).
 */
export function rScript(input: ScriptInput): string {
  const { controlled } = input.result;
  const body = [
    inputBlock(input),
    areasBlock(input),
    `cat(sprintf("%-58s %16s %16s %8s\\n", ${R_SCRIPT.said.heading.map(rText).join(', ')}))\n${totalsBlock(input)}`,
    trendsBlock(input),
    slopesBlock(input),
    controlled?.primary ? primaryBlock(input, controlled.primary) : null,
    controlled ? alternativesBlock(input, controlled) : null,
    segmentedBlock(input),
    VERDICT,
  ]
    .filter((block) => block !== null)
    .join('\n\n');
  const folder = `${comment(R_SCRIPT.folder)}\nfolder <- "."`;
  const start = 'agree <- logical(); changed <- character()';
  const helpers = `${comment(R_SCRIPT.functions)}\n\n${helpersFor(body)}`;
  return `${[head(input), folder, start, helpers, body].join('\n\n')}\n`;
}

function head({ version, commandLine, recipe }: ScriptInput): string {
  const files = recipe.files.map(({ path, sha256 }) => `${path}  SHA-256 ${sha256}`);
  return [...R_SCRIPT.head(version, commandLine), ...files].map(comment).join('\n');
}

const { said } = R_SCRIPT;

/** What is said at the end, and the exit status. */
const VERDICT = `${comment(R_SCRIPT.verdict)}
for (path in changed) cat(${rText(said.changed)}, path, "\\n")
differ <- names(agree)[!agree]
cat(sum(agree), ${rText(said.of)}, length(agree), ${rText(said.agree)},
  if (length(differ) > 0) paste0(${rText(said.differ)}, paste(differ, collapse = "; ")), "\\n")
if (length(differ) > 0) quit(status = 1)`;
