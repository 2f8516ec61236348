// Sentences with strong parts: a minus and its dollars stay on one line, and what is copied is what is printed.
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { StrongText } from '@/ui/strong-text';

it('a negative amount is held together, strong or not; the text stays the same', () => {
  const { container } = render(
    <p>
      <StrongText text="**Equity is −$60,000.** It was −$1,400.50, and is $5 −3.0 % less." />
    </p>,
  );
  expect(container).toHaveTextContent('Equity is −$60,000. It was −$1,400.50, and is $5 −3.0 % less.');
  expect([...container.querySelectorAll('span')].map((each) => each.textContent)).toEqual([
    '−$60,000',
    '−$1,400.50',
  ]);
  expect(container.querySelector('strong')).toHaveTextContent('Equity is −$60,000.');
});
