// The DOM twin: the semantic tree of the program as real elements in reading order, which own the focus. Transparent over the canvas, or,
// in plain mode, the page itself. Diffed by stable id and touched only on change. Text fields are the visible controls themselves.
// It decides nothing: focus, presses and edits are handed on.

/**
 * @typedef {{x: number, y: number, width: number, height: number}} Rect
 * @typedef {{id: string, role: string, name: string, value?: string, description?: string, placeholder?: string, options?: {value: string, name: string}[],
 *   level?: number, parent: number, rect: number[], clip: number[], focusable?: boolean, disabled?: boolean, checked?: boolean, pressed?: boolean,
 *   expanded?: boolean, current?: boolean, font_size?: number}} TwinNode
 * @typedef {{nodes: TwinNode[], title: string, focused: string, dialog: string, dark: boolean}} Tree
 */

const kMaxFieldBytes = 1 << 20;

const kContainers = new Set(["main", "navigation", "complementary", "region", "group", "list", "list_item", "dialog"]);
const kFields = new Set(["text_field", "text_area", "combobox"]);
const kTags = {
  main: "main", navigation: "nav", complementary: "aside", region: "section", group: "div", list: "ul", list_item: "li", dialog: "div",
  text: "p", status: "p", alert: "p", link: "a", button: "button", progress_bar: "div", image: "div",
};

/** @param {HTMLElement} element @param {string} name @param {string | null} value */
function setAttribute(element, name, value) {
  if (value === null) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function setStyle(element, name, value) {
  if (element.style[name] !== value) element.style[name] = value;
}

/** Nodes of one kind can share an element. @param {TwinNode} node */
const kindOf = (node) => `${node.role}/${node.level ?? 0}`;

/**
 * One node of the tree as elements: `outer` stands in the document, `control` is what takes the focus (often the same).
 * @param {TwinNode} node
 */
function createElements(node) {
  const { role } = node;
  if (role === "checkbox" || role === "radio") {
    const outer = document.createElement("label");
    const control = document.createElement("input");
    control.type = role;
    outer.append(control, document.createElement("span"));
    return { outer, control };
  }
  if (kFields.has(role)) {
    const outer = document.createElement("div");
    outer.className = "field";
    const label = document.createElement("label");
    const control = document.createElement(role === "text_area" ? "textarea" : role === "combobox" ? "select" : "input");
    control.id = `field-${node.id}`;
    label.htmlFor = control.id;
    if (role === "text_field") control.setAttribute("type", "text");
    if (role !== "combobox") control.setAttribute("autocomplete", "off");
    outer.append(label, control);
    return { outer, control };
  }
  const tag = role === "heading" ? `h${node.level || 2}` : kTags[role] ?? "div";
  const outer = document.createElement(tag);
  if (role === "button") outer.setAttribute("type", "button");
  if (role === "link") outer.setAttribute("href", "#");
  if (role === "list") outer.setAttribute("role", "list"); // Safari drops the role of a list without bullets
  if (role === "group") outer.setAttribute("role", "group");
  if (role === "progress_bar") outer.setAttribute("role", "progressbar");
  if (role === "image") outer.setAttribute("role", "img");
  if (role === "dialog") {
    outer.setAttribute("role", "dialog");
    outer.setAttribute("aria-modal", "true");
    outer.tabIndex = -1;
  }
  return { outer, control: outer };
}

/**
 * @param {HTMLElement} root
 * @param {{onFocus(id: string): void, onActivate(id: string): void, onValue(id: string, value: string): void, onRefused(id: string, text: string): void}} listener
 */
export function createTwin(root, listener) {
  /** @type {Map<string, {outer: HTMLElement, control: HTMLElement, node: TwinNode, kind: string}>} */
  const entries = new Map();
  let isComposing = false;
  let focusFromProgram = false;
  let openDialog = "";
  let focusBeforeDialog = "";

  const idOf = (target) => target.closest?.("[data-id]")?.dataset.id ?? "";

  const events = new AbortController();
  const listen = (type, handler, options = {}) => root.addEventListener(type, handler, { ...options, signal: events.signal });
  listen("focusin", (event) => {
    if (!focusFromProgram) listener.onFocus(idOf(event.target));
  });
  listen("focusout", (event) => {
    if (!event.relatedTarget && !focusFromProgram) listener.onFocus("");
  });
  listen("click", (event) => {
    const id = idOf(event.target);
    const entry = entries.get(id);
    if (!entry || kFields.has(entry.node.role) || kContainers.has(entry.node.role)) return;
    if (event.target.closest("label") && event.target !== entry.control) return; // the browser clicks the control next
    event.preventDefault(); // links go nowhere, and a tick is shown when the Model has it
    if (!entry.node.disabled) listener.onActivate(id);
    // After this event the browser puts back the tick from before it; what the Model made of the press stands in the node by now.
    if ("checked" in entry.control) setTimeout(() => (entry.control.checked = Boolean(entry.node.checked)));
  });
  // The first control of a dialog is the way out of it. The focus may be on nothing at all.
  document.addEventListener("keydown", (event) => event.key === "Escape" && !isComposing && firstControl(openDialog)?.click(), { signal: events.signal });
  listen("compositionstart", () => (isComposing = true));
  listen("compositionend", () => (isComposing = false));
  listen("beforeinput", (event) => {
    const control = event.target;
    const incoming = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    // Bytes are counted only where the characters alone could reach the limit.
    if ((control.value.length + incoming.length) * 3 <= kMaxFieldBytes) return;
    const bytes = new TextEncoder().encode(control.value).length + new TextEncoder().encode(incoming).length;
    if (bytes > kMaxFieldBytes) {
      event.preventDefault();
      listener.onRefused(idOf(control), `That would make this text ${(bytes / 1048576).toFixed(1)} MB long; 1 MB is the most it can hold. Nothing was changed.`);
    }
  });
  listen("input", (event) => listener.onValue(idOf(event.target), event.target.value));
  // Focusing an element outside the view must not shift the layer over the canvas; the program scrolls instead.
  listen("scroll", () => {
    if (!document.documentElement.classList.contains("plain")) root.scrollTop = root.scrollLeft = 0;
  });

  /** @param {TwinNode} node @param {HTMLElement} outer @param {HTMLElement} control */
  function fill(node, outer, control) {
    const { role } = node;
    if (kFields.has(role)) {
      const field = /** @type {HTMLTextAreaElement} */ (control);
      setText(outer.firstChild, node.name);
      if (role === "combobox") {
        const wanted = JSON.stringify(node.options ?? []);
        if (control.dataset.options !== wanted) {
          control.dataset.options = wanted;
          control.replaceChildren(...(node.options ?? []).map((option) => new Option(option.name, option.value)));
        }
      } else {
        setAttribute(control, "placeholder", node.placeholder || null);
      }
      if (!isComposing && field.value !== (node.value ?? "")) field.value = node.value ?? "";
      field.disabled = Boolean(node.disabled);
    } else if (role === "checkbox" || role === "radio") {
      setText(control.nextSibling, node.name);
      /** @type {HTMLInputElement} */ (control).checked = Boolean(node.checked);
      /** @type {HTMLInputElement} */ (control).disabled = Boolean(node.disabled);
      if (role === "radio") control.setAttribute("name", `group-${node.parent}`);
    } else if (role === "progress_bar") {
      setAttribute(outer, "aria-label", node.name);
      setAttribute(outer, "aria-valuetext", node.value || null);
      const percent = /^(\d+)\s*%$/.exec(node.value ?? "");
      setAttribute(outer, "aria-valuenow", percent ? percent[1] : null);
    } else if (role === "image") {
      setAttribute(outer, "aria-label", node.name);
    } else if (kContainers.has(role)) {
      setAttribute(outer, "aria-label", node.name || null);
    } else {
      setText(outer, node.name);
    }
    if (role === "button") /** @type {HTMLButtonElement} */ (control).disabled = Boolean(node.disabled);
    setAttribute(control, "aria-description", node.description || null);
    setAttribute(control, "aria-pressed", node.pressed === undefined ? null : String(node.pressed));
    setAttribute(control, "aria-expanded", node.expanded === undefined ? null : String(node.expanded));
    setAttribute(control, "aria-current", node.current ? "page" : null);
  }

  /** Where a node lies: fields are visible and clipped by their scroll region, everything else is transparent over its picture. */
  function place(node, outer, control) {
    if (kContainers.has(node.role) && node.role !== "dialog") return;
    const [x, y, width, height] = node.rect;
    if (kFields.has(node.role)) {
      const [clipX, clipY, clipWidth, clipHeight] = node.clip;
      const left = Math.max(x, clipX);
      const top = Math.max(y, clipY);
      const right = Math.min(x + width, clipX + clipWidth);
      const bottom = Math.min(y + height, clipY + clipHeight);
      setStyle(outer, "transform", `translate(${left}px, ${top}px)`);
      setStyle(outer, "width", `${Math.max(0, right - left)}px`);
      setStyle(outer, "height", `${Math.max(0, bottom - top)}px`);
      setStyle(control, "left", `${x - left}px`);
      setStyle(control, "top", `${y - top}px`);
      setStyle(control, "width", `${width}px`);
      setStyle(control, "height", `${height}px`);
      if (node.font_size) setStyle(control, "fontSize", `${Math.max(16, node.font_size)}px`);
    } else {
      setStyle(outer, "transform", `translate(${x}px, ${y}px)`);
      setStyle(outer, "width", `${width}px`);
      setStyle(outer, "height", `${height}px`);
    }
  }

  /** Moves the focus without telling the program what it has just told us. */
  function moveFocus(element) {
    focusFromProgram = true;
    element?.focus({ preventScroll: !document.documentElement.classList.contains("plain") });
    focusFromProgram = false;
  }

  const firstControl = (id) => /** @type {HTMLElement | undefined} */ (entries.get(id)?.outer.querySelector("button"));

  function followDialog(tree) {
    // What a changed layout moves below something inert gives its own mark back.
    for (const { outer, node } of entries.values()) {
      outer.inert = node.parent < 0 && tree.dialog !== "" && node.id !== tree.dialog && !containsDialog(tree, node.id);
    }
    // Telling of a focus brings the next tree, which must find the dialog known.
    const before = openDialog;
    openDialog = tree.dialog;
    // Fields behind a dialog are painted by the canvas meanwhile.
    root.classList.toggle("has-dialog", tree.dialog !== "");
    if (tree.dialog !== "" && before === "") {
      focusBeforeDialog = idOf(document.activeElement ?? root);
      const target = firstControl(tree.dialog);
      moveFocus(target);
      listener.onFocus(idOf(target));
    } else if (tree.dialog === "" && before !== "") {
      const back = entries.get(focusBeforeDialog)?.control;
      if (back?.isConnected) {
        moveFocus(back);
        listener.onFocus(focusBeforeDialog);
      }
    }
  }

  function containsDialog(tree, id) {
    let index = tree.nodes.findIndex((node) => node.id === tree.dialog);
    while (index >= 0) {
      if (tree.nodes[index].id === id) return true;
      index = tree.nodes[index].parent;
    }
    return false;
  }

  return {
    /** @param {Tree} tree */
    show(tree) {
      const hadFocus = idOf(document.activeElement ?? root);
      const wanted = new Map(tree.nodes.map((node) => [node.id, kindOf(node)]));
      // What is gone makes room first, so that what stays need not move (moving an element takes its focus away).
      for (const [id, entry] of entries) {
        if (wanted.get(id) !== entry.kind) {
          entry.outer.remove();
          entries.delete(id);
        }
      }
      /** Children of each parent in reading order. @type {Map<Element, Element[]>} */
      const children = new Map([[root, []]]);
      const outers = [];
      for (const node of tree.nodes) {
        let entry = entries.get(node.id);
        if (!entry) {
          const elements = createElements(node);
          elements.outer.dataset.id = node.id;
          entry = { ...elements, node, kind: kindOf(node) };
          entries.set(node.id, entry);
        }
        entry.node = node;
        outers.push(entry.outer);
        const parent = node.parent < 0 ? root : outers[node.parent];
        if (!children.has(parent)) children.set(parent, []);
        children.get(parent).push(entry.outer);
        fill(node, entry.outer, entry.control);
        place(node, entry.outer, entry.control);
      }
      for (const [parent, inOrder] of children) {
        inOrder.forEach((child, index) => {
          if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
        });
      }
      if (document.title !== tree.title) document.title = tree.title;
      setAttribute(document.documentElement, "data-theme", tree.dark ? "dark" : "light");
      followDialog(tree);
      const focused = tree.focused || hadFocus;
      const control = entries.get(focused)?.control;
      if (control && document.activeElement !== control && !control.disabled) moveFocus(control);
      // The pressed control went with its screen: whoever had the focus reads on at the title of the new one.
      const title = /** @type {HTMLElement | null} */ (root.querySelector("h1"));
      if (hadFocus && title && !root.contains(document.activeElement)) {
        title.tabIndex = -1;
        moveFocus(title);
      }
    },
    /** Focuses the element of a node; for a press on the canvas, inside its handler. @param {string} id */
    focus(id) {
      const entry = entries.get(id);
      if (entry) entry.control.focus({ preventScroll: true });
      else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
    /** @param {Element | null} element whether it is a field that shows its own caret */
    isField: (element) => kFields.has(entries.get(idOf(element))?.node.role ?? ""),
    destroy() {
      events.abort();
      root.replaceChildren();
      entries.clear();
    },
  };
}
