package org.evenstar.pipeline.benchmark;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.TEXT;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.TableFile;
import org.evenstar.schemas.config.BenchmarkSettings;
import org.evenstar.schemas.config.Model;

/**
 * The number of every benchmark cell: a mixed-radix number over region, sector, organisation type,
 * applied star, awarded star, measure and period, where digit 0 stands for all.
 *
 * <p>A cell is then one BIGINT, the sum of one addend a dimension: SQL groups by one number instead
 * of ten texts, and a cross is the addends it keeps. Which crosses are kept is data.
 */
public final class CellKeys {
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final String ALL = "*";

  private final Engine engine;
  private final Path folder;
  private final BenchmarkSettings settings;
  private final Model model;
  private final List<String> sectors;
  private final List<String> types;
  private final List<String> appliedStars;
  private final List<String> awardedStars;
  private final List<Region> regions = new ArrayList<>();
  private final List<Measure> measures = new ArrayList<>();
  private final BenchmarkPeriods periods;
  private final long[] addends = new long[7];

  /** A region as a cell shows it. */
  public record Region(String level, String code) {}

  /**
   * A measure.
   *
   * @param part position of the domain or indicator in the model, null for the others
   */
  private record Measure(String kind, String id, @org.jspecify.annotations.Nullable Integer part) {}

  /** What a cell's number stands for. */
  public record Cell(
      Region region,
      String sectorId,
      String organisationType,
      String appliedStar,
      String awardedStar,
      String periodKind,
      String period,
      String measureKind,
      String measureId) {

    /** Whether the cell is of a region and a sector alone, as populations are known. */
    boolean isRegionAndSector() {
      return organisationType.equals(ALL) && appliedStar.equals(ALL) && awardedStar.equals(ALL);
    }

    /** Sets a row's columns of the cell, without its measure. */
    void writeWhole(TableRow out) {
      out.text("region_level", region.level());
      out.text("region_code", region.code());
      out.text("sector_id", sectorId);
      out.text("organisation_type", organisationType);
      out.text("applied_star", appliedStar);
      out.text("awarded_star", awardedStar);
      out.text("period_kind", periodKind);
      out.text("period", period);
    }

    /** Sets a row's columns of the cell and its measure. */
    public void write(TableRow out) {
      writeWhole(out);
      out.text("measure_kind", measureKind);
      out.text("measure_id", measureId);
    }
  }

  /**
   * Reads the codes met in {@code dossier}, {@code region_member} and {@code period_member}.
   *
   * @throws IllegalArgumentException when there are more cells than 64 bits can number
   */
  public CellKeys(Engine engine, Path folder, BenchmarkSettings settings, Model model) {
    this.engine = engine;
    this.folder = folder;
    this.settings = settings;
    this.model = model;
    sectors = codes("sector_id");
    types = codes("organisation_type");
    appliedStars = codes("coalesce(cast(applied_star as string), 'NONE')");
    awardedStars = codes("coalesce(cast(awarded_star as string), 'NONE')");
    try (Rows rows =
        engine.query(
            "select distinct region_level, member_code from region_member"
                + " order by region_level, member_code")) {
      regions.add(new Region("nation", ALL));
      while (rows.next()) {
        Region region = new Region(text(rows, 0), text(rows, 1));
        if (!region.level().equals("nation")) {
          regions.add(region);
        }
      }
    }
    addMeasures();
    periods = new BenchmarkPeriods(engine, folder);
    number();
  }

  private List<String> codes(String expression) {
    List<String> codes = new ArrayList<>(List.of(ALL));
    try (Rows rows =
        engine.query("select distinct " + expression + " as code from dossier order by code")) {
      while (rows.next()) {
        codes.add(text(rows, 0));
      }
    }
    return codes;
  }

  private void addMeasures() {
    measures.add(new Measure(ALL, ALL, null));
    for (String kind : settings.measures().stream().distinct().toList()) {
      switch (kind) {
        case "domain" -> {
          for (int i = 0; i < model.domains().size(); i++) {
            measures.add(new Measure(kind, model.domains().get(i).domainId(), i));
          }
        }
        case "indicator" -> {
          for (int i = 0; i < model.indicators().size(); i++) {
            measures.add(new Measure(kind, model.indicators().get(i).indicatorId(), i));
          }
        }
        default -> measures.add(new Measure(kind, kind, null));
      }
    }
  }

  /** Sets what one step of each digit adds; the period is the lowest digit, then the measure. */
  private void number() {
    int[] radices = {
      periods.size(),
      measures.size(),
      awardedStars.size(),
      appliedStars.size(),
      types.size(),
      sectors.size(),
      regions.size()
    };
    BigInteger addend = BigInteger.ONE;
    for (int i = 0; i < radices.length; i++) {
      addends[i] = addend.longValueExact();
      addend = addend.multiply(BigInteger.valueOf(radices[i]));
      if (addend.compareTo(LARGEST) > 0) {
        throw new IllegalArgumentException(
            "Cannot number the benchmark cells: "
                + addend
                + " cells do not fit 64 bits; keep fewer periods, measures or codes");
      }
    }
  }

  /** Registers the addends, the crosses and the rolled-up regions and periods. */
  public void register() {
    codeTable("awarded_star_key", awardedStars, addends[2]);
    codeTable("applied_star_key", appliedStars, addends[3]);
    codeTable("organisation_type_key", types, addends[4]);
    codeTable("sector_key", sectors, addends[5]);
    TableFile measureTable =
        new TableFile("benchmark_measure")
            .column("measure_no", BIGINT)
            .columns(TEXT, "measure_kind", "measure_id")
            .columns(BIGINT, "part_no", "cell_part");
    for (int i = 1; i < measures.size(); i++) {
      Measure measure = measures.get(i);
      measureTable.row(i, measure.kind(), measure.id(), measure.part(), i * addends[1]);
    }
    measureTable.register(engine, folder);
    new TableFile("cell_radix")
        .columns(
            BIGINT,
            "period_radix",
            "measure_radix",
            "applied_star_radix",
            "organisation_type_radix",
            "sector_radix")
        .row(addends[1], addends[2], addends[3], addends[4], addends[5])
        .register(engine, folder);
    periods.register();
    registerCuts();
    registerRegions();
  }

  private void codeTable(String table, List<String> codes, long addend) {
    TableFile file = new TableFile(table).column("code", TEXT).column("cell_part", BIGINT);
    for (int i = 1; i < codes.size(); i++) {
      file.row(codes.get(i), i * addend);
    }
    file.register(engine, folder);
  }

  /** Every cross is counted from a widest one that holds its dimensions; a widest from itself. */
  private void registerCuts() {
    TableFile cuts =
        new TableFile("benchmark_cut")
            .columns(
                BIGINT,
                "cut_no",
                "wide_cut_no",
                "by_region",
                "by_sector",
                "by_organisation_type",
                "by_applied_star",
                "by_awarded_star");
    Set<Set<String>> distinct = new LinkedHashSet<>(List.of(Set.of()));
    settings.cuts().forEach(cut -> distinct.add(Set.copyOf(cut)));
    List<Set<String>> kept = List.copyOf(distinct);
    for (int i = 0; i < kept.size(); i++) {
      Set<String> cut = kept.get(i);
      cuts.row(
          i,
          kept.indexOf(widest(cut, kept)),
          keeps(cut, "region"),
          keeps(cut, "sector"),
          keeps(cut, "organisation_type"),
          keeps(cut, "applied_star"),
          keeps(cut, "awarded_star"));
    }
    cuts.register(engine, folder);
  }

  /** The cross with the fewest dimensions among the widest that hold this one's. */
  private static Set<String> widest(Set<String> cut, List<Set<String>> cuts) {
    return cuts.stream()
        .filter(wide -> wide.containsAll(cut))
        .filter(
            wide ->
                cuts.stream()
                    .noneMatch(more -> more.size() > wide.size() && more.containsAll(wide)))
        .min(Comparator.comparingInt(Set::size))
        .orElseThrow();
  }

  private static int keeps(Set<String> cut, String dimension) {
    return cut.contains(dimension) ? 1 : 0;
  }

  /** Regions with the same members are one leaf: counties of a prefecture, when that is finest. */
  private void registerRegions() {
    Map<Region, Long> numbers = new java.util.HashMap<>();
    for (int i = 0; i < regions.size(); i++) {
      numbers.put(regions.get(i), i * addends[6]);
    }
    Map<String, List<Long>> members = new TreeMap<>();
    try (Rows rows =
        engine.query("select region_code, region_level, member_code from region_member")) {
      while (rows.next()) {
        Region region = new Region(text(rows, 1), text(rows, 2));
        List<Long> of = members.computeIfAbsent(text(rows, 0), code -> new ArrayList<>());
        if (!region.level().equals("nation")) {
          of.add(Objects.requireNonNull(numbers.get(region)));
        }
      }
    }
    Map<List<Long>, Integer> leaves = new java.util.HashMap<>();
    TableFile leaf =
        new TableFile("region_leaf").column("region_code", TEXT).column("region_leaf_no", BIGINT);
    TableFile member =
        new TableFile("region_leaf_member").columns(BIGINT, "region_leaf_no", "cell_part");
    member.row(0, 0);
    members.forEach(
        (code, of) -> {
          List<Long> sorted = of.stream().sorted().toList();
          Integer known = leaves.get(sorted);
          int no = known == null ? leaves.size() + 1 : known;
          if (known == null) {
            leaves.put(sorted, no);
            sorted.forEach(part -> member.row(no, part));
          }
          leaf.row(code, no);
        });
    leaf.register(engine, folder);
    member.register(engine, folder);
  }

  /** What a cell's number stands for. */
  public Cell cell(long key) {
    BenchmarkPeriods.Period period = periods.period((int) (key % addends[1]));
    Measure measure = measures.get(measureOf(key));
    return new Cell(
        regions.get((int) (key / addends[6])),
        sectors.get((int) (key / addends[5] % sectors.size())),
        types.get((int) (key / addends[4] % types.size())),
        appliedStars.get((int) (key / addends[3] % appliedStars.size())),
        awardedStars.get((int) (key / addends[2] % awardedStars.size())),
        period.kind(),
        period.period(),
        measure.kind(),
        measure.id());
  }

  /** The regions by number; 0 is the nation. */
  public List<Region> regions() {
    return List.copyOf(regions);
  }

  /** How many periods there are, none without dossiers; the period is a cell's lowest digit. */
  public int periods() {
    return periods.count();
  }

  /** How many measures there are, "the whole cell" included. */
  public int measures() {
    return measures.size();
  }

  /** What one step of the region adds to a cell's number. */
  public long regionAddend() {
    return addends[6];
  }

  /** What one step of the measure adds; below it is the period. */
  public long measureAddend() {
    return addends[1];
  }

  /** The number of the whole cell that a cell of a measure belongs to. */
  public long whole(long cell) {
    return cell - cell % addends[2] + cell % addends[1];
  }

  /** The measure of a cell, 0 for the whole cell. */
  public int measureOf(long cell) {
    return (int) (cell % addends[2] / addends[1]);
  }

  /** What the crosses' addends are multiples of: below it are measure and period. */
  public long cutAddend() {
    return addends[2];
  }

  /** The region that an addend of a cell's number stands for. */
  Region region(long part) {
    return regions.get((int) (part / addends[6]));
  }

  /** Sets a row's measure. */
  void measure(long measureNo, TableRow out) {
    Measure measure = measures.get((int) measureNo);
    out.text("measure_kind", measure.kind());
    out.text("measure_id", measure.id());
  }

  /** Whether a measure is of the dossier as a whole: a star, the index or the total. */
  boolean isMain(long measureNo) {
    return measures.get((int) measureNo).part() == null;
  }

  static String text(Rows rows, int column) {
    return Objects.requireNonNull(rows.textAt(column));
  }
}
