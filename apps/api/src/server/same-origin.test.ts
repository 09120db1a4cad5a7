import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { HttpRefusal } from './respond.ts';
import { assertSameOrigin } from './same-origin.ts';

function asked(headers: Record<string, string>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  return request;
}

it.each([
  ['a page of our own', { host: 'beback.example', origin: 'https://beback.example' }],
  ['a page of our own on a port', { host: 'localhost:4000', origin: 'http://localhost:4000' }],
  ['a page that a proxy serves under another name', { host: 'internal:4000', origin: 'https://public.example' }],
  ['a program, which names no origin', { host: 'beback.example' }],
])('lets %s pass', (_, headers) => {
  expect(() => assertSameOrigin(asked(headers), ['https://public.example'])).not.toThrow();
});

it.each([
  ['another site', { host: 'beback.example', origin: 'https://evil.example' }],
  ['a subdomain', { host: 'beback.example', origin: 'https://evil.beback.example' }],
  ['another port', { host: 'localhost:4000', origin: 'http://localhost:5000' }],
  ['a name that begins alike', { host: 'beback.example', origin: 'https://beback.example.evil.example' }],
  ['a sandboxed frame', { host: 'beback.example', origin: 'null' }],
  ['a request without a host', { origin: 'https://beback.example' }],
])('refuses %s', (_, headers) => {
  expect(() => assertSameOrigin(asked(headers), ['https://public.example'])).toThrow(HttpRefusal);
});
