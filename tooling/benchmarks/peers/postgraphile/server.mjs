// A person's day by PostGraphile: the same token check, the same walls (role and group by pgSettings). Run by
// day-over-graphql/main.ts as a process of its own; prints its port. Its input comes as JSON in the first argument:
//   url, session (the SQL that looks a session up), secret (what names and numbers were sealed with),
//   api (where the program's package is)
import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { lambda, list } from 'postgraphile/grafast';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { extendSchema, gql, makePgSmartTagsPlugin } from 'postgraphile/utils';

const { url, session, secret, api } = JSON.parse(process.argv[2]);
// What opens, and remembers for minutes what it opened, is the same for everybody.
const { createSecrets, openTaskPerson } = await import(api);
const seal = createSecrets([secret]);
const directory = new pg.Pool({
  connectionString: url,
  max: 4,
  onConnect: (client) => client.query(`select set_config('role', 'beback_directory', false)`),
});

async function sessionOf({ authorization = '' }) {
  const token = /^bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) return undefined;
  const { rows } = await directory.query({ name: 'session', text: session, values: [token] });
  return rows[0]?.expiresAt > new Date() ? rows[0] : undefined;
}

/**
 * It filters by indexed columns alone unless told otherwise, and goes from table to table by foreign keys: what a day needs
 * beside those is said here.
 */
const hints = makePgSmartTagsPlugin([
  { kind: 'attribute', match: 'public.touch.placement', tags: { behavior: '+attribute:filterBy' } },
  { kind: 'attribute', match: 'public.fact.kind', tags: { behavior: '+attribute:filterBy' } },
  {
    kind: 'class',
    match: 'public.touch',
    tags: { foreignKey: '(group_id, plan_version_id) references plan_version (group_id, id)' },
  },
  {
    kind: 'class',
    match: 'public.fact',
    tags: { foreignKey: '(group_id, opportunity_id) references opportunity (group_id, id)' },
  },
  {
    kind: 'class',
    match: 'public.note',
    tags: { foreignKey: '(group_id, fact_id) references fact (group_id, id)' },
  },
]);

const NOTHING_SEALED = { nameSealed: null, phoneSealed: null, emailSealed: null, lastNoteSealed: null };

const opened = extendSchema({
  typeDefs: gql`
    extend type CustomerPerson {
      name: String
    }
    extend type ContactPoint {
      value: String
    }
  `,
  objects: {
    CustomerPerson: {
      plans: {
        name: ($row) =>
          lambda(
            list([$row.get('group_id'), $row.get('name_sealed')]),
            ([groupId, sealed]) =>
              openTaskPerson(seal, groupId, { ...NOTHING_SEALED, nameSealed: sealed }).customerName,
          ),
      },
    },
    ContactPoint: {
      plans: {
        // Of a phone number: nothing else is asked for.
        value: ($row) =>
          lambda(
            list([$row.get('group_id'), $row.get('value_sealed')]),
            ([groupId, sealed]) => openTaskPerson(seal, groupId, { ...NOTHING_SEALED, phoneSealed: sealed }).phone,
          ),
      },
    },
  },
});

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [hints, opened],
  pgServices: [makePgService({ connectionString: url, schemas: ['public'], poolConfig: { max: 10 } })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: {
    explain: false,
    context: async ({ node }) => {
      const found = await sessionOf(node?.req.headers ?? {});
      if (found === undefined) throw new Error('signed out');
      return { pgSettings: { role: 'beback_app', 'app.group_id': found.groupId, timezone: 'UTC' } };
    },
  },
});
if (process.argv[3] === 'schema') {
  const { printSchema } = await import('graphql');
  console.log(printSchema(await instance.getSchema()));
  process.exit(0);
}
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => console.log(`ready ${server.address().port}`));
