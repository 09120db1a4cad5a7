#!/bin/sh
# Prisma's CLI wants to download its native schema engine. We never need it: `prisma generate` works without,
# and migrations run through the WebAssembly engine. Exits 1 so that a command that would need it fails aloud.
echo "Beback does not use Prisma's native schema engine: migrations are made by 'pnpm --filter @beback/api migration'." >&2
exit 1
