// Which column of a table was read as what, each to be changed: the source is then read again.
import type { FoundColumn, ImportColumn, ImportWishes } from '@/io/import/import-types';
import styles from './found-columns.module.css';

const roleNames: readonly (readonly [role: ImportColumn, name: string])[] = [
  ['symbol', 'Symbol'],
  ['description', 'Description'],
  ['quantity', 'Shares'],
  ['price', 'Price'],
  ['value', 'Value'],
  ['side', 'Side'],
  ['kind', 'Kind of security'],
  ['cost', 'Cost'],
  ['account', 'Account'],
  ['currency', 'Currency'],
  ['rate', 'Requirement'],
  ['perShareMinimum', 'Minimum a share'],
  ['beta', 'Move per 1\u00A0% of the market'],
  ['group', 'Group'],
  ['leverage', 'Leverage'],
  ['marginable', 'Marginable'],
  ['targetWeight', 'Target weight'],
];

interface FoundColumnsProps {
  readonly columns: readonly FoundColumn[];
  readonly wishes: ImportWishes;
  readonly onWishes: (wishes: ImportWishes) => void;
}

/** One choice a column, folded. */
export function FoundColumns({ columns, wishes, onWishes }: FoundColumnsProps) {
  const read = columns.filter(({ role }) => role !== null).length;
  return (
    <details className={styles.columns}>
      <summary>
        Columns: {read} of {columns.length} used
      </summary>
      <p className="note">A change reads the source again; what you typed in the rows above is then gone.</p>
      <div className={styles.roles}>
        {columns.map(({ index, heading, role }) => (
          <label key={index} className="labeled">
            <span>{heading === '' ? `Column ${index + 1}` : heading}</span>
            <select
              className="control"
              value={role ?? ''}
              onChange={({ currentTarget: { value } }) => {
                const chosen = roleNames.find(([each]) => each === value)?.[0] ?? null;
                // One column a role: the one that had it before gives it up.
                const others = columns.filter((each) => each.index !== index && each.role === chosen);
                const roles: Record<number, ImportColumn | null> = { ...wishes.columns, [index]: chosen };
                if (chosen !== null) for (const each of others) roles[each.index] = null;
                onWishes({ columns: roles });
              }}
            >
              <option value="">not used</option>
              {roleNames.map(([each, name]) => (
                <option key={each} value={each}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}
