// Bundles one TypeScript entry into one file that Node 20 can run, with nothing printed.
// Written under a temporary name and renamed, so that two runs at the same time never read half a file.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds `entry` (relative to the project) into `file`, an absolute path ending in .mjs. */
export async function bundle(entry, file) {
  // Loaded only when there is something to build: a cached run starts in a fraction of the time.
  const { build } = await import('vite');
  mkdirSync(dirname(file), { recursive: true });
  const dir = mkdtempSync(`${file}.`);
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      resolve: { alias: { '@': join(root, 'src') } },
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: join(root, entry),
        outDir: dir,
        emptyOutDir: true,
        copyPublicDir: false,
        minify: false,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'bundle.mjs', codeSplitting: false } },
      },
    });
    renameSync(join(dir, 'bundle.mjs'), file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
