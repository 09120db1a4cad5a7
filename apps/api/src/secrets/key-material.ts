import type { Environment } from '../environment.ts';
import { secretOfFolder } from './secret-file.ts';

/** The environment's secrets; on the embedded database one that is kept beside it. */
export async function keyMaterial({
  secrets,
  dataFolder,
}: Pick<Environment, 'secrets' | 'dataFolder'>): Promise<readonly string[]> {
  return secrets.length > 0 ? secrets : [await secretOfFolder(dataFolder)];
}
