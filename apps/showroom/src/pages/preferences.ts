// The widget reads the link's token from behind the #: it reaches no log and no Referer.
import '@beback/widgets/preferences';
import { html, render } from 'lit';

const bar = document.getElementById('bar');
if (bar !== null) render(html`<span class="brand">Beback</span>`, bar);
