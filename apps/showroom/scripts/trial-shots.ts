import type { Shot } from './shot.ts';

/** A store's trial: begun, asked about, decided. */
export const TRIAL_SHOTS: readonly Shot[] = [
  {
    name: 'trial-none',
    path: '/trial/',
    role: 'principal',
    until: 'beback-trial #store',
    act: async (page) => {
      await page.locator('beback-trial #store').selectOption({ index: 1 });
      await page.locator('beback-trial #start').click();
      await page.locator('beback-trial .sure').waitFor();
    },
  },
  {
    name: 'trial-decided',
    path: '/trial/',
    role: 'principal',
    until: 'beback-trial #store',
    act: async (page) => {
      const trial = page.locator('beback-trial');
      await trial.locator('#store').selectOption({ index: 2 });
      await trial.locator('#start').or(trial.locator('.word')).first().waitFor();
      if (await trial.locator('.word').isVisible()) return;
      await trial.locator('#start').click();
      await trial.getByRole('button', { name: 'Begin the trial' }).click();
      await trial.locator('#noGo').click();
      await trial.locator('#why').fill('Two of seven wrote nothing down. We do it once more, from Monday on.');
      await trial.getByRole('button', { name: /^Say no-go as/ }).click();
      await trial.locator('.word').waitFor();
    },
  },
  {
    name: 'trial',
    path: '/trial/',
    role: 'principal',
    until: 'beback-trial h2',
    act: async (page) => {
      const trial = page.locator('beback-trial');
      // The first of the pictures begins it; the others find it.
      if (await trial.locator('#start').isVisible()) {
        await trial.locator('#start').click();
        await trial.getByRole('button', { name: 'Begin the trial' }).click();
      }
      await trial.locator('#noGo').waitFor();
    },
  },
  {
    name: 'trial-asking',
    path: '/trial/',
    role: 'principal',
    until: 'beback-trial #noGo',
    act: async (page) => {
      await page.locator('beback-trial #noGo').click();
      await page.locator('beback-trial #why').fill('No.');
      await page.getByRole('button', { name: /^Say no-go as/ }).click();
      await page.locator('beback-trial .fault:not(:empty)').waitFor();
    },
  },
];
