// Charts out of the JSON in the page. Colours are CSS variables inside the SVG, so that dark mode
// and print need no second drawing; every colour goes with a shape.
"use strict";
(function () {
  const BLUE = "var(--blue)";
  const ORANGE = "var(--orange)";
  const INK = "var(--ink)";
  const MUTED = "var(--muted)";
  const LINE = "var(--line)";
  const GRID = "var(--grid)";
  const FONT = getComputedStyle(document.body).fontFamily;
  const plain = (size) => ({ color: MUTED, fontSize: size, fontFamily: FONT });

  const kinds = { caterpillar, funnel, drift, histogram, trend, bars };
  const narrow = () => innerWidth < 640;

  function axis(more) {
    return Object.assign(
      {
        axisLine: { lineStyle: { color: LINE } },
        axisTick: { lineStyle: { color: LINE } },
        axisLabel: plain(12),
        nameTextStyle: plain(12),
        splitLine: { lineStyle: { color: GRID } },
      },
      more,
    );
  }

  function base(more) {
    return Object.assign(
      {
        animation: false,
        textStyle: { fontFamily: FONT, color: INK },
        aria: { enabled: false },
        tooltip: {
          renderMode: "richText",
          confine: true,
          backgroundColor: "var(--ink)",
          borderWidth: 0,
          textStyle: { color: "var(--paper)", fontSize: 13, fontFamily: FONT },
        },
      },
      more,
    );
  }

  const signed = (value) => (value > 0 ? "+" : "") + Evenstar.number(value, 1);

  /** A step of 1, 2 or 5 times a power of ten that divides a range into about six. */
  function niceStep(range) {
    const power = Math.pow(10, Math.floor(Math.log10(range / 6)));
    const times = range / 6 / power;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }

  /** Estimates with intervals, one a row; a row without an estimate says why. */
  function caterpillar(data) {
    const rows = data.rows;
    const margin = data.margin || 0;
    const reference = data.reference === undefined ? 0 : data.reference;
    const digits = data.digits === undefined ? 1 : data.digits;
    const ends = [reference - margin, reference + margin];
    rows.forEach((row) => [row.lo, row.hi, row.value, row.q1, row.q3, row.ref].forEach((x) => typeof x === "number" && ends.push(x)));
    const low = Math.min(...ends);
    const high = Math.max(...ends);
    const pad = (high - low) * 0.06 || 1;
    const step = niceStep(high - low + 2 * pad);
    const bottom = Math.max(Math.floor((low - pad) / step) * step, data.least === undefined ? -Infinity : data.least);
    const top = Math.min(Math.ceil((high + pad) / step) * step, data.most === undefined ? Infinity : data.most);

    function item(params, api) {
      const row = rows[api.value(0)];
      const y = api.coord([reference, api.value(0)])[1];
      if (row.value === null) {
        const x = api.coord([bottom, 0])[0];
        return { type: "text", x: x + 8, y: y, style: { text: "∅ " + row.note, fill: MUTED, textVerticalAlign: "middle", font: "13px " + FONT } };
      }
      const at = (v) => api.coord([v, 0])[0];
      const center = row.ref === undefined ? reference : row.ref;
      const isHigh = row.lo !== null && row.lo > center;
      const isLow = row.hi !== null && row.hi < center;
      const color = isHigh === isLow ? INK : (isHigh === !data.highIsGood) ? ORANGE : BLUE;
      const x = at(row.value);
      const children = [];
      if (row.q1 !== undefined && row.q1 !== null && row.q3 !== null) {
        children.push({ type: "rect", shape: { x: at(row.q1), y: y - 8, width: at(row.q3) - at(row.q1), height: 16 }, style: { fill: "var(--band)" } });
      }
      if (row.ref !== undefined && row.ref !== null) {
        children.push({ type: "line", shape: { x1: at(row.ref), y1: y - 10, x2: at(row.ref), y2: y + 10 }, style: { stroke: MUTED, lineWidth: 2 } });
      }
      if (row.lo !== null && row.hi !== null) {
        const stroke = { stroke: color, lineWidth: 2 };
        children.push({ type: "line", shape: { x1: at(row.lo), y1: y, x2: at(row.hi), y2: y }, style: stroke });
        children.push({ type: "line", shape: { x1: at(row.lo), y1: y - 5, x2: at(row.lo), y2: y + 5 }, style: stroke });
        children.push({ type: "line", shape: { x1: at(row.hi), y1: y - 5, x2: at(row.hi), y2: y + 5 }, style: stroke });
      }
      const fill = { fill: color, stroke: "var(--paper)", lineWidth: 1.5 };
      children.push(
        isHigh ? { type: "polygon", shape: { points: [[x, y - 8], [x + 8, y + 6], [x - 8, y + 6]] }, style: fill }
        : isLow ? { type: "polygon", shape: { points: [[x, y + 8], [x + 8, y - 6], [x - 8, y - 6]] }, style: fill }
        : { type: "circle", shape: { cx: x, cy: y, r: 6.5 }, style: fill });
      return { type: "group", children };
    }

    const area = margin
      ? { silent: true, itemStyle: { color: "var(--band)" }, label: { show: true, position: "top", color: MUTED, fontSize: 11, fontFamily: FONT, formatter: data.marginLabel }, data: [[{ xAxis: reference - margin }, { xAxis: reference + margin }]] }
      : undefined;
    return base({
      grid: { left: 8, right: 24, top: 28, bottom: 44, containLabel: true },
      xAxis: axis({
        type: "value", min: bottom, max: top, interval: step,
        name: data.lowLabel ? "← " + data.lowLabel + "      " + data.unit + "      " + data.highLabel + " →" : data.unit,
        nameLocation: "middle", nameGap: 28,
        axisLabel: Object.assign(plain(12), { formatter: (v) => (data.lowLabel && v > 0 ? "+" : "") + Evenstar.number(v, step < 1 ? (step < 0.1 ? 2 : 1) : 0) }),
      }),
      yAxis: axis({ type: "category", inverse: true, data: rows.map((row) => row.name), axisLabel: Object.assign(plain(13), { color: INK, width: narrow() ? 96 : 220, overflow: "break" }), splitLine: { show: false } }),
      series: [
        {
          type: "custom", renderItem: item, clip: false, emphasis: { disabled: true },
          data: rows.map((row, i) => [i, row.value === null ? reference : row.value]), encode: { x: 1, y: 0 },
          markArea: area,
          markLine: data.noReference ? undefined : { silent: true, symbol: "none", label: { show: false }, lineStyle: { color: MUTED, type: "solid", width: 1 }, data: [{ xAxis: reference }] },
          tooltip: {
            formatter: (p) => {
              const row = rows[p.dataIndex];
              const name = row.fullName || row.name;
              return row.value === null ? name + "\n" + row.note
                : name + "\n" + Evenstar.number(row.value, digits) + " (95 %: " + (row.lo === null ? "—" : Evenstar.number(row.lo, digits) + " … " + Evenstar.number(row.hi, digits)) + ")\nn = " + row.n;
            },
          },
        },
      ],
    });
  }

  function limit(name, points, dash) {
    return { type: "line", name, data: points, symbol: "none", smooth: 0.2, lineStyle: { color: MUTED, width: 1.2, type: dash }, itemStyle: { color: MUTED }, emphasis: { disabled: true }, tooltip: { show: false } };
  }

  function legend(names) {
    return { top: 0, left: 0, itemWidth: 26, textStyle: plain(12), data: names, selectedMode: false };
  }

  /** Ratios against their expected number, inside limits that narrow with it. */
  function funnel(data) {
    const points = data.points.slice().sort((a, b) => a.x - b.x);
    const line = (key) => points.map((p) => [p.x, p[key]]);
    const isOut = (p) => p.y > p.hi998 || p.y < p.lo998;
    const many = points.length > 30; // then only what stands out has its name beside it
    const mark = (p) => (p.y > p.hi998 ? { symbol: "triangle", color: ORANGE } : p.y < p.lo998 ? { symbol: "path://M0 0 L10 0 L5 9 Z", color: BLUE } : { symbol: "circle", color: INK });
    return base({
      grid: { left: 30, right: 60, top: 40, bottom: 40, containLabel: true },
      legend: legend([data.limit95, data.limit998]),
      xAxis: axis({ type: "value", scale: true, name: data.x, nameLocation: "middle", nameGap: 28, splitLine: { show: false } }),
      yAxis: axis({ type: "value", scale: true, name: data.y, nameLocation: "middle", nameRotate: 90, nameGap: 44 }),
      series: [
        limit(data.limit95, line("hi95"), "dashed"),
        limit(data.limit95, line("lo95"), "dashed"),
        limit(data.limit998, line("hi998"), "solid"),
        limit(data.limit998, line("lo998"), "solid"),
        {
          type: "scatter", emphasis: { disabled: true },
          data: points.map((p) => ({ value: [p.x, p.y], name: p.name, symbol: mark(p).symbol, symbolSize: isOut(p) ? 15 : many ? 6 : 11, label: { show: !many || isOut(p) }, itemStyle: { color: mark(p).color, borderColor: "var(--paper)", borderWidth: 1 } })),
          labelLayout: { hideOverlap: true },
          label: { show: true, position: "right", formatter: (p) => p.name, color: INK, fontSize: 12, fontFamily: FONT },
          markLine: { silent: true, symbol: "none", label: { show: false }, lineStyle: { color: MUTED, type: "solid", width: 1 }, data: [{ yAxis: 1 }] },
          tooltip: { formatter: (p) => p.name + "\n" + Evenstar.number(p.value[1], 2) },
        },
      ],
    });
  }

  /** Differences by period inside their limits, with declared events marked. */
  function drift(data) {
    const at = (key) => data.points.map((p) => p[key]);
    const isOut = (p) => p.hi998 !== null && (p.value > p.hi998 || p.value < p.lo998);
    const shape = (p) => (!isOut(p) ? { symbol: "circle", color: INK } : p.value > 0 ? { symbol: "triangle", color: ORANGE } : { symbol: "path://M0 0 L10 0 L5 9 Z", color: BLUE });
    return base({
      grid: { left: 8, right: 16, top: 34, bottom: 8, containLabel: true },
      legend: legend([data.limit95, data.limit998]),
      tooltip: Object.assign(base({}).tooltip, { trigger: "axis", axisPointer: { lineStyle: { color: MUTED } }, formatter: (all) => { const p = data.points[all[0].dataIndex]; return p.period + "\n" + data.value + ": " + (p.value === null ? "—" : signed(p.value)) + "\nn = " + p.n; } }),
      xAxis: axis({ type: "category", data: at("period"), splitLine: { show: false } }),
      yAxis: axis({ type: "value", axisLabel: Object.assign(plain(12), { formatter: (v) => Evenstar.number(v, 0) }) }),
      series: [
        limit(data.limit95, at("hi95"), "dashed"),
        limit(data.limit95, at("lo95"), "dashed"),
        limit(data.limit998, at("hi998"), "solid"),
        limit(data.limit998, at("lo998"), "solid"),
        {
          type: "line", emphasis: { disabled: true }, lineStyle: { color: INK, width: 1.6 }, itemStyle: { color: INK },
          data: data.points.map((p) => ({ value: p.value, symbol: shape(p).symbol, symbolSize: isOut(p) ? 12 : 7, itemStyle: { color: shape(p).color } })),
          markLine: {
            silent: true, symbol: "none",
            label: { color: MUTED, fontSize: 11, fontFamily: FONT, position: "insideEndTop", formatter: (p) => p.name },
            lineStyle: { color: MUTED, type: "dotted", width: 1.2 },
            data: data.events.filter((e) => at("period").includes(e.period)).map((e) => ({ xAxis: e.period, name: e.text })),
          },
        },
      ],
    });
  }

  /** Counts by bin; bins from the threshold upwards in the second colour. */
  function histogram(data) {
    const bins = data.bins;
    const isAbove = (bin) => data.threshold !== null && bin[0] >= data.threshold - 1e-9;
    return base({
      grid: { left: 8, right: 16, top: 30, bottom: 34, containLabel: true },
      tooltip: Object.assign(base({}).tooltip, { formatter: (p) => Evenstar.number(bins[p.dataIndex][0], 3) + " … " + Evenstar.number(bins[p.dataIndex][1], 3) + "\n" + data.y + ": " + bins[p.dataIndex][2] }),
      xAxis: axis({ type: "value", min: bins[0][0], max: bins[bins.length - 1][1], name: data.x, nameLocation: "middle", nameGap: 26, splitLine: { show: false } }),
      yAxis: axis({ type: "value", name: data.y, nameTextStyle: Object.assign(plain(12), { align: "left" }) }),
      series: [
        {
          type: "custom", emphasis: { disabled: true }, encode: { x: [0, 1], y: 2 }, data: bins,
          renderItem: (params, api) => {
            const bin = bins[params.dataIndex];
            const [a, b] = [api.coord([bin[0], bin[2]]), api.coord([bin[1], 0])];
            const shape = { x: a[0] + 0.5, y: a[1], width: Math.max(1, b[0] - a[0] - 1), height: b[1] - a[1] };
            return { type: "rect", shape, style: { fill: isAbove(bin) ? ORANGE : BLUE } };
          },
          markLine: data.threshold === null ? undefined : { silent: true, symbol: "none", lineStyle: { color: INK, type: "dashed", width: 1.5 }, label: { formatter: data.thresholdLabel + " " + Evenstar.number(data.threshold, 2), color: INK, fontSize: 12, fontFamily: FONT }, data: [{ xAxis: data.threshold }] },
        },
      ],
    });
  }

  /** A mean over time with its interval, beside the nation's. */
  function trend(data) {
    const points = data.points;
    return base({
      grid: { left: 8, right: 16, top: 34, bottom: 8, containLabel: true },
      legend: legend([data.name, data.nationName]),
      tooltip: Object.assign(base({}).tooltip, { trigger: "axis", axisPointer: { lineStyle: { color: MUTED } }, formatter: (all) => { const p = points[all[0].dataIndex]; return p.period + "\n" + data.name + ": " + (p.value === null ? data.absent : Evenstar.number(p.value, 2) + " (95 %: " + Evenstar.number(p.lo, 2) + " … " + Evenstar.number(p.hi, 2) + "), n = " + p.n) + (p.nation === null ? "" : "\n" + data.nationName + ": " + Evenstar.number(p.nation, 2)); } }),
      xAxis: axis({ type: "category", data: points.map((p) => p.period), splitLine: { show: false } }),
      yAxis: axis({ type: "value", scale: true, axisLabel: Object.assign(plain(12), { formatter: (v) => Evenstar.number(v, 1) }) }),
      series: [
        { type: "line", name: data.nationName, data: points.map((p) => p.nation), symbol: "none", lineStyle: { color: MUTED, width: 2, type: "dashed" }, itemStyle: { color: MUTED }, emphasis: { disabled: true } },
        { type: "line", name: data.name, data: points.map((p) => p.value), symbol: "circle", symbolSize: 8, lineStyle: { color: BLUE, width: 2 }, itemStyle: { color: BLUE }, emphasis: { disabled: true } },
        {
          type: "custom", emphasis: { disabled: true }, encode: { x: 0, y: [1, 2] }, tooltip: { show: false },
          data: points.map((p, i) => [i, p.lo === null ? "-" : p.lo, p.hi === null ? "-" : p.hi]),
          renderItem: (params, api) => {
            const [lo, hi] = [api.coord([api.value(0), api.value(1)]), api.coord([api.value(0), api.value(2)])];
            return isNaN(lo[1]) ? null : { type: "line", shape: { x1: lo[0], y1: lo[1], x2: hi[0], y2: hi[1] }, style: { stroke: BLUE, lineWidth: 2 } };
          },
        },
      ],
    });
  }

  /** Shares of a place beside the nation's. */
  function bars(data) {
    return base({
      grid: { left: 8, right: 16, top: 34, bottom: 8, containLabel: true },
      legend: legend([data.name, data.nationName]),
      tooltip: Object.assign(base({}).tooltip, { trigger: "axis", axisPointer: { type: "none" }, formatter: (all) => all[0].name + all.map((p) => "\n" + p.seriesName + ": " + (p.value === null || p.value === undefined ? data.absent : Evenstar.number(p.value, 1) + " %")).join("") }),
      xAxis: axis({ type: "category", data: data.labels, splitLine: { show: false } }),
      yAxis: axis({ type: "value", axisLabel: Object.assign(plain(12), { formatter: (v) => v + " %" }) }),
      series: [
        { type: "bar", name: data.name, data: data.values, itemStyle: { color: BLUE }, emphasis: { disabled: true }, barGap: "8%", label: { show: !narrow(), position: "top", color: INK, fontSize: 12, fontFamily: FONT, formatter: (p) => (p.value === null ? "" : Evenstar.number(p.value, 1)) } },
        { type: "bar", name: data.nationName, data: data.nation, itemStyle: { color: "var(--band)", borderColor: MUTED, borderWidth: 1 }, emphasis: { disabled: true } },
      ],
    });
  }

  const drawn = [];

  function draw(figure) {
    const plot = figure.querySelector(".plot");
    const chart = echarts.init(plot, null, { renderer: "svg" });
    const data = Evenstar.data(figure);
    chart.setOption(kinds[figure.dataset.kind](data));
    drawn.push({ chart, figure, data });
  }

  const figures = Array.from(document.querySelectorAll("figure.chart"));
  // What is out of sight is drawn when it comes near, and all of it before printing.
  const seen = new IntersectionObserver(
    (entries) => entries.forEach((entry) => entry.isIntersecting && once(entry.target)),
    { rootMargin: "400px" },
  );

  function once(figure) {
    seen.unobserve(figure);
    if (!figure.dataset.drawn) {
      figure.dataset.drawn = "yes";
      draw(figure);
    }
  }

  figures.forEach((figure) => seen.observe(figure));

  function fit() {
    drawn.forEach(({ chart, figure, data }) => {
      chart.resize();
      chart.setOption(kinds[figure.dataset.kind](data));
    });
  }

  let later = 0;
  addEventListener("resize", () => {
    clearTimeout(later);
    later = setTimeout(fit, 120);
  });
  addEventListener("beforeprint", () => {
    figures.forEach(once);
    fit();
  });
  addEventListener("afterprint", fit);
  Evenstar.drawAll = () => figures.forEach(once);
})();
