import { type CallRecordFormat, createBebackClient, newKey, uploadCallRecords } from '@beback/client';
import { html, nothing } from 'lit';
import { failureWords, maySendAgain } from '../parts/failure.ts';
import { openMembersPage, renderFrame } from '../parts/members-page.ts';
import { answerWords, renderRecordsAnswer, type UploadAnswer } from '../parts/records-answer.ts';
import { RECORDS_LABELS, renderRecordsForm } from '../parts/records-form.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import { show } from '../parts/show.ts';
import { PLACES } from '../places.ts';
import { readFile } from '../read-file.ts';
import { MOST_CHARACTERS } from '../upload-limit.ts';
import { instantOfWall } from '../wall-time.ts';

const TITLE = 'Call records';
/** A month of calls takes a while on its way, and a while to be held against a month of claims. */
const PATIENCE_MILLISECONDS = 60_000;
const patientClient = createBebackClient({ url: '/graphql', timeoutMilliseconds: PATIENCE_MILLISECONDS });
const MOST = MOST_CHARACTERS.toLocaleString('en');
const TOO_LONG = `The file is too long: ${MOST} characters are taken. Export it in parts, and upload the last with its end.`;

const person = await openMembersPage(TITLE);
const place = PLACES.find(({ path }) => path === '/records/');
let storeId = person?.stores[0]?.id;
let answer: UploadAnswer | undefined;
let fault: string | undefined;
let busy = false;
/** The wish as it was last sent, with its key: sent again as it is, it is the same wish. */
let wish: { readonly print: string; readonly key: string } | undefined;

if (person !== undefined) update();

function update(): void {
  const stores = person?.stores ?? [];
  const store = stores.find(({ id }) => id === storeId);
  if (person === undefined || store === undefined || place?.seenBy(person) !== true) {
    const words = 'Call records come from the managers who answer for a store’s phones.';
    show(renderFrame(TITLE, html`<p class="notice">${words}</p>`));
    return;
  }
  const form = renderRecordsForm({ stores, store, fault, busy, choose, submit });
  show(
    renderFrame(
      TITLE,
      html`<p class="muted">
          What people say they called is held against what the phone system knows. Export its calls and hand the file in.
        </p>
        ${form}
        <p role="status">${answer === undefined ? nothing : answerWords(answer)}</p>
        ${answer === undefined ? nothing : renderRecordsAnswer(answer, store.zone)}`,
    ),
  );
}

function choose(wanted: string | undefined): void {
  storeId = wanted;
  answer = undefined;
  fault = undefined;
  update();
}

function submit(event: SubmitEvent): void {
  event.preventDefault();
  if (!busy) void send(new FormData(event.currentTarget as HTMLFormElement));
}

async function send(data: FormData): Promise<void> {
  busy = true;
  answer = undefined;
  fault = undefined;
  update();
  const sentFor = storeId;
  const outcome = await upload(data);
  busy = false;
  // The answer about another store than the one on show is told by that store's board.
  if (sentFor === storeId) ({ answer, fault } = outcome);
  update();
}

interface Uploaded {
  readonly answer: UploadAnswer | undefined;
  readonly fault: string | undefined;
}

async function upload(data: FormData): Promise<Uploaded> {
  const zone = person?.stores.find(({ id }) => id === storeId)?.zone;
  const text = (name: string): string => String(data.get(name) ?? '').trim();
  const file = data.get('file');
  const until = zone === undefined ? undefined : instantOfWall(text('completeUntil'), zone);
  if (storeId === undefined || !(file instanceof File)) return failed('Please choose a file.');
  if (until === undefined) return failed(`Please check “${RECORDS_LABELS.completeUntil}”: a day and a time.`);
  // Three bytes a character at most, and a mark: what is larger need not be read to be too long.
  if (file.size > 3 * MOST_CHARACTERS + 3) return failed(TOO_LONG);
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) return failed('The file cannot be read any more. Please choose it again.');
  if (content.length > MOST_CHARACTERS) return failed(TOO_LONG);
  const input = {
    storeId,
    source: text('source'),
    format: text('format') as CallRecordFormat,
    content,
    completeUntil: new Date(until).toISOString(),
  };
  const outcome = await patientClient.mutate(uploadCallRecords, { input: { ...input, key: keyOf(input) } });
  if (!outcome.ok) {
    const again = maySendAgain(outcome.failure) ? ' Please upload it again: it counts once.' : '';
    return failed(`${failureWords(outcome.failure)}${again}`);
  }
  const result = outcome.data.uploadCallRecords;
  if (result.__typename === 'UploadCallRecordsSuccess') return { answer: result, fault: undefined };
  return failed(refusalWords(result, RECORDS_LABELS));
}

function failed(words: string): Uploaded {
  return { answer: undefined, fault: words };
}

function keyOf(input: object): string {
  const print = JSON.stringify(input);
  if (wish?.print !== print) wish = { print, key: newKey() };
  return wish.key;
}
