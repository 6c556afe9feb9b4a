package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A hand-written table region × sector, each institution with its own owner. */
final class SmallTables {

  static final Dimension REGION = Dimension.flat("region", "*", List.of("A", "B", "C"));
  static final Dimension SECTOR = Dimension.flat("sector", "*", List.of("X", "Y", "Z"));
  static final List<Dimension> DIMENSIONS = List.of(REGION, SECTOR);
  static final TableSpec TABLE = RandomTables.table("region-sector", REGION, SECTOR);

  private SmallTables() {}

  /** Institutions by row A, B, C and column X, Y, Z. */
  static List<Contribution> institutions(int[][] counts) {
    List<Contribution> institutions = new ArrayList<>();
    for (int r = 0; r < counts.length; r++) {
      for (int s = 0; s < counts[r].length; s++) {
        String region = "ABC".substring(r, r + 1);
        String sector = "XYZ".substring(s, s + 1);
        for (int i = 0; i < counts[r][s]; i++) {
          institutions.add(
              new Contribution(
                  region + sector + i,
                  "",
                  Map.of("region", region, "sector", sector),
                  OptionalLong.of(500_000 + 10_000L * i)));
        }
      }
    }
    return institutions;
  }

  static LinkedTablesBuilder builder(int[][] counts) {
    return new Tabulation(DIMENSIONS).link(List.of(TABLE), institutions(counts));
  }

  static LinkedTables link(int[][] counts) {
    return builder(counts).build();
  }

  static CellKey key(String region, String sector) {
    return CellKey.of("region", region, "sector", sector);
  }

  static Decisions suppress(LinkedTables tables) {
    return Suppressor.suppress(tables, DisclosureRules.DEFAULT, SuppressionRequest.NONE);
  }
}
