package org.evenstar.pipeline;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.INT;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.nio.file.Path;
import java.util.Objects;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.landing.Reasons;
import org.evenstar.landing.decode.RegionTable;
import org.evenstar.pipeline.calibrate.CheckName;
import org.evenstar.schemas.config.Body;
import org.evenstar.schemas.config.CheckSettings;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.OrganisationTypes;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Sectors;
import org.jspecify.annotations.Nullable;

/** The names of every code in a release, in Chinese and English: dataset {@code label}. */
final class Labels {
  private final TableFile table =
      new TableFile("label")
          .columns(TEXT, "kind", "code", "name_zh", "name_en", "parent")
          .column("position", INT)
          .column("weight", BIGINT);
  private int position;

  private Labels() {}

  static void register(RunConfig config, Engine engine, Path folder) {
    Labels labels = new Labels();
    labels.config(config);
    labels.regions(engine, RegionTable.of(config.regionsFile()));
    labels.table.register(engine, folder);
  }

  private void add(String kind, String code, LocalText name, @Nullable String parent, int weight) {
    table.row(kind, code, name.zh(), name.en(), parent, ++position, weight);
  }

  private void config(RunConfig config) {
    for (Body body : config.bodies()) {
      add("body", body.bodyId(), body.name(), null, 1);
    }
    for (Sectors.Sector sector : config.sectors().sectors()) {
      add("sector", sector.sectorId(), sector.name(), null, 1);
    }
    for (OrganisationTypes.OrganisationType type : config.organisationTypes().types()) {
      add("organisation_type", type.organisationType(), type.name(), null, 1);
    }
    for (Model.Domain domain : config.model().domains()) {
      add("domain", domain.domainId(), domain.name(), null, domain.weight());
    }
    for (Model.Indicator indicator : config.model().indicators()) {
      add(
          "indicator",
          indicator.indicatorId(),
          indicator.name(),
          indicator.domainId(),
          indicator.weight());
    }
    for (CheckName check : CheckName.values()) {
      add("check", check.id(), check.title(), null, 1);
    }
    for (CheckSettings.Rule rule : config.checks().rules()) {
      add("check", rule.checkId(), rule.title(), null, 1);
    }
    for (Reasons.Reason reason : Reasons.all()) {
      add("reason", reason.code(), reason.title(), reason.severity().name(), 1);
    }
  }

  private void regions(Engine engine, RegionTable names) {
    try (Rows rows =
        engine.query(
            "select distinct region_level, member_code from region_member where member_code <> '*'"
                + " order by region_level, member_code")) {
      while (rows.next()) {
        String code = Objects.requireNonNull(rows.textAt(1));
        String zh = names.nameOf(code);
        String en = names.englishNameOf(code);
        add(
            "region",
            code,
            new LocalText(zh == null ? code : zh, en != null ? en : zh == null ? code : zh),
            rows.textAt(0),
            1);
      }
    }
  }
}
