import { builder } from '../../graphql/builder.ts';
import { RoleEnum } from '../../graphql/enums.ts';
import { ReasonType } from '../../graphql/reason-type.ts';
import type { PlanSignatures } from './load-signatures.ts';

const SignatureType = builder.objectRef<PlanSignatures['signedBy'][number]>('Signature').implement({
  description: 'Somebody’s name under a plan version as it reads now.',
  fields: (t) => ({
    name: t.exposeString('name'),
    role: t.expose('role', { type: RoleEnum }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

const MissingSignatureType = builder.objectRef<PlanSignatures['missing'][number]>('MissingSignature').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    role: t.expose('role', { type: RoleEnum }),
    required: t.exposeBoolean('required', { description: 'The plan does not start without it.' }),
    dueBy: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Five open days after the start; null while the plan does not run.',
      resolve: ({ dueBy }) => dueBy ?? null,
    }),
    overdue: t.exposeBoolean('overdue'),
  }),
});

/** With the zone in which the reasons' times are told. */
export interface SignaturesView extends PlanSignatures {
  readonly zone: string;
  readonly viewerId: string;
}

// A store's people, read in one statement.
const PEOPLE = { complexity: { field: 5, multiplier: 5 } } as const;

export const PlanSignaturesType = builder.objectRef<SignaturesView>('PlanSignatures').implement({
  description: 'Who has signed a plan version as it reads now, and who has not.',
  fields: (t) => ({
    signed: t.exposeInt('signed'),
    total: t.exposeInt('total', { description: 'Of all whom the plan is about.' }),
    signedBy: t.field({ type: [SignatureType], ...PEOPLE, resolve: ({ signedBy }) => [...signedBy] }),
    missing: t.field({
      type: [MissingSignatureType],
      ...PEOPLE,
      description: 'The owner first, then managers, then the others.',
      resolve: ({ missing }) => [...missing],
    }),
    mine: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the caller signed.',
      resolve: ({ signedBy, viewerId }) => signedBy.find(({ memberId }) => memberId === viewerId)?.at ?? null,
    }),
    awaited: t.boolean({
      description: 'The caller is one of those who sign, and has not.',
      resolve: ({ missing, viewerId }) => missing.some(({ memberId }) => memberId === viewerId),
    }),
    refusals: t.field({
      type: [ReasonType],
      description: 'Why the plan may not start yet.',
      resolve: ({ mayStart, zone }) => (mayStart.ok ? [] : mayStart.refusals.map((reason) => ({ reason, zone }))),
    }),
  }),
});
