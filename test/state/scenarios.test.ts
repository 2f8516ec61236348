// What-ifs that are kept: named, shown, doubled, put in order and deleted, each in one step that can be undone.
import { beforeEach, describe, expect, it } from 'vitest';
import { known } from '@/engine/result';
import { documentFile, readFileText } from '@/io/json-file';
import { encodeLink, readLink } from '@/io/share-link';
import { ruleSets } from '@/presets/rule-sets';
import { readyMade } from '@/presets/scenarios';
import { moveChange } from '@/state/change-edits';
import { removeRow } from '@/state/holding-edits';
import { backToToday, setMarketMove, setRequirementShift, shownChanges } from '@/state/lever-edits';
import { readyFacts } from '@/state/ready-made';
import {
  addScenario,
  deleteScenario,
  describeScenario,
  duplicateScenario,
  keptNameOf,
  moveScenario,
  nameScenario,
  showScenario,
} from '@/state/scenarios';
import { commit, redoStep, selectDocument, startDesk, undoStep, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';

const start = documentOf({
  marginLoan: '10000',
  positions: [
    { id: 'p1', symbol: 'VTI', side: 'long', marketValue: '24000' },
    { id: 'p2', symbol: 'NVDA', side: 'long', shares: '80', price: '100' },
  ],
});
const now = () => selectDocument(useDesk.getState());
const names = () => now().scenarios.map(({ name }) => name);
const steps = () => useDesk.getState().history.past.length;

beforeEach(() => useDesk.setState(startDesk(start), true));

/** Two that are kept, the second one on show. */
function keepTwo() {
  commit(setMarketMove('-0.1'));
  commit(nameScenario('what-if', 'A bad week'));
  commit(showScenario(null));
  commit(setRequirementShift('0.05'));
  commit(nameScenario('what-if', 'Rates up'));
}

describe('a name keeps the what-if on show', () => {
  it('becomes s1, still on show, and “back to today” leaves it as it is', () => {
    commit(setMarketMove('-0.1'));
    commit(nameScenario('what-if', ' A bad week '));
    expect(now().scenarios).toEqual([
      { id: 's1', name: 'A bad week', changes: [{ type: 'moveMarket', ratio: '-0.1' }] },
    ]);
    expect(now().shownScenario).toBe('s1');
    commit(backToToday);
    expect(shownChanges(now())).toEqual([]);
    expect(names()).toEqual(['A bad week']);
  });

  it('one without a name goes with “back to today”', () => {
    commit(setMarketMove('-0.1'));
    commit(backToToday);
    expect(now().scenarios).toEqual([]);
  });

  it('the levers change the kept one, and undo gives it back as it was', () => {
    keepTwo();
    commit(setRequirementShift('0.2'));
    expect(now().scenarios[1]?.changes).toEqual([{ type: 'shiftRequirement', points: '0.2' }]);
    expect(keptNameOf(now())).toBe('Rates up');
    undoStep();
    expect(now().scenarios[1]?.changes).toEqual([{ type: 'shiftRequirement', points: '0.05' }]);
    // At its default the lever's change is gone, and the kept one stays, empty.
    commit(setRequirementShift('0'));
    expect(now().scenarios[1]).toEqual({ id: 's2', name: 'Rates up', changes: [] });
  });

  it('a name that another has gets a number; an empty one changes nothing and is no step', () => {
    keepTwo();
    const before = steps();
    commit(nameScenario('s2', '  '));
    expect(steps()).toBe(before);
    commit(nameScenario('s2', 'A bad week'));
    expect(names()).toEqual(['A bad week', 'A bad week (2)']);
    // Its own name is no other's.
    commit(nameScenario('s1', 'A bad week'));
    expect(names()).toEqual(['A bad week', 'A bad week (2)']);
  });

  it('one without a name stays when another is shown, and a further one is “What if 2”', () => {
    keepTwo();
    commit(showScenario(null));
    commit(setMarketMove('-0.3'));
    commit(showScenario('s1'));
    commit(showScenario(null));
    commit(setMarketMove('-0.4'));
    expect(names()).toEqual(['A bad week', 'Rates up', 'What if', 'What if 2']);
  });
});

describe('the list', () => {
  it('a copy stands behind its original, is on show, and is changed alone', () => {
    keepTwo();
    commit(duplicateScenario('s1'));
    expect(names()).toEqual(['A bad week', 'A bad week, copy', 'Rates up']);
    expect(now().shownScenario).toBe('s3');
    commit(setMarketMove('-0.5'));
    expect(now().scenarios.map(({ changes }) => changes[0])).toEqual([
      { type: 'moveMarket', ratio: '-0.1' },
      { type: 'moveMarket', ratio: '-0.5' },
      { type: 'shiftRequirement', points: '0.05' },
    ]);
  });

  it('moves by one place, and at its end not at all', () => {
    keepTwo();
    commit(moveScenario('s2', -1));
    expect(names()).toEqual(['Rates up', 'A bad week']);
    const before = steps();
    commit(moveScenario('s2', -1));
    expect(steps()).toBe(before);
    expect(now().shownScenario).toBe('s2');
  });

  it('the first of three stays first when it is moved up, the last stays last when it is moved down', () => {
    keepTwo();
    commit(duplicateScenario('s2'));
    const three = ['A bad week', 'Rates up', 'Rates up, copy'];
    expect(names()).toEqual(three);
    commit(moveScenario('s1', -1));
    expect(names()).toEqual(three);
    commit(moveScenario('s3', 1));
    expect(names()).toEqual(three);
  });

  it('another name for one that is not on show leaves on show what is', () => {
    keepTwo();
    commit(nameScenario('s1', 'A worse week'));
    expect(now().shownScenario).toBe('s2');
  });

  it('a name ends after 60 letters, that of a copy too, and a description after 200', () => {
    keepTwo();
    commit(nameScenario('s1', 'n'.repeat(61)));
    commit(describeScenario('s1', 'd'.repeat(201)));
    expect(now().scenarios[0]).toMatchObject({ name: 'n'.repeat(60), description: 'd'.repeat(200) });
    commit(duplicateScenario('s1'));
    // ", copy" takes 6 of the 60.
    expect(names()[1]).toBe(`${'n'.repeat(54)}, copy`);
  });

  it('a ready-made one of another name with the same changes is another, and each keeps its sentence', () => {
    const changes = [{ type: 'moveMarket', ratio: '-0.07' }] as const;
    commit(addScenario('Level 1', 'A fall.', changes));
    commit(addScenario('A bad day', 'One day.', changes));
    commit(addScenario('Bare', '', [{ type: 'moveMarket', ratio: '-0.13' }]));
    expect(now().scenarios.map(({ name, description }) => [name, description])).toEqual([
      ['Level 1', 'A fall.'],
      ['A bad day', 'One day.'],
      ['Bare', undefined],
    ]);
    expect(now().scenarios[2]).not.toHaveProperty('description');
  });

  it('describes, and an empty text says nothing', () => {
    keepTwo();
    commit(describeScenario('s1', ' Down 10 %. '));
    expect(now().scenarios[0]?.description).toBe('Down 10 %.');
    commit(describeScenario('s1', ''));
    expect(now().scenarios[0]).not.toHaveProperty('description');
  });

  it('deletes: the one on show makes place for today, another leaves what is on show', () => {
    keepTwo();
    commit(deleteScenario('s1'));
    expect(now().shownScenario).toBe('s2');
    commit(deleteScenario('s2'));
    expect([names(), now().shownScenario]).toEqual([[], null]);
  });

  it('a ready-made one is kept and shown once, however often it is asked for', () => {
    const fall = addScenario('Level 1', 'A fall.', [{ type: 'moveMarket', ratio: '-0.07' }]);
    commit(fall);
    commit(showScenario(null));
    commit(fall);
    expect(now().scenarios).toHaveLength(1);
    expect(now().shownScenario).toBe('s1');
    // Changed by a lever it is another: the ready-made one comes beside it.
    commit(setMarketMove('-0.08'));
    commit(fall);
    expect(names()).toEqual(['Level 1', 'Level 1 (2)']);
  });

  it('every act is one step, and undo goes back through all of them', () => {
    const acts = [
      setMarketMove('-0.1'),
      nameScenario('what-if', 'A bad week'),
      describeScenario('s1', 'Down'),
      duplicateScenario('s1'),
      nameScenario('s2', 'Worse'),
      moveScenario('s2', -1),
      showScenario('s1'),
      deleteScenario('s2'),
      showScenario(null),
    ];
    const seen = [now()];
    for (const act of acts) {
      commit(act);
      seen.push(now());
    }
    expect(steps()).toBe(acts.length);
    for (const before of seen.slice(0, -1).toReversed()) {
      undoStep();
      expect(now()).toEqual(before);
    }
    for (const after of seen.slice(1)) {
      redoStep();
      expect(now()).toEqual(after);
    }
  });

  it('with its last holding a kept one loses its change and not its name', () => {
    commit(addScenario('NVDA halves', '', [{ type: 'movePrice', position: 'p2', ratio: '-0.5' }]));
    commit(removeRow('p2'));
    expect(now().scenarios).toEqual([{ id: 's1', name: 'NVDA halves', changes: [] }]);
  });
});

describe('out by a file or a link and back', () => {
  /** All that is ready-made for this account, one of it with its changes in another order, a copy, names and descriptions. */
  function keepMany() {
    const facts = readyFacts(now().account, 'p2');
    if (facts === null) throw new Error('no facts');
    for (const { name, about, make } of readyMade) {
      const made = make(facts);
      if (made.ok) commit(addScenario(name, about, made.changes));
    }
    keepTwo();
    commit(setMarketMove('-0.2'));
    commit(moveChange(1, -1));
    commit(duplicateScenario('s1'));
    commit(describeScenario('s1', '“Quoted”, with a comma; a\ttab & 10 % – ok'));
    commit(moveScenario('s2', -1));
  }

  it('names, descriptions, order, the order of changes and what is on show come back as they were', async () => {
    keepMany();
    const kept = now();
    // Three breakers, 1987, the two of requirements, “Rates up” and a copy.
    expect(kept.scenarios).toHaveLength(8);
    expect(kept.scenarios.some(({ changes }) => changes[0]?.type === 'shiftRequirement')).toBe(true);
    const file = known(readFileText(documentFile(kept), ruleSets));
    expect(file).toMatchObject({ kind: 'document', document: kept });
    const link = await encodeLink(kept);
    const read = known(await readLink(link ?? '', ruleSets));
    expect(read).toMatchObject({ kind: 'document', document: kept });
  });
});
