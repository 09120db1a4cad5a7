import { expect, it } from 'vitest';
import { readHours } from './hours.ts';

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

it('reads a span for each weekday that has one, and nothing for a day that was left empty', () => {
  const data = form({
    'opens-1': '09:00',
    'closes-1': '19:00',
    'opens-2': '',
    'closes-2': '',
    'opens-7': '12:00',
    'closes-7': '17:30',
  });
  expect(readHours(data)).toEqual([
    { weekday: 1, opens: '09:00', closes: '19:00' },
    { weekday: 7, opens: '12:00', closes: '17:30' },
  ]);
});

it('drops no day of which one time is missing: the server says what is', () => {
  expect(readHours(form({ 'opens-3': '09:00', 'closes-3': '' }))).toEqual([{ weekday: 3, opens: '09:00', closes: '' }]);
  expect(readHours(form({ 'closes-4': '18:00' }))).toEqual([{ weekday: 4, opens: '', closes: '18:00' }]);
});
