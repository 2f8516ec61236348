import { describe, expect, it } from 'vitest';
import { readMoney, readMove, readPoints, readRate, readRequirement } from '@/ui/typed-figures';

describe('figures of each kind', () => {
  it('dollars are dollars, never percent, never below zero', () => {
    expect(readMoney('$49,000.50')).toEqual({ ok: true, value: '49000.5' });
    expect(readMoney('25 %').ok).toBe(false);
    expect(readMoney('(5)').ok).toBe(false);
  });

  it('a rate of 25 is the ratio 0.25; more than 300 % is refused', () => {
    expect(readRate('25')).toEqual({ ok: true, value: '0.25' });
    expect(readRate('33.3333333333333333 %')).toEqual({ ok: true, value: '0.333333333333333333' });
    expect(readRate('300')).toEqual({ ok: true, value: '3' });
    expect(readRate('300.1').ok).toBe(false);
    expect(readRate('-1').ok).toBe(false);
    expect(readRate('$25').ok).toBe(false);
  });

  it('a requirement of more than 300 without a sign can only be dollars', () => {
    expect(readRequirement('25')).toEqual({ ok: true, value: { kind: 'rate', ratio: '0.25' } });
    expect(readRequirement('17000')).toEqual({ ok: true, value: { kind: 'dollars', dollars: '17000' } });
    expect(readRequirement('$250')).toEqual({ ok: true, value: { kind: 'dollars', dollars: '250' } });
    expect(readRequirement('17000 %').ok).toBe(false);
  });

  it('a move is a percentage, or dollars of holdings; nothing falls by more than 100 %', () => {
    expect(readMove('-13')).toEqual({ ok: true, value: { kind: 'percent', ratio: '-0.13' } });
    expect(readMove('(12.5)')).toEqual({ ok: true, value: { kind: 'percent', ratio: '-0.125' } });
    expect(readMove('$13,000')).toEqual({ ok: true, value: { kind: 'dollars', dollars: '13000' } });
    expect(readMove('-100')).toEqual({ ok: true, value: { kind: 'percent', ratio: '-1' } });
    expect(readMove('-100.1').ok).toBe(false);
  });

  it('points are percentage points', () => {
    expect(readPoints('5')).toEqual({ ok: true, value: '0.05' });
    expect(readPoints('-30 %')).toEqual({ ok: true, value: '-0.3' });
    expect(readPoints('$5').ok).toBe(false);
  });
});

describe('0.3 in a percent field', () => {
  it('asks whether 30 % is meant, and 0.075 whether 7.5 %', () => {
    expect(readRate('0.3')).toEqual({
      ok: false,
      message: 'Did you mean 30 %? For less than 1 %, type the sign too: 0.3 %.',
    });
    expect(readRequirement('0.075')).toMatchObject({ ok: false });
    expect(readRate('0.075')).toMatchObject({ message: expect.stringContaining('mean 7.5 %?') as string });
  });

  it('takes 0.3 % with its sign, 0 and 1 as they are', () => {
    expect(readRate('0.3 %')).toEqual({ ok: true, value: '0.003' });
    expect(readRate('0')).toEqual({ ok: true, value: '0' });
    expect(readRate('1')).toEqual({ ok: true, value: '0.01' });
  });
});
