// Many holdings a page at a time: which rows are shown, and the way to the others.
import styles from './holding-rows.module.css';

const perPage = 50;

interface Listed {
  readonly position: { readonly symbol: string } | undefined;
}

/** All rows; while searching, those whose symbol holds what is searched. */
export function rowsFound<R extends Listed>(rows: readonly R[], search: string): readonly R[] {
  const wanted = search.trim().toUpperCase();
  if (wanted === '') return rows;
  return rows.filter(({ position }) => position?.symbol.toUpperCase().includes(wanted) === true);
}

/** The rows of a page of those found. */
export function rowsOfPage<R extends Listed>(
  rows: readonly R[],
  page: number,
  search: string,
): { readonly rows: readonly R[]; readonly found: number } {
  const among = rowsFound(rows, search);
  const from = Math.min(page, Math.max(0, pageOf(among.length - 1))) * perPage;
  return { rows: among.slice(from, from + perPage), found: among.length };
}

/** The page that a row stands on. */
export function pageOf(index: number): number {
  return Math.max(0, Math.floor(index / perPage));
}

/** Whether so many holdings go by pages. */
export function hasPages(count: number): boolean {
  return count >= perPage;
}

/** Which holdings are shown, the pages before and after, and the search; nothing where all fit on one page. */
export function RowPages({
  count,
  page,
  search,
  found,
  onPage,
  onSearch,
  onAdd,
}: {
  readonly count: number;
  readonly page: number;
  readonly search: string;
  /** How many rows there are to page through, the blank one included unless a search is on. */
  readonly found: number;
  readonly onPage: (page: number) => void;
  readonly onSearch: (text: string) => void;
  readonly onAdd: () => void;
}) {
  if (!hasPages(count)) return null;
  const among = search.trim() === '' ? count : found;
  const lastPage = pageOf(found - 1);
  // Fewer rows may be left than there were when the page was turned to.
  const at = Math.min(page, lastPage);
  const from = at * perPage;
  const grouped = (rows: number) => rows.toLocaleString('en-US');
  const to = Math.min(from + perPage, among);
  return (
    <div className={styles.pages} data-screen="">
      <input
        type="search"
        className={`control ${styles.symbol}`}
        aria-label="Find a holding by its symbol"
        placeholder="Find a symbol"
        value={search}
        onChange={({ currentTarget }) => onSearch(currentTarget.value)}
      />
      <button type="button" className="button" onClick={onAdd}>
        + Add
      </button>
      <span className={styles.range}>
        {among === 0
          ? 'No such symbol'
          : from >= among
            ? `After row ${grouped(among)}`
            : `Rows ${grouped(from + 1)}–${grouped(to)} of ${grouped(among)}`}
      </span>
      <button type="button" className="button" disabled={from === 0} onClick={() => onPage(at - 1)}>
        Previous
      </button>
      <button type="button" className="button" disabled={at >= lastPage} onClick={() => onPage(at + 1)}>
        Next
      </button>
    </div>
  );
}
