import { builder } from '../../graphql/builder.ts';
import { idOf } from '../../graphql/global-id.ts';
import { memberOf } from '../../graphql/load-nodes.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { CALL_RECORD_FORMATS } from './formats.ts';
import {
  MOST_CALLS,
  MOST_CONTENT,
  MOST_PROBLEMS,
  type RowProblem,
  type UploadAnswer,
  uploadCallRecords,
  uploadWish,
} from './upload-call-records.ts';

const CallRecordFormatEnum = builder.enumType('CallRecordFormat', {
  values: CALL_RECORD_FORMATS,
  description: 'How a phone system’s export is written.',
});

const RowProblemType = builder.objectRef<RowProblem>('RowProblem').implement({
  description: 'A row that cannot be used; it costs no other row.',
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'Line in the file; 1 is the header.' }),
    field: t.exposeString('field'),
    allowed: t.exposeString('allowed'),
  }),
});

const UploadCallRecordsSuccessType = builder.objectRef<UploadAnswer>('UploadCallRecordsSuccess').implement({
  fields: (t) => ({
    read: t.exposeInt('read', { description: 'Calls that the file tells of.' }),
    new: t.exposeInt('new'),
    alreadyKnown: t.exposeInt('alreadyKnown'),
    problems: t.field({
      type: [RowProblemType],
      description: `The first ${MOST_PROBLEMS} rows that cannot be used.`,
      resolve: ({ problems }) => [...problems],
    }),
    problemCount: t.exposeInt('problemCount', { description: 'All rows that cannot be used.' }),
    completeUntil: t.expose('completeUntil', {
      type: 'DateTime',
      description: 'How far the feed has come, by this or an earlier file: it never goes back.',
    }),
  }),
});

const UploadCallRecordsInput = builder.inputType('UploadCallRecordsInput', {
  fields: (t) => ({
    key: t.string({ required: true, description: 'The client’s name for this wish: the same at each try.' }),
    storeId: t.id({ required: true }),
    source: t.string({ required: true, description: 'The phone system’s name at the store.' }),
    format: t.field({ type: CallRecordFormatEnum, required: true }),
    content: t.string({
      required: true,
      description: `The file’s text: at most ${MOST_CONTENT.toLocaleString('en')} characters and ${MOST_CALLS.toLocaleString('en')} calls.`,
    }),
    completeUntil: t.field({
      type: 'DateTime',
      required: true,
      description: 'The file holds every call of this source up to then.',
    }),
  }),
});

builder.mutationField('uploadCallRecords', (t) =>
  t.field({
    type: UploadCallRecordsSuccessType,
    errors: {},
    description: 'Takes in a phone system’s export. The same key again gives the first answer; so does the same file.',
    authScopes: (_root, { input }) => ({ capability: 'uploadCallRecords', store: input.storeId }),
    args: { input: t.arg({ type: UploadCallRecordsInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { viewer, group } = memberOf(context);
      const { clock, matchKeys } = context.resources;
      const wish = {
        ...parseInput(uploadWish, input),
        storeId: idOf('Store', input.storeId),
        format: input.format,
        completeUntil: input.completeUntil,
      };
      return uploadCallRecords(group, matchKeys, viewer, wish, clock.now());
    },
  }),
);
