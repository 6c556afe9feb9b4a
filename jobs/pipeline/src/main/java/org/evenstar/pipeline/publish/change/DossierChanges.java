package org.evenstar.pipeline.publish.change;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.publish.Texts;
import org.evenstar.pipeline.publish.change.ReleaseChanges.Kind;
import org.evenstar.pipeline.publish.trace.CellDossiers;
import org.evenstar.schemas.dataset.DatasetSchema;
import org.jspecify.annotations.Nullable;

/** The dossiers that differ between two releases, and which rows they touch. */
final class DossierChanges {
  /** Above so many, rows are told every kind that occurs and not the ones of their own dossiers. */
  private static final int LOOKED_AT = 5000;

  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final List<Changed> dossiers = new ArrayList<>();

  private record Changed(
      Kind kind, Map<String, @Nullable String> before, Map<String, @Nullable String> after) {}

  /** Dossiers are not known, as to a tier that has none. */
  DossierChanges() {}

  /** Compares the tables {@code former_row} and {@code later_row}, which hold {@code dossier}. */
  DossierChanges(Engine engine, RowPairs pairs) {
    try (Rows rows = engine.query(pairs.query())) {
      while (rows.next()) {
        Kind kind = kind(pairs, rows);
        counts.merge(kind, 1L, Long::sum);
        if (dossiers.size() < LOOKED_AT) {
          dossiers.add(new Changed(kind, side(pairs, rows, true), side(pairs, rows, false)));
        }
      }
    }
  }

  private static Kind kind(RowPairs pairs, Rows rows) {
    return switch (pairs.what(rows)) {
      case "ADDED" -> Kind.NEW_DOSSIERS;
      case "REMOVED" -> Kind.REMOVED_DOSSIERS;
      default -> pairs.differs(rows, "revision") ? Kind.REVISED_DOSSIERS : Kind.CHANGED_DOSSIERS;
    };
  }

  private static Map<String, @Nullable String> side(RowPairs pairs, Rows rows, boolean isBefore) {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    for (DatasetSchema.Column column : pairs.columns()) {
      if (CellDossiers.COLUMNS.contains(column.name())) {
        int at = isBefore ? pairs.before(column.name()) : pairs.after(column.name());
        values.put(column.name(), Texts.of(rows, at, column.type()));
      }
    }
    return values;
  }

  /** How many dossiers differ, by kind. */
  Map<Kind, Long> counts() {
    return counts;
  }

  /** The kinds of change of the dossiers behind a row. */
  List<Kind> touching(CellDossiers cell) {
    if (counts.values().stream().mapToLong(Long::longValue).sum() > LOOKED_AT) {
      return List.copyOf(counts.keySet());
    }
    TreeSet<Kind> kinds = new TreeSet<>();
    for (Changed dossier : dossiers) {
      if (!kinds.contains(dossier.kind())
          && ((dossier.kind() != Kind.NEW_DOSSIERS && cell.has(dossier.before()))
              || (dossier.kind() != Kind.REMOVED_DOSSIERS && cell.has(dossier.after())))) {
        kinds.add(dossier.kind());
      }
    }
    return List.copyOf(kinds);
  }
}
