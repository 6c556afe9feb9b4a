// Any figure as an SVG or PNG file with its title, n, period, method, source and release inside.
"use strict";
(function () {
  const SPACE = "http://www.w3.org/2000/svg";
  const SIDE = 16;
  const INHERITED = ["fill", "stroke", "stroke-width", "font-size", "text-anchor"];
  const font = getComputedStyle(document.body).fontFamily;
  const ruler = document.createElement("canvas").getContext("2d");

  function node(name, attributes, content) {
    const out = document.createElementNS(SPACE, name);
    Object.entries(attributes).forEach(([key, value]) => out.setAttribute(key, value));
    if (content !== undefined) {
      out.textContent = content;
    }
    return out;
  }

  /** Replaces CSS variables by their values: outside the page nobody knows them. */
  function resolve(markup) {
    const style = getComputedStyle(document.documentElement);
    return markup.replace(/var\((--[a-z-]+)\)/g, (all, name) => style.getPropertyValue(name).trim());
  }

  /** Lines of a text that fit a width; breaks at spaces, and between Chinese characters. */
  function lines(text, width, size, weight) {
    ruler.font = weight + " " + size + "px " + font;
    const out = [];
    let line = "";
    for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) || []) {
      if (line && ruler.measureText(line + piece.trimEnd()).width > width) {
        out.push(line.trimEnd());
        line = "";
      }
      line += piece;
    }
    return line ? out.concat(line.trimEnd()) : out;
  }

  /** What stands around the drawing: title above, what it rests on above too, its source below. */
  function write(svg, text, y, width, size, weight, fill) {
    for (const line of lines(text, width, size, weight)) {
      y += size * 1.4;
      svg.append(node("text", { x: SIDE, y: y.toFixed(1), "font-size": size, "font-weight": weight, fill }, line));
    }
    return y;
  }

  /** The drawing of a chart as it is, of anything else box by box. */
  function drawing(figure) {
    const plot = figure.querySelector(".plot svg");
    if (plot) {
      return { inner: plot.cloneNode(true), width: Number(plot.getAttribute("width")), height: Number(plot.getAttribute("height")) };
    }
    const parts = Array.from(figure.querySelectorAll(":scope > table, :scope > .scroll > table, :scope > .tiles, :scope > .legend"));
    const boxes = parts.map((part) => part.getBoundingClientRect());
    const [left, top] = [Math.min(...boxes.map((b) => b.left)), Math.min(...boxes.map((b) => b.top))];
    const inner = node("svg", {});
    parts.forEach((part) => copy(part, inner, left, top));
    return { inner, width: Math.ceil(Math.max(...boxes.map((b) => b.right)) - left), height: Math.ceil(Math.max(...boxes.map((b) => b.bottom)) - top) };
  }

  /** Draws an element's box and words, then what is inside it. */
  function copy(element, into, left, top) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (element.tagName === "CAPTION" || style.display === "none" || style.clipPath !== "none" || box.width === 0) {
      return;
    }
    if (element.namespaceURI === SPACE) {
      into.append(still(element, box, left, top));
      return;
    }
    const hasLine = style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) > 0;
    if (style.backgroundColor !== "rgba(0, 0, 0, 0)" || hasLine) {
      into.append(
        node("rect", {
          x: box.left - left, y: box.top - top, width: box.width, height: box.height, rx: parseFloat(style.borderTopLeftRadius) || 0,
          fill: style.backgroundColor === "rgba(0, 0, 0, 0)" ? "none" : style.backgroundColor, stroke: hasLine ? style.borderTopColor : "none",
        }),
      );
    }
    element.childNodes.forEach((child) => {
      if (child.nodeType === Node.TEXT_NODE) {
        words(child, style, into, left, top);
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        copy(child, into, left, top);
      }
    });
  }

  /** A small drawing inside a table, its styles written into it. */
  function still(svg, box, left, top) {
    const clone = svg.cloneNode(true);
    const from = [svg, ...svg.querySelectorAll("*")];
    [clone, ...clone.querySelectorAll("*")].forEach((part, i) => {
      const style = getComputedStyle(from[i]);
      INHERITED.forEach((name) => part.setAttribute(name, style.getPropertyValue(name)));
    });
    Object.entries({ x: box.left - left, y: box.top - top, width: box.width, height: box.height }).forEach(([key, value]) => clone.setAttribute(key, value));
    return clone;
  }

  /** A text where it stands, line by line; one that runs downwards, letter by letter. */
  function words(text, style, into, left, top) {
    const isDown = style.writingMode.startsWith("vertical");
    const size = parseFloat(style.fontSize);
    const range = document.createRange();
    let run = null;
    const end = () => run && run.text.trim() && into.append(node("text", run.place, run.text.trimEnd()));
    for (let i = 0; i < text.length; i++) {
      range.setStart(text, i);
      range.setEnd(text, i + 1);
      const box = range.getBoundingClientRect();
      if (box.width === 0 && box.height === 0) {
        continue;
      }
      if (!run || isDown || Math.abs(box.top - run.top) > 2) {
        end();
        const turned = isDown && text.data.charCodeAt(i) < 0x2e80;
        const [x, y] = turned ? [box.left - left + size * 0.3, box.top - top] : [box.left - left, box.bottom - top - box.height * 0.22];
        run = { top: box.top, text: "", place: { x: x.toFixed(1), y: y.toFixed(1), "font-size": size, "font-weight": style.fontWeight, fill: style.color } };
        if (turned) {
          run.place.transform = `rotate(90 ${run.place.x} ${run.place.y})`;
        }
      }
      run.text += text.data[i] === "\n" ? " " : text.data[i];
    }
    end();
  }

  function picture(figure) {
    const drawn = drawing(figure);
    const width = Math.max(drawn.width, 320) + 2 * SIDE;
    const title = figure.querySelector("h3, caption .name").textContent;
    const basis = figure.querySelector(".basis").textContent;
    const source = document.getElementById("main").dataset.source;
    const svg = node("svg", { xmlns: SPACE, width, "font-family": font });
    const paper = node("rect", { width, fill: "var(--paper)" });
    svg.append(node("title", {}, title + " · " + basis + " · " + source), paper);
    let y = write(svg, title, 8, width - 2 * SIDE, 17, 600, "var(--ink)");
    y = write(svg, basis, y + 4, width - 2 * SIDE, 12, 400, "var(--muted)") + 14;
    drawn.inner.setAttribute("x", SIDE);
    drawn.inner.setAttribute("y", y);
    drawn.inner.setAttribute("width", drawn.width);
    drawn.inner.setAttribute("height", drawn.height);
    svg.append(drawn.inner);
    const height = Math.ceil(write(svg, source, y + drawn.height + 6, width - 2 * SIDE, 12, 400, "var(--muted)") + SIDE);
    [svg, paper].forEach((part) => part.setAttribute("height", height));
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    return { markup: resolve(new XMLSerializer().serializeToString(svg)), width, height };
  }

  function save(url, name) {
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
  }

  function asSvg(figure) {
    const blob = new Blob([picture(figure).markup], { type: "image/svg+xml" });
    const url = URL.createObjectURL(blob);
    save(url, figure.id + ".svg");
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  function asPng(figure) {
    const { markup, width, height } = picture(figure);
    const image = new Image();
    image.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      canvas.width = width * 2;
      canvas.height = height * 2;
      const context = canvas.getContext("2d");
      context.scale(2, 2);
      context.drawImage(image, 0, 0);
      save(canvas.toDataURL("image/png"), figure.id + ".png");
    });
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(markup);
  }

  document.querySelectorAll("figure").forEach((figure) => {
    figure.querySelector("button.svg").addEventListener("click", () => asSvg(figure));
    figure.querySelector("button.png").addEventListener("click", () => asPng(figure));
  });
  Evenstar.picture = (id) => picture(document.getElementById(id)).markup;
})();
