/** Fails if a value is not the one expected. */
export function check(value, expected = true) {
  const [got, wanted] = [JSON.stringify(value), JSON.stringify(expected)];
  if (got !== wanted) {
    throw new Error(`got ${got} instead of ${wanted}`);
  }
}

/** Fails if a value is not of a class. */
export function checkType(value, type) {
  if (!(value instanceof type)) {
    throw new Error(`got ${JSON.stringify(value)} instead of a ${type.name}`);
  }
}

/** Waits for something that comes by itself. */
export async function until(condition) {
  for (let i = 0; i < 3000; i += 1) {
    if (await condition()) {
      return;
    }
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
  throw new Error(`never came true: ${condition}`);
}

/** Waits for a window or webview that is being made, and gives it. */
export function settled(made) {
  return new Promise((resolve, reject) => {
    made.once('tauri://created', () => resolve(made));
    made.once('tauri://error', ({ payload }) => reject(payload));
  });
}
