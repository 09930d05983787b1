// The loops, counts and payloads of the WebKitGTK peer, so that the figures can be compared key by key.

export const round = (value) => +value.toFixed(1);

export async function seq(call, n) {
  for (let k = 0; k < n / 5; k++) await call();
  const start = performance.now();
  for (let k = 0; k < n; k++) await call();
  return round((performance.now() - start) / n * 1000);
}

export async function par(call, n) {
  const start = performance.now();
  await Promise.all(Array.from({ length: n }, call));
  return round((performance.now() - start) / n * 1000);
}

export async function binary(echoBytes) {
  const big = new Uint8Array(10 << 20);
  let start = performance.now();
  for (let i = 0; i < 6; i++) {
    if (i === 1) start = performance.now();
    const back = await echoBytes(big);
    if (back.byteLength !== big.length) throw new Error(`${back.byteLength ?? back} bytes came back`);
  }
  return round((performance.now() - start) / 5);
}

/** All that can be measured by calls, which each side makes in its own way. */
export async function calls(figures, { echo, echoTyped, echoBytes }) {
  const small = () => echo({ a: 1 });
  figures.invoke_seq_us = await seq(small, 1000);
  figures.invoke_par_us = await par(small, 3000);
  for (const [name, kb] of [['10KB', 10], ['100KB', 100], ['1MB', 1024]]) {
    const payload = { s: 'x'.repeat(kb * 1024) };
    figures[`invoke_json_${name}_us`] = await seq(() => echo(payload), name === '1MB' ? 20 : 100);
  }
  for (const [name, kb] of [['100KB', 100], ['1MB', 1024]]) {
    const payload = { s: 'x'.repeat(kb * 1024) };
    figures[`typed_json_${name}_us`] = await seq(() => echoTyped(payload), name === '1MB' ? 20 : 100);
  }
  figures.binary_10MB_echo_ms = await binary(echoBytes);
}

/** Measure once the page has come to rest, and report what came of it. */
export async function run(report, measure) {
  const figures = {};
  try {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await measure(figures);
  } catch (error) {
    figures.error = `${error} ${error?.stack ?? ''}`;
  }
  await report(figures);
}
