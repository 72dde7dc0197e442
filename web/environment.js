// What the window is like: size, pixel ratio, covered part, and the wishes of its user. Tells of every change.

/** The size that the browser measured in device pixels, where it agrees with the ratio but for rounding (an emulated ratio doesn't reach it). */
function wholePixels(measured, computed) {
  return measured !== undefined && Math.abs(measured - computed) < 2 ? measured : Math.round(computed);
}

/**
 * @param {HTMLElement} stage the element that the canvas fills
 * @param {HTMLCanvasElement} canvas
 * @param {(view: object) => void} onChange called with the view at once and after each change
 */
export function watchEnvironment(stage, canvas, onChange) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  const contrast = matchMedia("(prefers-contrast: more)");
  const forced = matchMedia("(forced-colors: active)");
  const view = { width: 0, height: 0, pixelRatio: 1, safeBottom: 0, isDark: false, reducedMotion: false, moreContrast: false, hasForcedColors: false };

  function measure(deviceBox) {
    const width = stage.clientWidth;
    const height = stage.clientHeight;
    const ratio = window.devicePixelRatio || 1;
    // Whole device pixels, so that the picture is never stretched by a fraction.
    const pixelWidth = wholePixels(deviceBox?.inlineSize, width * ratio);
    const pixelHeight = wholePixels(deviceBox?.blockSize, height * ratio);
    if (canvas.width !== pixelWidth || canvas.height !== pixelHeight) {
      canvas.width = Math.max(1, pixelWidth);
      canvas.height = Math.max(1, pixelHeight);
    }
    Object.assign(view, {
      width,
      height,
      pixelRatio: width > 0 ? pixelWidth / width : ratio,
      // An on-screen keyboard covers the bottom of the page without making it smaller.
      safeBottom: window.visualViewport ? Math.max(0, Math.round(window.innerHeight - window.visualViewport.height - window.visualViewport.offsetTop)) : 0,
      isDark: dark.matches,
      reducedMotion: stillness.matches,
      moreContrast: contrast.matches,
      hasForcedColors: forced.matches,
    });
    onChange(view);
  }

  new ResizeObserver(([entry]) => measure(entry.devicePixelContentBoxSize?.[0])).observe(canvas);
  for (const wish of [dark, stillness, contrast, forced]) wish.addEventListener("change", () => measure());
  window.visualViewport?.addEventListener("resize", () => measure());
  measure();
  return view;
}
