package org.evenstar.schemas.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one body's files are read; the source schema describes every key. */
public record Source(
    String sourceId,
    int version,
    BodyOf body,
    List<String> files,
    PeriodOf period,
    String format,
    String encoding,
    @Nullable String delimiter,
    Xlsx xlsx,
    JsonShape json,
    String layout,
    List<Column> columns,
    Map<String, ValueMap> valueMaps,
    Scores scores,
    @Nullable Weights weights,
    List<String> ignore,
    List<String> personal,
    List<Scale> scales,
    boolean keepUnknownColumns) {

  public Source {
    files = Lists.orEmpty(files);
    format = format == null ? "auto" : format;
    encoding = encoding == null ? "auto" : encoding;
    xlsx = xlsx == null ? new Xlsx("*") : xlsx;
    json = json == null ? new JsonShape("", null, null, null) : json;
    layout = layout == null ? "wide" : layout;
    columns = Lists.orEmpty(columns);
    valueMaps = Lists.orEmpty(valueMaps);
    scores = scores == null ? new Scores(null, List.of(), Map.of(), null, null, null) : scores;
    ignore = Lists.orEmpty(ignore);
    personal = Lists.orEmpty(personal);
    scales = Lists.orEmpty(scales);
  }

  /** Whose files these are: a fixed id, or from the file name or a column. */
  public record BodyOf(
      @Nullable String id,
      @Nullable String from,
      @Nullable String pattern,
      @Nullable String header) {}

  /** The delivery month: from the path, the assessment date, or fixed. */
  public record PeriodOf(@Nullable String from, @Nullable String pattern, @Nullable String value) {}

  /** Which sheet; {@code *} for all. */
  public record Xlsx(String sheet) {
    public Xlsx {
      sheet = sheet == null ? "*" : sheet;
    }
  }

  /** Where the dossiers and their scores stand in a JSON document. */
  public record JsonShape(
      String records,
      @Nullable String scores,
      @Nullable String itemKey,
      @Nullable String valueKey) {
    public JsonShape {
      records = records == null ? "" : records;
    }
  }

  /** Where one field comes from. */
  public record Column(
      String field,
      List<String> headers,
      @Nullable String value,
      @Nullable String valueFrom,
      @Nullable String of,
      boolean required,
      @Nullable String values,
      List<String> dateFormats,
      @Nullable String prefix) {
    public Column {
      headers = Lists.orEmpty(headers);
      dateFormats = Lists.orEmpty(dateFormats);
    }
  }

  /** Texts to values, and texts that mean a stated absence. */
  public record ValueMap(List<Value> map, List<Absent> absent) {
    public ValueMap {
      map = Lists.orEmpty(map);
      absent = Lists.orEmpty(absent);
    }
  }

  /** Texts that mean one value. */
  public record Value(List<String> raw, String value) {}

  /** Texts that mean one absence. */
  public record Absent(List<String> raw, String absence) {}

  /** Where the scores stand. */
  public record Scores(
      @Nullable String headerPattern,
      List<ItemColumn> mapping,
      Map<String, List<String>> headers,
      @Nullable String scale,
      @Nullable String itemHeader,
      @Nullable String valueHeader) {
    public Scores {
      mapping = Lists.orEmpty(mapping);
      headers = Lists.orEmpty(headers);
    }
  }

  /** The column of one item, with its scale where it differs. */
  public record ItemColumn(String itemId, List<String> headers, @Nullable String scale) {}

  /** Weights that the body delivers beside its scores. */
  public record Weights(String headerPattern) {}

  /** One version of one scale map. */
  public record Scale(
      String scaleId,
      String version,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      String kind,
      List<Step> map,
      @Nullable BigDecimal lowest,
      @Nullable BigDecimal highest,
      @Nullable String unit,
      String above,
      List<Absent> absent) {
    public Scale {
      map = Lists.orEmpty(map);
      above = above == null ? "quarantine" : above;
      absent = Lists.orEmpty(absent);
    }

    /** Whether this version holds on a day. */
    public boolean isValidOn(LocalDate day) {
      return (validFrom == null || !day.isBefore(validFrom))
          && (validTo == null || !day.isAfter(validTo));
    }
  }

  /** Texts that stand for one position on 0…1. */
  public record Step(List<String> raw, BigDecimal score) {}
}
