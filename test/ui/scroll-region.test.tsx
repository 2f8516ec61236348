// A table says that it scrolls sideways only where it does.
import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ScrollRegion } from '@/ui/scroll-region';

afterEach(() => vi.unstubAllGlobals());

it('the hint comes with a table wider than its place, and goes with the room', () => {
  let measure = () => {};
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: () => void) {
        measure = callback;
      }
      observe() {}
      disconnect() {}
    },
  );
  render(
    <ScrollRegion label="Figures">
      <table />
    </ScrollRegion>,
  );
  const region = screen.getByRole('region', { name: 'Figures' });
  const widths = vi.spyOn(region, 'scrollWidth', 'get');
  vi.spyOn(region, 'clientWidth', 'get').mockReturnValue(300);
  const hint = () => screen.queryByText('The table scrolls sideways.');
  widths.mockReturnValue(300);
  act(() => measure());
  expect(hint()).toBeNull();
  widths.mockReturnValue(301);
  act(() => measure());
  expect(hint()).not.toBeNull();
});
