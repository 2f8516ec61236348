// Which section must be open for a field.
import { expect, it } from 'vitest';
import { leverId, sectionOf } from '@/state/field-places';

it.each(['shift', 'money', 'days', 'move-p2', 'move-group-Chips', 'required-p2'])(
  'the lever %s stands in the what-if',
  (field) => expect(sectionOf(leverId(field))).toBe('what-if'),
);

it.each(['interest', 'rate-p1', 'leverage-p1', 'marginLoan', 'entered-on'])(
  'the field %s stands in the account',
  (id) => expect(sectionOf(id)).toBe('account'),
);
