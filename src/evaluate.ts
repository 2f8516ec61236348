/**
 * The command line's front door: reads documents, runs the engine on them, writes one line of JSON for each.
 * It touches the machine only through the `io` it is handed and the files it is named.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { issue } from '@/engine/result';
import { type EvaluationLine, evaluateText, unreadLine } from '@/io/evaluation';
import { ruleSets } from '@/presets/rule-sets';

/** What the command line may touch: where the person stands, standard input, and a line out or a line of complaint. */
export interface EvaluateIo {
  /** The folder that file names are relative to. */
  readonly cwd: string;
  /** Standard input as decoded text, in chunks that may end in the middle of a line. */
  readonly stdin: AsyncIterable<string>;
  /** Writes one line to standard output; the line break is added. */
  write(line: string): void;
  /** Writes one line to standard error; the line break is added. */
  error(line: string): void;
}

const usage =
  'usage: npm run --silent evaluate -- FILE…   (each FILE one document; - reads one document a line)';

/** Evaluates the documents that `args` name; resolves to the exit code (0 all evaluated, 1 some not, 2 usage error). */
export async function main(args: readonly string[], io: EvaluateIo): Promise<number> {
  if (args.length === 0 || args.some((arg) => arg.startsWith('-') && arg !== '-')) {
    io.error(usage);
    return 2;
  }
  let isAllComplete = true;
  const print = ({ json, isComplete }: EvaluationLine) => {
    io.write(JSON.stringify(json));
    isAllComplete &&= isComplete;
  };
  for (const arg of args) {
    if (arg === '-') for await (const line of linesOf(io.stdin)) print(evaluateText(line, ruleSets));
    else print(await evaluateFile(resolve(io.cwd, arg), arg));
  }
  return isAllComplete ? 0 : 1;
}

async function evaluateFile(path: string, name: string): Promise<EvaluationLine> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return unreadLine([issue('file-not-readable', '', { file: name, reason })]);
  }
  return evaluateText(text, ruleSets);
}

/** Lines of a stream of chunks; empty ones are passed over. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = chunk.split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield line;
  }
  if (rest.trim() !== '') yield rest;
}
