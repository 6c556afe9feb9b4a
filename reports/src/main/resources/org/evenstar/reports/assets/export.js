// Any chart as an SVG or PNG file with its title, n, period, method, source and release inside.
"use strict";
(function () {
  const SPACE = "http://www.w3.org/2000/svg";
  const TOP = 64;
  const SIDE = 16;

  function text(content, x, y, size, weight, fill) {
    const node = document.createElementNS(SPACE, "text");
    node.setAttribute("x", x);
    node.setAttribute("y", y);
    node.setAttribute("font-size", size);
    node.setAttribute("font-weight", weight);
    node.setAttribute("fill", fill);
    node.textContent = content;
    return node;
  }

  /** Replaces CSS variables by their values: outside the page nobody knows them. */
  function resolve(markup) {
    const style = getComputedStyle(document.documentElement);
    return markup.replace(/var\((--[a-z-]+)\)/g, (all, name) => style.getPropertyValue(name).trim());
  }

  function picture(figure) {
    const drawn = figure.querySelector(".plot svg");
    const width = Number(drawn.getAttribute("width")) + 2 * SIDE;
    const height = Number(drawn.getAttribute("height")) + TOP + SIDE;
    const svg = document.createElementNS(SPACE, "svg");
    svg.setAttribute("xmlns", SPACE);
    svg.setAttribute("width", width);
    svg.setAttribute("height", height);
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.setAttribute("font-family", getComputedStyle(document.body).fontFamily);
    const paper = document.createElementNS(SPACE, "rect");
    paper.setAttribute("width", width);
    paper.setAttribute("height", height);
    paper.setAttribute("fill", "var(--paper)");
    const title = figure.querySelector("h3").textContent;
    const basis = figure.querySelector(".basis").textContent;
    const inner = drawn.cloneNode(true);
    inner.setAttribute("x", SIDE);
    inner.setAttribute("y", TOP);
    svg.append(paper, text(title, SIDE, 26, 17, 600, "var(--ink)"), text(basis, SIDE, 48, 12, 400, "var(--muted)"), inner);
    const named = document.createElementNS(SPACE, "title");
    named.textContent = title + " · " + basis;
    svg.prepend(named);
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

  document.querySelectorAll("figure.chart").forEach((figure) => {
    figure.querySelector("button.svg").addEventListener("click", () => asSvg(figure));
    figure.querySelector("button.png").addEventListener("click", () => asPng(figure));
  });
  Evenstar.picture = (id) => picture(document.getElementById(id)).markup;
})();
