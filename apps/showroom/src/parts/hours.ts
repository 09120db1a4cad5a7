import { html, type TemplateResult } from 'lit';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const USUAL = { opens: '09:00', closes: '19:00' } as const;

export interface Span {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

/** Opening hours, a line a weekday; a day without hours is closed. */
export function renderHours(): TemplateResult {
  return html`<fieldset class="fields">
    <legend>Opening hours (leave a day empty when it is closed)</legend>
    ${DAYS.map((name, index) => {
      const usual = index === 6 ? { opens: '', closes: '' } : USUAL;
      return html`<div class="day">
        <span>${name}</span>
        <input type="time" name="opens-${index + 1}" aria-label="${name}, opens" value=${usual.opens} />
        <input type="time" name="closes-${index + 1}" aria-label="${name}, closes" value=${usual.closes} />
      </div>`;
    })}
  </fieldset>`;
}

export function readHours(data: FormData): readonly Span[] {
  return DAYS.flatMap((_, index) => {
    const opens = String(data.get(`opens-${index + 1}`) ?? '');
    const closes = String(data.get(`closes-${index + 1}`) ?? '');
    return opens === '' && closes === '' ? [] : [{ weekday: index + 1, opens, closes }];
  });
}
