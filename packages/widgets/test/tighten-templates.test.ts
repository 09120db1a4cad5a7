import { expect, it } from 'vitest';
import { tighten } from '../scripts/tighten-templates.ts';

it('takes comments and needless space out of styles, and leaves the spaces that mean something', () => {
  const source = `css\`
    /* why */
    :host([theme='dark']) .card :focus-visible, a:not(.b)::before {
      margin: 0 auto !important;
      inline-size: calc(100% - var(--_1));
    }
    @media (min-width: 30em) and (prefers-reduced-motion: no-preference) { .x > .y { color: red } }
  \``;
  expect(tighten(source)).toBe(
    "css` :host([theme='dark']) .card :focus-visible,a:not(.b)::before{margin:0 auto !important;" +
      'inline-size:calc(100% - var(--_1))}' +
      '@media (min-width: 30em) and (prefers-reduced-motion: no-preference){.x > .y{color:red}}`',
  );
});

it('makes a line break in markup one space, and leaves texts, code and other templates alone', () => {
  const source = `const said = \`two\n  lines\`;
    html\`<p>
      \${list.map((one) => html\`<b
        class=\${one}
      >\${{ a: '}\`' }.a}</b>\`)}
    </p>\`; keep(\`x\`);`;
  expect(tighten(source)).toBe(
    `const said = \`two\n  lines\`;
    html\`<p> \${list.map((one) => html\`<b class=\${one} >\${{ a: '}\`' }.a}</b>\`)} </p>\`; keep(\`x\`);`,
  );
});
