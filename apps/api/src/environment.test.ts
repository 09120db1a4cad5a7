import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './environment.ts';

const SECRET = 'x'.repeat(32);

describe('the environment', () => {
  it('needs nothing for the embedded database', () => {
    expect(readEnvironment({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      databaseConnections: 10,
      dataFolder: '.data',
      secrets: [],
      role: 'both',
      clock: 'real',
      publicUrl: 'http://localhost:4000',
      trustProxy: false,
      smtpUrl: undefined,
      mailFrom: 'beback@localhost.localdomain',
      widgetsFolder: undefined,
      pagesFolder: undefined,
      logLevel: 'info',
    });
  });

  it('takes what is set, and an empty variable for an absent one', () => {
    const set = {
      PORT: '8080',
      BEBACK_HOST: '0.0.0.0',
      DATABASE_URL: 'postgresql://beback@db/beback',
      BEBACK_DATABASE_CONNECTIONS: '20',
      BEBACK_DATA_DIR: '',
      BEBACK_SECRET: SECRET,
      BEBACK_FORMER_SECRETS: `${'y'.repeat(32)}, ${'z'.repeat(32)}`,
      BEBACK_ROLE: 'worker',
      BEBACK_CLOCK: 'settable',
      BEBACK_PUBLIC_URL: 'https://beback.example/',
      BEBACK_TRUST_PROXY: 'yes',
      SMTP_URL: 'smtp://mail:25',
      BEBACK_MAIL_FROM: 'service@harbor.example',
      BEBACK_WIDGETS_DIR: import.meta.dirname,
      BEBACK_LOG_LEVEL: 'debug',
    };
    expect(readEnvironment(set)).toMatchObject({
      port: 8080,
      databaseUrl: 'postgresql://beback@db/beback',
      dataFolder: '.data',
      secrets: [SECRET, 'y'.repeat(32), 'z'.repeat(32)],
      role: 'worker',
      publicUrl: 'https://beback.example',
      trustProxy: true,
      widgetsFolder: import.meta.dirname,
    });
  });

  it('does not start on PostgreSQL without a secret', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'postgresql://db/beback' })).toThrow(
      /BEBACK_SECRET is not set.*at least 32 bytes/,
    );
  });

  it.each([
    ['BEBACK_PAGES_DIR', './there-is-no-such-folder', 'a folder that is there'],
    ['PORT', '80a', 'a port from 0 to 65535'],
    ['PORT', '65536', 'a port from 0 to 65535'],
    ['BEBACK_DATABASE_CONNECTIONS', '0', 'a number from 1 to 500'],
    ['BEBACK_ROLE', 'all', 'api, worker or both'],
    ['BEBACK_CLOCK', 'yes', 'real or settable'],
    ['BEBACK_LOG_LEVEL', 'loud', 'silent, error, warn, info or debug'],
  ])('says what %s is and what it may be', (name, value, allowed) => {
    const reading = (): unknown => readEnvironment({ [name]: value });
    expect(reading).toThrow(EnvironmentError);
    expect(reading).toThrow(`${name} is "${value}", expected ${allowed}`);
  });

  it.each([
    ['DATABASE_URL', 'mysql://db', 'a URL that begins with postgresql:// or postgres://'],
    ['BEBACK_SECRET', 'hunter2', 'a secret of at least 32 bytes, without commas'],
    ['BEBACK_SECRET', `${SECRET},${SECRET}`, 'a secret of at least 32 bytes, without commas'],
    ['BEBACK_PUBLIC_URL', 'beback.example', 'a URL that begins with http:// or https://'],
    ['SMTP_URL', 'mail', 'a URL that begins with smtp:// or smtps://'],
    ['BEBACK_MAIL_FROM', 'nobody', 'an e-mail address'],
  ])('says what %s may be, and not what it was', (name, value, allowed) => {
    const reading = (): unknown => readEnvironment({ [name]: value });
    expect(reading).toThrow(EnvironmentError);
    expect(reading).toThrow(`${name} is a text of ${value.length} characters, expected ${allowed}`);
    expect(reading).not.toThrow(`"${value}"`);
  });

  it('says all that is wrong at once', () => {
    expect(() => readEnvironment({ PORT: 'x', BEBACK_CLOCK: 'x', BEBACK_SECRET: 'x' })).toThrow(
      /PORT.*\n.*BEBACK_SECRET.*\n.*BEBACK_CLOCK/,
    );
  });
});
