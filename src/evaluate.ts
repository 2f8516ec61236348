// The command line's front door: reads documents, runs the engine on them, writes one line of JSON for each.
// It touches the machine only through the `io` it is handed, so that tests can stand in for the terminal.

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

/** Evaluates the documents that `args` name; resolves to the exit code (0 all evaluated, 1 some not, 2 usage error). */
export function main(args: readonly string[], io: EvaluateIo): Promise<number> {
  io.error(args.length === 0 ? 'usage: evaluate FILE…' : 'evaluate: not available yet');
  return Promise.resolve(2);
}
