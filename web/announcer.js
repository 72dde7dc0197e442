// The two live regions: one polite for results, one assertive for what can't wait. A refused edit is also shown, since it has no place
// on the canvas.

/** @param {HTMLElement} polite @param {HTMLElement} assertive @param {HTMLElement} notice */
export function createAnnouncer(polite, assertive, notice) {
  let timer = 0;
  return {
    /** @param {string} text @param {boolean} isUrgent */
    say(text, isUrgent) {
      const region = isUrgent ? assertive : polite;
      // The same words twice are said twice only when the region was empty in between.
      region.textContent = "";
      setTimeout(() => (region.textContent = text), 50);
    },
    /** @param {string} text */
    show(text) {
      notice.textContent = text;
      notice.hidden = false;
      this.say(text, true);
      clearTimeout(timer);
      timer = setTimeout(() => (notice.hidden = true), 12_000);
    },
  };
}
