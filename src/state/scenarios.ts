/**
 * What-ifs as things one keeps: the one on show gets a name, others are shown in its place, renamed, described, doubled,
 * put in another order and deleted. The levers always change the one on show, so a kept one follows them; only one
 * without a name goes with "back to today". Commit each edit: one step to undo.
 */
import type { ChangeInput, ScenarioInput } from '@/engine/scenario';
import { isSameJson } from '@/io/same-json';
import type { Edit } from '@/state/account-edits';
import { isUnnamed, shownScenario } from '@/state/lever-edits';

/** The longest name and description that a field takes. */
export const mostLetters = { name: 60, description: 200 } as const;

/** Keeps a what-if under a name; the first name makes a kept one of it. An empty name, or its own, changes nothing. */
export function nameScenario(id: string, typed: string): Edit {
  return (document) => {
    const own = document.scenarios.find((each) => each.id === id);
    const others = document.scenarios.filter((each) => each.id !== id);
    if (own === undefined || typed.trim() === '') return document;
    const name = freeName(typed.trim().slice(0, mostLetters.name), others);
    const next = { ...own, id: isUnnamed(own) ? freeId(document.scenarios) : id, name };
    return {
      ...document,
      scenarios: document.scenarios.map((each) => (each === own ? next : each)),
      ...(document.shownScenario === id ? { shownScenario: next.id } : {}),
    };
  };
}

/** Says in a sentence what a what-if is about; an empty text says nothing. */
export function describeScenario(id: string, typed: string): Edit {
  return (document) => ({
    ...document,
    scenarios: document.scenarios.map((each) => {
      if (each.id !== id) return each;
      const { description: _old, ...rest } = each;
      const description = typed.trim().slice(0, mostLetters.description);
      return description === '' ? rest : { ...rest, description };
    }),
  });
}

/** Shows a what-if, or with null the account as it is; none is lost by that. */
export function showScenario(id: string | null): Edit {
  return (document) => {
    const isThere = document.scenarios.some((each) => each.id === id);
    return { ...document, shownScenario: isThere ? id : null };
  };
}

/** A kept copy right behind a what-if, on show. */
export function duplicateScenario(id: string): Edit {
  return (document) => {
    const { scenarios } = document;
    const index = scenarios.findIndex((each) => each.id === id);
    const own = scenarios[index];
    if (own === undefined) return document;
    const name = freeName(`${own.name.slice(0, mostLetters.name - 6)}, copy`, scenarios);
    const copy = { ...own, id: freeId(scenarios), name };
    return { ...document, scenarios: scenarios.toSpliced(index + 1, 0, copy), shownScenario: copy.id };
  };
}

/** Moves a what-if one place up (−1) or down (1) in the list; at its end nothing changes. */
export function moveScenario(id: string, by: -1 | 1): Edit {
  return (document) => {
    const { scenarios } = document;
    const from = scenarios.findIndex((each) => each.id === id);
    const own = scenarios[from];
    const to = from + by;
    if (own === undefined || to < 0 || to >= scenarios.length) return document;
    return { ...document, scenarios: scenarios.toSpliced(from, 1).toSpliced(to, 0, own) };
  };
}

/** Takes a what-if out of the list; where it was on show, the account is shown as it is. */
export function deleteScenario(id: string): Edit {
  return (document) => ({
    ...document,
    scenarios: document.scenarios.filter((each) => each.id !== id),
    ...(document.shownScenario === id ? { shownScenario: null } : {}),
  });
}

/** Keeps a ready-made what-if and shows it. One that is kept already, name and changes alike, is only shown. */
export function addScenario(name: string, description: string, changes: readonly ChangeInput[]): Edit {
  return (document) => {
    const { scenarios } = document;
    const known = scenarios.find((each) => each.name === name && isSameJson(each.changes, changes));
    if (known !== undefined) return { ...document, shownScenario: known.id };
    const about = description === '' ? {} : { description };
    const added = { id: freeId(scenarios), name: freeName(name, scenarios), ...about, changes };
    return { ...document, scenarios: [...scenarios, added], shownScenario: added.id };
  };
}

/** The name of the kept what-if on show; null where it has none, or nothing is. */
export function keptNameOf(document: Parameters<Edit>[0]): string | null {
  const shown = shownScenario(document);
  return shown === undefined || isUnnamed(shown) ? null : shown.name;
}

function freeId(scenarios: readonly ScenarioInput[]): string {
  const isTaken = (id: string) => scenarios.some((each) => each.id === id);
  let n = 1;
  while (isTaken(`s${n}`)) n += 1;
  return `s${n}`;
}

/** The name, or the first of "name (2)", "name (3)" … that no other has. */
function freeName(name: string, others: readonly ScenarioInput[]): string {
  const isTaken = (each: string) => others.some((other) => other.name === each);
  let free = name;
  for (let n = 2; isTaken(free); n += 1) free = `${name} (${n})`;
  return free;
}
