package org.evenstar.landing.decode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/** The decoders that one source needs, each with its own memory; one set a thread. */
public final class SourceDecoders {
  private final RunConfig config;
  private final Source source;
  private final RegionTable regions;
  private final LocalDate asOf;
  private final boolean areFractions;
  private final Map<ScaleKey, FieldDecoder> scoreDecoders = new HashMap<>();
  private final Map<ItemKey, List<VersionedScale>> scales = new HashMap<>();
  private final Map<Source.Column, FieldDecoder> fieldDecoders = new HashMap<>();
  private final List<DateDecoder> dateDecoders = new ArrayList<>();

  /**
   * @param areFractions percentages without a sign are fractions of one
   */
  public SourceDecoders(
      RunConfig config, Source source, RegionTable regions, LocalDate asOf, boolean areFractions) {
    this.config = config;
    this.source = source;
    this.regions = regions;
    this.asOf = asOf;
    this.areFractions = areFractions;
  }

  /** The decoder of a column; it remembers across the files of the source. */
  public FieldDecoder of(Source.Column column) {
    return fieldDecoders.computeIfAbsent(column, this::decoder);
  }

  private FieldDecoder decoder(Source.Column column) {
    Field field = Field.of(column.field());
    String values = column.values();
    if (values != null && !values.equals("star")) {
      return new CachedDecoder(
          new ValueMapDecoder(
              Objects.requireNonNull(source.valueMaps().get(values)), unknownCode(field)));
    }
    FieldDecoder decoder = plain(field, column);
    return isMostlyDistinct(field) ? decoder : new CachedDecoder(decoder);
  }

  /** Columns whose texts hardly repeat are not worth remembering. */
  private static boolean isMostlyDistinct(Field field) {
    return field == Field.DOSSIER_NO || field == Field.INSTITUTION_NAME || field == Field.ADDRESS;
  }

  private static String unknownCode(Field field) {
    return switch (field) {
      case APPLIED_STAR, AWARDED_STAR -> "STAR_UNKNOWN";
      case SECTOR -> "SECTOR_UNKNOWN";
      case ORGANISATION_TYPE -> "TYPE_UNKNOWN";
      case REGION -> "REGION_UNKNOWN";
      case REVISION, ACTION -> "REVISION_UNKNOWN";
      default -> "SCORE_UNKNOWN";
    };
  }

  private FieldDecoder plain(Field field, Source.Column column) {
    Model.StarRange stars = config.model().stars();
    return switch (field) {
      case INSTITUTION_CODE ->
          column.dateFormats().isEmpty() && isChina() ? new CreditCodeDecoder() : named();
      case REGION -> new RegionDecoder(regions);
      case SECTOR -> CodeListDecoder.of(config.sectors());
      case ORGANISATION_TYPE -> CodeListDecoder.of(config.organisationTypes());
      case APPLIED_STAR, AWARDED_STAR -> new StarDecoder(stars.lowest(), stars.highest());
      case ASSESSED_ON, CERTIFIED_ON -> dates(column);
      case EXPIRES_ON -> new DateDecoder(column.dateFormats(), config.run().notBefore(), null);
      case REVISION -> SourceDecoders::revision;
      case ACTION -> SourceDecoders::action;
      case INSTITUTION_NAME, ADDRESS -> named();
      case DOSSIER_NO -> numbered(Objects.requireNonNullElse(column.prefix(), ""));
      default -> SourceDecoders::coded;
    };
  }

  /** The days as of which everything decoded so far would have come out the same. */
  public DaySpan span() {
    DaySpan span = DaySpan.ANY;
    for (DateDecoder dates : dateDecoders) {
      span = span.and(dates.span());
    }
    return span;
  }

  private FieldDecoder dates(Source.Column column) {
    DateDecoder dates = new DateDecoder(column.dateFormats(), config.run().notBefore(), asOf);
    dateDecoders.add(dates);
    return dates;
  }

  private boolean isChina() {
    return config.regionsFile() == null;
  }

  private static Decoded coded(String raw) {
    TextRepair.Plain plain = TextRepair.plain(raw);
    return Decoded.text(plain.text(), plain.found());
  }

  private static FieldDecoder numbered(String prefix) {
    return raw -> {
      TextRepair.Plain plain = TextRepair.plain(raw);
      return Decoded.text(prefix + plain.text(), plain.found());
    };
  }

  private static FieldDecoder named() {
    return raw -> {
      TextRepair.Plain plain = TextRepair.name(raw);
      return Decoded.text(plain.text(), plain.found());
    };
  }

  private static Decoded revision(String raw) {
    TextRepair.Plain plain = TextRepair.plain(raw);
    String digits = plain.text().replaceFirst("\\.0+$", "");
    return digits.matches("\\d{1,6}")
        ? Decoded.number(Long.parseLong(digits), digits, plain.found())
        : Decoded.wrong(Found.of("REVISION_UNKNOWN", raw));
  }

  private static Decoded action(String raw) {
    TextRepair.Plain plain = TextRepair.plain(raw);
    return switch (plain.text().toLowerCase(java.util.Locale.ROOT)) {
      case "withdraw", "withdrawn", "撤回", "撤销" -> Decoded.text("WITHDRAW", plain.found());
      case "assess", "评估", "新增", "修订" -> Decoded.text("ASSESS", plain.found());
      default -> Decoded.wrong(Found.of("REVISION_UNKNOWN", raw));
    };
  }

  private record ItemKey(String itemId, @Nullable String scaleId) {}

  private record ScaleKey(String scaleId, String version, Model.Points points) {}

  /** Every version of an item's scale, in file order. */
  public List<VersionedScale> scalesOf(Model.Item item, @Nullable String scaleId) {
    return scales.computeIfAbsent(
        new ItemKey(item.itemId(), scaleId), key -> versionsOf(item, scaleId));
  }

  private List<VersionedScale> versionsOf(Model.Item item, @Nullable String scaleId) {
    String wanted = scaleId == null ? source.scores().scale() : scaleId;
    List<VersionedScale> versions = new ArrayList<>();
    for (Source.Scale scale : source.scales()) {
      if (scale.scaleId().equals(wanted)) {
        FieldDecoder decoder =
            scoreDecoders.computeIfAbsent(
                new ScaleKey(scale.scaleId(), scale.version(), item.points()),
                key -> new CachedDecoder(new ScoreDecoder(scale, item.points(), areFractions)));
        versions.add(new VersionedScale(scale, decoder));
      }
    }
    return versions;
  }

  /** One version of a scale and its decoder. */
  public record VersionedScale(Source.Scale scale, FieldDecoder decoder, String name) {
    VersionedScale(Source.Scale scale, FieldDecoder decoder) {
      this(scale, decoder, scale.scaleId() + "@" + scale.version());
    }

    /** Whether 85, 0.85 and 85 % may all be met. */
    public boolean isPercent() {
      return "percent".equals(scale.unit());
    }
  }
}
