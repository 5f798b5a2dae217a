/**
 * Makes an element. `on…` are listeners, `class` is the class, `true`/`false` set or leave an attribute.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | undefined | EventListener>} [attributes]
 * @param {(Node | string | null | undefined)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/**
 * Brings a parent's children in line with a list, keeping the elements that stay: focus and scrolling survive.
 *
 * @template T
 * @param {HTMLElement} parent
 * @param {T[]} items
 * @param {(item: T) => string} keyOf
 * @param {(item: T) => HTMLElement} make
 */
export function keep(parent, items, keyOf, make) {
  const known = new Map([...parent.children].map((child) => [child.getAttribute("data-key"), child]));
  let before = /** @type {Element | null} */ (null);
  for (const item of items) {
    const key = keyOf(item);
    let element = known.get(key);
    if (element) known.delete(key);
    else {
      element = make(item);
      element.setAttribute("data-key", key);
    }
    const place = before ? before.nextElementSibling : parent.firstElementChild;
    if (place !== element) parent.insertBefore(element, place);
    before = element;
  }
  for (const gone of known.values()) gone.remove();
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * A line drawing of 24 by 24.
 *
 * @param {string} path
 * @param {string} [className]
 */
export function icon(path, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export const paths = {
  wecom: "M4 5.500h16v10.500h-8.500L7 19.800V16H4zM8.300 9.300h7.400M8.300 12.300h4.600",
  dingtalk: "M12 3.500v1.600M6 16.500V11a6 6 0 0 1 12 0v5.500M4 16.500h16M10 19.800a2.200 2.200 0 0 0 4 0",
  down: "M6 9.500l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  send: "M12 19V6M6 11.500L12 5.500l6 6",
  clock: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17M12 7.500V12l3 2",
  quote: "M10 7H5v5.500h4V15l-2 2.500M19 7h-5v5.500h4V15l-2 2.500",
  check: "M5 12.500l4.500 4.500L19 7.500",
};

/**
 * A round-cornered tile with the end of a name; the colour follows from the id.
 *
 * @param {{ id: string | null, name: string }} who `id` null is the bot
 * @param {string} [size]
 */
export function avatar(who, size = "") {
  const tone =
    who.id === null ? "bot" : `tone-${([...who.id].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) % 997) % 8}`;
  const letters = who.id === null ? "茶" : who.name.length > 2 ? who.name.slice(-2) : who.name;
  return h("span", { class: `avatar ${tone} ${size}`, "aria-hidden": "true" }, letters);
}

/**
 * The text of trusted HTML (the server's markup), in one line.
 *
 * @param {string} html
 */
export function plain(html) {
  const template = document.createElement("template");
  template.innerHTML = html.replaceAll(/<(br|\/p|\/h[1-6]|\/li)>/g, " $&");
  for (const image of template.content.querySelectorAll("img")) image.replaceWith(image.alt);
  return (template.content.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}
