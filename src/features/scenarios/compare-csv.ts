// A comparison as a CSV file with exact decimals: a column each, holdings below. Without names where that is wished.
import { csvText } from '@/io/cells';
import { toFiguresSheet } from '@/io/figures-csv';
import { compareScenarios } from '@/state/compared';
import { nameExport, notesOnSheet } from '@/state/export-notes';
import { selectSpoken } from '@/state/redacted';
import { useDesk } from '@/state/store';
import { download } from '@/ui/download';
import { nameHolding } from '@/ui/holding-name';
import { nameColumns } from './compare-words';

/** Saves today and these what-ifs of the document at rest; gives what is to be said. */
export function saveComparison(ids: readonly string[]): string {
  const desk = useDesk.getState();
  const { present } = desk.history;
  const document = desk.isRedacted ? selectSpoken(desk) : present;
  // Without names each has an id of its own, and its place.
  const chosen = document.scenarios.filter((_, index) => ids.includes(present.scenarios[index]?.id ?? ''));
  const compared = compareScenarios(
    document,
    chosen.map(({ id }) => id),
  );
  const headings = nameColumns(compared);
  const known = compared.flatMap(({ figures }, index) =>
    figures === null ? [] : [{ name: headings[index] ?? '', figures }],
  );
  const [today] = known;
  if (today === undefined) return 'There are no figures to save.';
  const impossible = compared.filter(({ figures }) => figures === null);
  const columns = known.map(({ name, figures: { account, margin, scene } }) => ({
    heading: name,
    account,
    margin,
    fromToday: scene.points,
  }));
  const notes = [
    ...notesOnSheet(document, today.figures.scene.ruleSet.name),
    ...impossible.map(({ name }) => ['Left out, as its changes are not possible', name] as const),
  ];
  const positions = columns.flatMap(({ account }) => account.positions.map((each) => ({ each, account })));
  const names = new Map(
    positions.map(({ each, account }) => [each.id, nameHolding(each, account.positions)] as const),
  );
  const file = nameExport('compared', 'csv');
  download(file, new Blob([csvText(toFiguresSheet(columns, notes, names))], { type: 'text/csv' }));
  return `Saved as ${file}.`;
}
