// The menu with the real store: what it says of the answer, and what its keys do.
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PageTools } from '@/features/look/page-tools';
import { MarketControls } from '@/features/market/market-controls';
import { AccountMenu } from '@/features/presets/account-menu';

it('whatever tells how an example stands is covered with the answer', () => {
  const { container } = render(<AccountMenu isSmall={false}>{null}</AccountMenu>);
  const telling = [...container.querySelectorAll('span')].filter((each) =>
    /\bcall\b/i.test(each.textContent ?? ''),
  );
  const answers = telling.filter((each) => /\$/.test(each.textContent ?? ''));
  expect(answers.length).toBeGreaterThan(0);
  expect(answers.filter((each) => each.closest('[data-tells]') === null)).toEqual([]);
});

it('the key 0 takes back the market, the button every what-if, and both say so', () => {
  window.matchMedia ??= (() => ({
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  })) as never;
  render(
    <>
      <PageTools />
      <MarketControls />
    </>,
  );
  expect(screen.getByText('market back to today')).toBeInTheDocument();
  expect(screen.getByText('Back to today')).toHaveAccessibleDescription('Takes every what-if away');
});
