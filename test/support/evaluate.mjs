// `npm run --silent evaluate -- FILE…`: runs src/evaluate.ts, which Node 20 cannot read itself, from a cached bundle.
// The bundle's name is a hash of everything that it is made of, so a stale one can never be run.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

// Whoever reads our output may stop early (`| head`): that is their right and no failure of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });

const file = join(root, 'node_modules/.cache/headroom-evaluate', `${hashOfSources()}.mjs`);
if (!existsSync(file)) await bundle('src/evaluate.ts', file);
const { main } = await import(pathToFileURL(file).href);

const code = await main(process.argv.slice(2), {
  // npm runs scripts in the project's folder; INIT_CWD is where the person stands.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  // Opened only when asked for: an idle terminal would otherwise be touched for nothing.
  get stdin() {
    return process.stdin.setEncoding('utf8');
  },
  write: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
});

// A pipe takes its text in its own time: leaving before it has would cut the last lines.
await Promise.all([process.stdout, process.stderr].map((s) => new Promise((done) => s.write('', done))));
process.exit(code);

function hashOfSources() {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const makers = ['package-lock.json', 'test/support/bundle.mjs'].map((name) => join(root, name));
  for (const path of [...sources, ...makers])
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 32);
}
