// Makes the files that leave as tables and pictures, hands each over, and gives what is to be said of it. Where names are
// left out of what is copied, they are left out here too.
import { type ChartOnShow, takePicture, toPng } from '@/charts/chart-picture';
import { byteOrderMark, csvText, type Sheet } from '@/io/cells';
import { type FiguresColumn, toFiguresSheet } from '@/io/figures-csv';
import { positionsCsv } from '@/io/positions-csv';
import { isExample } from '@/state/account-edits';
import type { Desk } from '@/state/desk';
import { selectExplanation } from '@/state/explanation';
import { nameExport, notesOnSheet } from '@/state/export-notes';
import { selectView } from '@/state/figures';
import { sceneToday } from '@/state/reach';
import { selectSpoken } from '@/state/redacted';
import { useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { formatDayAndYear } from '@/ui/day';
import { download } from '@/ui/download';
import { nameHolding } from '@/ui/holding-name';
import type { SelectCurve } from './export-menu';

function handOver(file: string, content: Blob): string {
  download(file, content);
  return `Saved as ${file}.`;
}

function saveSheet(what: string, sheet: Sheet): string {
  return handOver(nameExport(what, 'csv'), new Blob([csvText(sheet)], { type: 'text/csv' }));
}

/** The account as it is, which our own importer reads back. */
export function savePositions(): string {
  const text = positionsCsv(selectSpoken(useDesk.getState()));
  return handOver(nameExport('positions', 'csv'), new Blob([byteOrderMark, text], { type: 'text/csv' }));
}

/** Every figure, today and in the what-if. */
export function saveFigures(): string {
  const desk = useDesk.getState();
  const document = selectSpoken(desk);
  const view = selectView(document);
  const explanation = selectExplanation(view);
  if (!view.ok || explanation === null) return 'There are no figures to save.';
  const { scene } = view;
  const { account, margin, isWhatIf } = explanation;
  const today: FiguresColumn = {
    heading: 'Today',
    account: scene.account,
    margin: scene.today,
    fromToday: sceneToday(view).points,
  };
  const whatIf = isWhatIf ? [{ heading: 'What if', account, margin, fromToday: scene.points }] : [];
  const names = new Map(
    [...scene.account.positions, ...account.positions].map((each) => [
      each.id,
      nameHolding(each, account.positions),
    ]),
  );
  return saveSheet(
    'figures',
    toFiguresSheet([today, ...whatIf], notesOnSheet(document, scene.account.ruleSet.name), names),
  );
}

/** The rows of the chart's table. */
export function saveCurve(selectCurve: SelectCurve): string {
  const sheet = selectCurve(useDesk.getState());
  return sheet === null ? 'The market moves nothing here.' : saveSheet('curve', sheet);
}

/** A chart on show, as a picture. */
export async function savePicture(
  { title, figure }: ChartOnShow,
  kind: 'PNG' | 'SVG',
  isWhite: boolean,
): Promise<string> {
  const { foot, whose } = wordPicture(useDesk.getState());
  const picture = takePicture(figure, { title, whose, foot, isWhite });
  const file = nameExport(title.toLowerCase(), kind.toLowerCase());
  return handOver(
    file,
    kind === 'SVG' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await toPng(picture),
  );
}

function wordPicture(desk: Desk) {
  const { account } = selectSpoken(desk);
  const name = isExample({ account }) ? 'Example' : account.name;
  const prices = account.enteredOn === undefined ? '' : `, prices of ${formatDayAndYear(account.enteredOn)}`;
  return {
    whose: `${name}${prices}`,
    foot: `Headroom, ${formatDayAndYear(localDay())}. Educational, not advice.`,
  };
}
