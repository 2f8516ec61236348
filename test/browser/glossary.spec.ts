// What the words mean, in place: opened by key and finger, closed by Escape, and nothing more to tab through at first.
import { expect, test } from './fixtures';
import { expectAccessible, figures, open, sidewaysScroll, typeM1 } from './page';

for (const [width, height] of [
  [1440, 900],
  [390, 700],
] as const) {
  test(`a figure of the row says what it means at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    // The example is left in peace: its names are no buttons.
    await expect(figures(page).getByRole('button')).toHaveCount(0);
    await typeM1(page);

    const word = figures(page).getByRole('button', { name: 'Required' });
    const meaning = page.getByRole('dialog', { name: 'What Maintenance requirement means' });
    await word.focus();
    await page.keyboard.press('Enter');
    await expect(meaning).toBeFocused();
    await expect(meaning).toContainText('each one’s rate × its value, added up');
    await expect(meaning).toContainText('FINRA Rule 4210(c)');
    await expectAccessible(page);
    expect(await sidewaysScroll(page)).toBe(0);
    const [box, place] = [await meaning.boundingBox(), await word.boundingBox()];
    expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
    expect(place?.height ?? 0).toBeGreaterThanOrEqual(24);

    await page.keyboard.press('Escape');
    await expect(meaning).toBeHidden();
    await expect(word).toBeFocused();
    await word.click();
    await expect(meaning).toBeVisible();
    // It goes with its word, right above or below it.
    const gap = async () => {
      const [own, its] = [await meaning.boundingBox(), await word.boundingBox()];
      if (own === null || its === null) return Number.POSITIVE_INFINITY;
      return Math.abs(own.y < its.y ? its.y - own.y - own.height : own.y - its.y - its.height);
    };
    await page.evaluate(() => window.scrollBy(0, 30));
    await expect.poll(gap).toBeLessThan(6);
    await page.mouse.click(5, 5);
    await expect(meaning).toBeHidden();
  });
}

test('the labels of the account say what they mean, asked for once by key, and nothing is there before it is typed', async ({
  page,
}) => {
  await open(page);
  const asked = page.getByRole('button', { name: 'What do these words mean?' });
  await expect(asked).toHaveCount(0);
  await typeM1(page);
  await asked.first().press('Enter');
  await expect(asked.first()).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByText('What is owed to the broker, also called the debit balance.')).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/\bshort|\bcredit/i);
  await expectAccessible(page);
});

test('the questions of the math answer with the account’s own figures', async ({ page }) => {
  await open(page);
  await typeM1(page);
  await page.getByRole('button', { name: 'Show the math and details' }).click();
  const question = page.getByRole('button', { name: 'Does the call come when the holdings are worth this?' });
  await expect(question).toHaveAttribute('aria-expanded', 'false');
  await question.click();
  await expect(page.getByText('the holdings at $12,000 equity would be $3,000.00')).toBeVisible();
  // A title of a step is a term too.
  await page.getByRole('heading', { name: 'Equity ratio' }).getByRole('button').click();
  await expect(page.getByRole('dialog', { name: 'What Equity ratio means' })).toBeVisible();
  await expectAccessible(page);
});
