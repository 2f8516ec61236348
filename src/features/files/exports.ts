// Makes the files that leave as tables and pictures, hands each over, and gives what is to be said of it. Where names are
// left out of what is copied, they are left out here too.
import { type ChartOnShow, takePicture, toPng } from '@/charts/chart-picture';
import { byteOrderMark, csvText, type Sheet } from '@/io/cells';
import { type FiguresColumn, toFiguresSheet } from '@/io/figures-csv';
import { fileName } from '@/io/json-file';
import { positionsCsv } from '@/io/positions-csv';
import { isExample } from '@/state/account-edits';
import type { Desk } from '@/state/desk';
import { selectExplanation } from '@/state/explanation';
import { selectView } from '@/state/figures';
import { sceneToday } from '@/state/reach';
import { selectSpoken } from '@/state/redacted';
import { useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { formatDayAndYear } from '@/ui/day';
import { download } from '@/ui/download';
import { nameHolding } from '@/ui/holding-name';
import type { SelectCurve } from './export-menu';

/** The name of a file about what is on show. */
function nameFile(what: string, ending: string): string {
  const { account } = selectSpoken(useDesk.getState());
  const name = isExample({ account }) ? 'Example' : account.name;
  return fileName(
    `${Array.from(name).slice(0, 24).join('')} ${what}`,
    account.enteredOn ?? localDay(),
    ending,
  );
}

function handOver(file: string, content: Blob): string {
  download(file, content);
  return `Saved as ${file}.`;
}

function saveSheet(what: string, sheet: Sheet): string {
  return handOver(nameFile(what, 'csv'), new Blob([csvText(sheet)], { type: 'text/csv' }));
}

/** The account as it is, which our own importer reads back. */
export function savePositions(): string {
  const text = positionsCsv(selectSpoken(useDesk.getState()));
  return handOver(nameFile('positions', 'csv'), new Blob([byteOrderMark, text], { type: 'text/csv' }));
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
    account: scene.account,
    margin: scene.today,
    fromToday: sceneToday(view).points,
  };
  const whatIf = isWhatIf ? { account, margin, fromToday: scene.points } : null;
  const names = new Map(
    [...scene.account.positions, ...account.positions].map((each) => [
      each.id,
      nameHolding(each, account.positions),
    ]),
  );
  return saveSheet(
    'figures',
    toFiguresSheet(today, whatIf, notesOf(document, scene.account.ruleSet.name), names),
  );
}

function notesOf({ account }: ReturnType<typeof selectSpoken>, rules: string) {
  const { enteredOn, excluded = [] } = account;
  return [
    ['Account', isExample({ account }) ? 'Example' : account.name],
    ...(enteredOn === undefined ? [] : [['Prices of', enteredOn] as const]),
    ['Broker’s rules', rules],
    ...(excluded.length === 0
      ? []
      : [['Incomplete', `${excluded.length} imported rows are in no figure`] as const]),
  ] as const;
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
  const file = nameFile(title.toLowerCase(), kind.toLowerCase());
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
