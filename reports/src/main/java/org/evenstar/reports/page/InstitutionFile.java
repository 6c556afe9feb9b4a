package org.evenstar.reports.page;

import java.util.List;
import org.evenstar.reports.release.Row;

/** All that a release holds of one institution; the only thing its page is made of. */
record InstitutionFile(
    String code,
    Row peerGroup,
    List<Row> standing,
    List<Row> next,
    List<Row> scores,
    List<Row> nearest,
    List<Row> changes) {
  InstitutionFile {
    standing = List.copyOf(standing);
    next = List.copyOf(next);
    scores = List.copyOf(scores);
    nearest = List.copyOf(nearest);
    changes = List.copyOf(changes);
  }
}
