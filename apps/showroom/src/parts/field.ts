import { html, nothing, type TemplateResult } from 'lit';

export interface FieldOptions {
  readonly type?: 'text' | 'tel' | 'email' | 'password' | 'file' | 'datetime-local';
  readonly autocomplete?: AutoFill;
  readonly required?: boolean;
  readonly value?: string;
  /** Which files to offer: `.csv`. */
  readonly accept?: string;
  /** What the reader has to know to fill it in. */
  readonly hint?: string;
}

/** A labelled input; `name` is its id too. */
export function renderField(name: string, label: string, options: FieldOptions = {}): TemplateResult {
  const { type = 'text', autocomplete = 'off', required = false, value, accept, hint } = options;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      name=${name}
      type=${type}
      autocomplete=${autocomplete}
      ?required=${required}
      value=${value ?? nothing}
      accept=${accept ?? nothing}
      aria-describedby=${hint === undefined ? nothing : `${name}-hint`}
    />
    ${hint === undefined ? nothing : html`<p id="${name}-hint" class="muted small">${hint}</p>`}
  </div>`;
}
