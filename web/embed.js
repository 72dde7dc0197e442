// The page around, when this one is a frame of it. Until the page around has said hello, nothing but "ready" is told, since that carries
// no data; from then on results go to that origin alone.
//
//   1. we       -> around: { type: "dryrun.ready", version: 1 }     to any origin: it says nothing of the user
//   2. around   -> we:     { type: "dryrun.hello", version: 1 }     from the parent window; its origin is kept
//   3. we       -> around: { type: "dryrun.result", ... }           to that origin only; results wait until then

const kMaxMessageBytes = 256 * 1024;

/** @param {Window} around */
export function createHost(around) {
  let origin = "";
  /** @type {object[]} */
  const waiting = [];

  const send = (message) => around.postMessage(message, origin);

  window.addEventListener("message", (event) => {
    if (event.source !== around || origin !== "" || event.origin === "null") return;
    const message = event.data;
    if (typeof message !== "object" || message === null || message.type !== "dryrun.hello" || message.version !== 1) return;
    origin = event.origin;
    for (const result of waiting.splice(0)) send(result);
  });

  return {
    sayReady: () => around.postMessage({ type: "dryrun.ready", version: 1 }, "*"),
    /** @param {string} json @param {number} bytes @returns {boolean} false when the message is too large to send */
    post(json, bytes) {
      if (bytes > kMaxMessageBytes) return false;
      const message = JSON.parse(json);
      if (origin) send(message);
      else waiting.push(message);
      return true;
    },
  };
}
