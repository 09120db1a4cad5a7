/**
 * A `fetch` for event streams: a stream on which nothing is heard for `silenceMilliseconds` counts as broken. A server
 * pings; a laptop that slept, or a network that changed, leaves a connection that looks open and says nothing.
 */
export function watchedStream(base: typeof fetch, silenceMilliseconds: number): typeof fetch {
  return async (input, init) => {
    const response = await base(input, init);
    if (!response.ok || response.body === null) return response;
    return new Response(response.body.pipeThrough(watch(silenceMilliseconds)), response);
  };
}

function watch(silenceMilliseconds: number): TransformStream<Uint8Array, Uint8Array> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = (controller: TransformStreamDefaultController<Uint8Array>): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.error(new TypeError('The event stream fell silent')), silenceMilliseconds);
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
