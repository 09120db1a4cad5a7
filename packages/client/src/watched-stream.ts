/**
 * A `fetch` for event streams: a stream on which nothing is heard for `silenceMilliseconds` counts as broken, from the
 * request on. A server pings; a laptop that slept, or a network that changed, leaves a connection that looks open and
 * says nothing, and one that swallows everything does not even refuse to connect.
 */
export function watchedStream(base: typeof fetch, silenceMilliseconds: number): typeof fetch {
  return async (input, init) => {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(fellSilent()), silenceMilliseconds);
    const signal = init?.signal ? AbortSignal.any([init.signal, silence.signal]) : silence.signal;
    try {
      const response = await base(input, { ...init, signal });
      if (!response.ok || response.body === null) return response;
      return new Response(response.body.pipeThrough(watch(silenceMilliseconds)), response);
    } finally {
      clearTimeout(timer);
    }
  };
}

function watch(silenceMilliseconds: number): TransformStream<Uint8Array, Uint8Array> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = (controller: TransformStreamDefaultController<Uint8Array>): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.error(fellSilent()), silenceMilliseconds);
  };
  const transformer: Transformer<Uint8Array, Uint8Array> & { cancel(): void } = {
    start: listen,
    transform(chunk, controller) {
      listen(controller);
      controller.enqueue(chunk);
    },
    flush: () => clearTimeout(timer),
    cancel: () => clearTimeout(timer),
  };
  return new TransformStream(transformer);
}

function fellSilent(): TypeError {
  return new TypeError('The event stream fell silent');
}
