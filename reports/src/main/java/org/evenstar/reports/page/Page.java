package org.evenstar.reports.page;

import java.util.List;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Heading;

/**
 * One page in one language.
 *
 * @param path of the file below the language's folder, such as {@code association/index.html}
 * @param section which entry of the navigation it belongs to
 * @param tier who may read it, as a key of the texts
 * @param blocks what stands on it, in order
 */
public record Page(String path, String title, String section, String tier, List<Block> blocks) {
  public Page {
    blocks = List.copyOf(blocks);
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
