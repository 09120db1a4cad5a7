import { expect, it } from 'vitest';
import { readMigrations } from './migration-files.ts';
import { splitStatements } from './split-statements.ts';

it('cuts at semicolons', () => {
  expect(splitStatements('select 1; select 2;\n\nselect 3')).toEqual(['select 1', 'select 2', 'select 3']);
});

it('does not cut inside quotes, dollar quotes and comments', () => {
  const whole = [
    `select 'a;b', 'it''s; here'`,
    'select ";" from "a;""b"',
    'do $$ begin; end $$',
    'do $body$ begin $$; $$; end $body$',
    'select 1 -- not; here\n + 2',
    'select /* nor; here */ 1',
    'select $1 + $2',
  ];
  expect(splitStatements(whole.join(';\n'))).toEqual(whole);
});

it('leaves out what is only blanks and comments', () => {
  expect(splitStatements('-- nothing;\n; /* no */ ;;\n  ')).toEqual([]);
  expect(splitStatements('-- about it\nselect 1;')).toEqual(['-- about it\nselect 1']);
});

it("cuts this package's own migrations into statements that begin as statements do", async () => {
  const starts =
    /^(?:--[^\n]*\n\s*)*(?:create|alter|grant|revoke|select|insert|do|set|reset|drop|update|delete|comment)\b/i;
  for (const { sql } of await readMigrations()) {
    for (const statement of splitStatements(sql)) expect(statement).toMatch(starts);
  }
});
