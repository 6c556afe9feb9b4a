package org.evenstar.pipeline.benchmark;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.INT;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.TableFile;
import org.evenstar.schemas.config.BenchmarkSettings;
import org.evenstar.schemas.config.DisclosureSettings;
import org.evenstar.schemas.config.RunConfig;

/**
 * Who an institution's peers are, as tables for the SQL: the rules from the narrowest, what each
 * keeps, and from how many others on anything is told.
 */
final class PeerRules {
  private static final Set<String> TRAITS = Set.of("organisation_type", "sector");

  private final Engine engine;
  private final Path folder;
  private final RunConfig config;
  private final CellKeys keys;

  PeerRules(Engine engine, Path folder, RunConfig config, CellKeys keys) {
    this.engine = engine;
    this.folder = folder;
    this.config = config;
    this.keys = keys;
  }

  /** Registers {@code peer_rule}, {@code peer_region} and {@code peer_limit}. */
  void register() {
    TableFile rules =
        new TableFile("peer_rule")
            .column("rule_step", INT)
            .column("rule", TEXT)
            .columns(BIGINT, "by_organisation_type", "by_sector")
            .column("region_level", TEXT);
    List<List<String>> declared = declared();
    for (int step = 0; step < declared.size(); step++) {
      List<String> rule = declared.get(step);
      rules.row(
          step,
          String.join(",", rule),
          rule.contains("organisation_type") ? 1 : 0,
          rule.contains("sector") ? 1 : 0,
          rule.stream().filter(level -> !TRAITS.contains(level)).findFirst().orElse(null));
    }
    rules.register(engine, folder);
    regions();
    limits();
  }

  private List<List<String>> declared() {
    BenchmarkSettings settings = config.benchmark();
    if (!settings.peerRules().isEmpty()) {
      return settings.peerRules().stream().distinct().toList();
    }
    String level = config.regionsFile() == null ? "unit37" : "region";
    return List.of(
        List.of("organisation_type", "sector", level),
        List.of("organisation_type", "sector"),
        List.of("sector"),
        List.of());
  }

  private void regions() {
    TableFile regions =
        new TableFile("peer_region")
            .column("region_leaf_no", BIGINT)
            .columns(TEXT, "region_level", "region_code")
            .column("cell_part", BIGINT);
    try (Rows rows =
        engine.query(
            "select region_leaf_no, cell_part from region_leaf_member where cell_part > 0"
                + " order by region_leaf_no, cell_part")) {
      while (rows.next()) {
        CellKeys.Region region = keys.region(rows.longAt(1));
        regions.row(rows.longAt(0), region.level(), region.code(), rows.longAt(1));
      }
    }
    regions.register(engine, folder);
  }

  private void limits() {
    DisclosureSettings.Tier tier = config.disclosure().tier("institution");
    int minPeers = config.benchmark().minPeers();
    new TableFile("peer_limit")
        .columns(BIGINT, "min_peers", "least_n", "shown_n", "nearest_n", "star_steps")
        .column("rule_version", TEXT)
        .row(
            minPeers,
            tier.minN(),
            Math.max(minPeers, tier.minNQuartiles()),
            config.benchmark().nearestN(),
            config.model().stars().highest() - config.model().stars().lowest(),
            config.benchmark().peerRuleVersion())
        .register(engine, folder);
  }
}
