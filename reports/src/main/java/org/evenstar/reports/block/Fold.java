package org.evenstar.reports.block;

import java.util.List;

/**
 * Blocks behind one line, shown when asked for; a link to its anchor opens it.
 *
 * @param id anchor of deep links
 * @param onPaper whether it stands open in print
 */
public record Fold(String id, String summary, boolean onPaper, List<Block> blocks)
    implements Block {
  public Fold {
    blocks = List.copyOf(blocks);
  }
}
