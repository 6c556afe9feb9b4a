package org.evenstar.reports.page;

import static org.evenstar.reports.block.Grid.Column.number;
import static org.evenstar.reports.block.Grid.Column.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.evenstar.reports.block.Block;
import org.evenstar.reports.block.Cell;
import org.evenstar.reports.block.Code;
import org.evenstar.reports.block.Gap;
import org.evenstar.reports.block.Grid;
import org.evenstar.reports.block.Heading;
import org.evenstar.reports.block.Prose;

/** For analysts: what is in the release, what each column means, how to load it, how it is made. */
final class AnalystPages {
  private static final List<String> METHODS =
      List.of("index", "interval", "shrunken", "severity", "signal", "disclosure", "fixed");

  private final Site site;

  AnalystPages(Site site) {
    this.site = site;
  }

  void forEach(Consumer<Page> writer) {
    writer.accept(index());
    writer.accept(codebook());
  }

  private Page index() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Prose(
            site.t(
                "analyst.intro",
                "release",
                site.manifest().releaseId(),
                "engine",
                site.manifest().engine(),
                "code",
                site.manifest().codeVersion())));
    blocks.add(new Heading("catalogue", site.t("analyst.catalogue")));
    List<Path> files = site.release().files();
    blocks.add(files.isEmpty() ? new Gap(site.t("analyst.empty"), "") : catalogue(files));
    blocks.add(new Heading("load", site.t("analyst.load")));
    blocks.add(new Prose(site.t("analyst.load.explained")));
    blocks.add(new Code("DuckDB", "select * from 'policy/benchmark.parquet';"));
    blocks.add(new Code("Spark", "spark.read.parquet(\"policy/benchmark.parquet\")"));
    blocks.add(new Code("R", "arrow::read_parquet(\"policy/benchmark.parquet\")"));
    blocks.add(new Code("Python", "pandas.read_parquet(\"policy/benchmark.parquet\")"));
    blocks.add(new Code("Excel", site.t("analyst.excel")));
    blocks.add(new Heading("methods", site.t("analyst.methods")));
    METHODS.forEach(method -> blocks.add(new Prose(site.t("analyst.method." + method))));
    return new Page("analyst/index.html", site.t("analyst.title"), "analyst", "PUBLIC", blocks);
  }

  private Grid catalogue(List<Path> files) {
    List<Grid.Line> lines = new ArrayList<>();
    for (Path file : files) {
      String tier = file.getName(0).toString();
      String name = file.getFileName().toString().replace(".csv", "");
      Long rows = site.manifest().rows().get(tier + "/" + name);
      OptionalDouble count =
          rows == null ? OptionalDouble.empty() : OptionalDouble.of((double) rows);
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.link(name, "codebook.html#" + Codebook.anchor(name)),
                  Cell.of(Codebook.of(name).title(site.language())),
                  Cell.of(site.t("tier.name." + tier)),
                  Numbers.whole(site, count),
                  Cell.of(file.toString().replace('\\', '/')))));
    }
    return new Grid(
        "catalogue-table",
        site.t("analyst.catalogue.title"),
        site.basis(
            site.figures().whole(files.size()), site.manifest().asOf(), site.t("method.manifest")),
        false,
        List.of(
            text(site.t("col.dataset")),
            text(site.t("col.title")),
            text(site.t("col.tier")),
            number(site.t("col.rows")),
            text(site.t("col.file"))),
        lines);
  }

  private Page codebook() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Prose(site.t("codebook.intro")));
    for (Path file : site.release().files()) {
      String name = file.getFileName().toString().replace(".csv", "");
      if (blocks.stream()
          .noneMatch(block -> block instanceof Heading h && h.id().equals(Codebook.anchor(name)))) {
        blocks.add(new Heading(Codebook.anchor(name), name));
        blocks.add(columns(name));
      }
    }
    return new Page("analyst/codebook.html", site.t("codebook.title"), "analyst", "PUBLIC", blocks);
  }

  private String unit(String unit) {
    String key = unit.replaceAll("[^A-Za-z0-9]+", "_");
    return site.texts().has("unit." + key) ? site.t("unit." + key) : unit;
  }

  private Grid columns(String dataset) {
    Codebook codebook = Codebook.of(dataset);
    List<Grid.Line> lines = new ArrayList<>();
    List<String> columns =
        site.release().stream(dataset)
            .map(
                rows -> {
                  try (rows) {
                    return rows.columns();
                  }
                })
            .orElse(List.of());
    for (String column : columns) {
      lines.add(
          new Grid.Line(
              "",
              List.of(
                  Cell.of(column),
                  Cell.of(codebook.type(column)),
                  Cell.of(unit(codebook.unit(column))),
                  Cell.of(codebook.describe(column, site.language())))));
    }
    return new Grid(
        "columns-" + PageNames.of(dataset),
        codebook.title(site.language()),
        site.t(
            "codebook.basis",
            "grain",
            codebook.grain(site.language()),
            "release",
            site.manifest().releaseId()),
        true,
        List.of(
            text(site.t("col.column")),
            text(site.t("col.type")),
            text(site.t("col.unit")),
            text(site.t("col.meaning"))),
        lines);
  }
}
