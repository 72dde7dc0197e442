// Pointer, touch and wheel on the canvas. A press focuses the element under it in the twin, inside the same handler; a drag of a finger
// scrolls, with inertia, and is then no press. Keys are the twin's.

/** A finger that moved less than this is a tap. CSS pixels. */
const kTapSlop = 8;
/** What is left of a flick's speed after a millisecond. */
const kInertiaPerMs = 0.996;
const kSlowestFlick = 0.02; // CSS pixels a millisecond

/**
 * @param {HTMLElement} canvas
 * @param {HTMLElement} twinRoot
 * @param {import("./abi.js").Abi} abi
 * @param {{changed(): void}} frames
 * @param {{focus(id: string): void, isField(element: Element | null): boolean}} twin
 * @param {() => boolean} reducedMotion
 */
export function listenToPointer(canvas, twinRoot, abi, frames, twin, reducedMotion) {
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  /** @type {{id: number, startX: number, startY: number, lastY: number, lastTime: number, speed: number, isDrag: boolean} | null} */
  let touch = null;
  let glide = 0;

  function press(x, y) {
    abi.pointerMove(x, y);
    twin.focus(abi.hitTest(x, y));
    abi.pointerButton(true);
  }

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    cancelAnimationFrame(glide);
    const [x, y] = place(event);
    canvas.setPointerCapture(event.pointerId);
    if (event.pointerType === "touch") {
      touch = { id: event.pointerId, startX: x, startY: y, lastY: y, lastTime: event.timeStamp, speed: 0, isDrag: false };
      return; // a press only once it is known to be a tap
    }
    press(x, y);
    frames.changed();
  });

  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = place(event);
    if (touch && event.pointerId === touch.id) {
      if (!touch.isDrag && Math.hypot(x - touch.startX, y - touch.startY) < kTapSlop) return;
      touch.isDrag = true;
      const dy = y - touch.lastY;
      const elapsed = Math.max(1, event.timeStamp - touch.lastTime);
      touch.speed = 0.7 * (dy / elapsed) + 0.3 * touch.speed;
      touch.lastY = y;
      touch.lastTime = event.timeStamp;
      abi.scrollBy(touch.startX, touch.startY, -dy);
      frames.changed();
      return;
    }
    abi.pointerMove(x, y);
    frames.changed();
    canvas.style.cursor = abi.isOverPressable() ? "pointer" : "default";
  });

  canvas.addEventListener("pointerup", (event) => {
    const [x, y] = place(event);
    if (touch && event.pointerId === touch.id) {
      const ended = touch;
      touch = null;
      if (ended.isDrag) {
        if (!reducedMotion()) startGlide(ended.startX, ended.startY, ended.speed);
        return;
      }
      press(x, y);
      frames.changed();
      abi.pointerButton(false);
      frames.changed();
      abi.pointerLeave();
      frames.changed();
      return;
    }
    if (event.button !== 0) return;
    abi.pointerMove(x, y);
    abi.pointerButton(false);
    frames.changed();
  });

  canvas.addEventListener("pointercancel", () => {
    touch = null;
    abi.pointerButton(false);
    abi.pointerLeave();
    frames.changed();
  });

  canvas.addEventListener("pointerleave", () => {
    abi.pointerLeave();
    frames.changed();
  });

  function startGlide(x, y, startSpeed) {
    let speed = startSpeed;
    let last = performance.now();
    const step = (now) => {
      const elapsed = now - last;
      last = now;
      const dy = speed * elapsed;
      speed *= kInertiaPerMs ** elapsed;
      if (Math.abs(speed) < kSlowestFlick || !abi.canScroll(x, y, -dy)) return;
      abi.scrollBy(x, y, -dy);
      frames.changed();
      glide = requestAnimationFrame(step);
    };
    glide = requestAnimationFrame(step);
  }

  /** Lines and pages of old mice, in pixels. */
  const unit = (event) => (event.deltaMode === 1 ? 24 : event.deltaMode === 2 ? canvas.clientHeight : 1);
  const onWheel = (event) => {
    if (event.ctrlKey || document.documentElement.classList.contains("plain")) return; // zoom is the browser's
    const dx = event.deltaX * unit(event);
    const dy = event.deltaY * unit(event);
    const field = event.target instanceof Element ? event.target.closest("textarea") : null;
    if (field && twin.isField(field)) {
      const hasRoom = dy < 0 ? field.scrollTop > 0 : field.scrollTop + field.clientHeight < field.scrollHeight - 1;
      if (hasRoom) return;
    }
    const [x, y] = place(event);
    if (!abi.canScroll(x, y, dy)) return; // the page around may scroll
    event.preventDefault();
    abi.pointerMove(x, y);
    abi.wheel(dx, dy);
    frames.changed();
  };
  canvas.addEventListener("wheel", onWheel, { passive: false });
  twinRoot.addEventListener("wheel", onWheel, { passive: false });
}
