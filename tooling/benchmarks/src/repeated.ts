/** An array so many times over. */
export function repeated<A extends Float64Array | Int32Array | Uint8Array>(values: A, times: number): A {
  const long = new (values.constructor as new (length: number) => A)(values.length * times);
  for (let i = 0; i < times; i++) long.set(values, i * values.length);
  return long;
}
