package org.evenstar.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Chart;
import org.evenstar.reports.block.DotRange;
import org.evenstar.reports.block.Fold;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Matrix;
import org.evenstar.reports.block.OwnTable;
import org.evenstar.reports.block.Picker;
import org.evenstar.reports.block.TileMap;
import org.evenstar.reports.block.WhatIf;

/**
 * One page in one language.
 *
 * @param path of the file below the language's folder, such as {@code association/index.html}
 * @param section which entry of the navigation it belongs to
 * @param tier who may read it, as a key of the texts
 * @param institution code of the institution whose private page it is; empty for all others
 * @param blocks what stands on it, in order
 */
public record Page(
    String path,
    String title,
    String section,
    String tier,
    String institution,
    List<Block> blocks) {
  public Page {
    blocks = List.copyOf(blocks);
  }

  /** A page that is no institution's own. */
  public Page(String path, String title, String section, String tier, List<Block> blocks) {
    this(path, title, section, tier, "", blocks);
  }

  /** The scripts that the page's blocks need, in the order they run. */
  public List<String> scripts() {
    List<String> out = new ArrayList<>();
    if (has(Chart.class)) {
      out.add("echarts.min.js");
    }
    out.add("site.js");
    if (hasSearch()) {
      out.add("search.js");
    }
    if (has(Grid.class) || has(Chart.class) || has(OwnTable.class)) {
      out.add("tables.js");
    }
    if (has(Chart.class)) {
      out.add("charts.js");
    }
    if (has(Chart.class) || has(TileMap.class) || has(Matrix.class) || has(DotRange.class)) {
      out.add("export.js");
    }
    if (has(OwnTable.class)) {
      out.add("owntable.js");
    }
    if (has(TileMap.class)) {
      out.add("map.js");
    }
    if (has(Picker.class)) {
      out.add("picker.js");
    }
    if (has(WhatIf.class)) {
      out.add("whatif.js");
    }
    return List.copyOf(out);
  }

  /** What kind of page it is, for its look on paper: the first word of its file's name. */
  public String kind() {
    return path.substring(path.lastIndexOf('/') + 1).split("[-.]", 2)[0];
  }

  /** Whether the page leads to all others: not one that is handed to an institution or a body. */
  public boolean hasSearch() {
    return institution.isEmpty() && !tier.equals("BODY");
  }

  private boolean has(Class<? extends Block> kind) {
    return has(blocks, kind);
  }

  private static boolean has(List<Block> blocks, Class<? extends Block> kind) {
    return blocks.stream()
        .anyMatch(
            block ->
                kind.isInstance(block) || (block instanceof Fold fold && has(fold.blocks(), kind)));
  }

  /** The sections, for the page's contents. */
  public List<Heading> headings() {
    return blocks.stream().filter(Heading.class::isInstance).map(Heading.class::cast).toList();
  }

  /** Whether the page's contents stand before this block: at the first of several sections. */
  public boolean opensContents(Block block) {
    List<Heading> headings = headings();
    return headings.size() > 2 && headings.size() < 16 && headings.get(0) == block;
  }

  /** From this page to the folder that holds all languages: {@code ../} as often as needed. */
  public String root() {
    return "../".repeat(1 + (int) path.chars().filter(c -> c == '/').count());
  }
}
