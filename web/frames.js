// When something is drawn, and when time is accounted for. A frame is asked for once, by an event or by the last frame itself; at rest and
// in a hidden tab there is none. Deadlines have a timer of their own, so that a clock runs out whether or not anything is drawn.

/** A popup's first frame is a sizing run, and ImGui takes queued input one step a frame. */
const kFramesAfterEvent = 3;
/** setTimeout takes 31 bits; a longer wait is asked for again. */
const kLongestWaitMs = 2_000_000_000;

/** @param {import("./abi.js").Abi} abi */
export function createFrames(abi) {
  let framesDue = 0;
  let isAsked = false;
  let drawTimer = 0;
  let tickTimer = 0;
  let isStopped = false;

  function ask() {
    if (isAsked || isStopped || document.hidden) return;
    isAsked = true;
    requestAnimationFrame(draw);
  }

  function draw() {
    isAsked = false;
    if (isStopped || document.hidden) return;
    framesDue = Math.max(0, framesDue - 1);
    const wait = abi.draw();
    frames.drawn += 1;
    armTick();
    clearTimeout(drawTimer);
    if (framesDue > 0 || wait === 0) ask();
    else if (wait > 0) drawTimer = setTimeout(ask, wait);
  }

  function armTick() {
    clearTimeout(tickTimer);
    const wait = abi.nextTickInMs();
    if (wait >= 0) tickTimer = setTimeout(tick, Math.min(wait, kLongestWaitMs));
  }

  function tick() {
    abi.tick();
    frames.changed();
  }

  const frames = {
    /** How many were drawn; tests read it. */
    drawn: 0,
    /** Something happened: messages are taken and the twin is brought up to date at once, pixels follow. */
    changed() {
      if (isStopped) return;
      abi.settle();
      armTick();
      framesDue = kFramesAfterEvent;
      ask();
    },
    stop() {
      isStopped = true;
      clearTimeout(drawTimer);
      clearTimeout(tickTimer);
    },
  };

  document.addEventListener("visibilitychange", () => {
    if (isStopped) return;
    abi.tick(); // a machine that slept is noticed here first
    frames.changed();
  });
  return frames;
}
