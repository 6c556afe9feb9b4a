package org.evenstar.landing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenstar.landing.decode.Decoded;
import org.evenstar.landing.decode.Field;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.decode.SectorKeywords;
import org.evenstar.landing.decode.SourceDecoders;
import org.evenstar.landing.decode.TextRepair;
import org.evenstar.landing.read.RecordReader;
import org.evenstar.schemas.config.Body;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/** Decodes the rows of one file by its source: fields, scores, and the rules of a single row. */
final class RowDecoder {
  private static final Pattern TOTALS =
      Pattern.compile("(合计|总计|小计|平均|total|sum)[:：]?.*", Pattern.CASE_INSENSITIVE);

  private final RunConfig config;
  private final Source source;
  private final @Nullable String pathPeriod;
  private final @Nullable Body fileBody;
  private final SectorKeywords keywords;
  private final Map<String, Body> bodyByKey = new HashMap<>();

  /**
   * @param path path below landing, with forward slashes
   */
  RowDecoder(RunConfig config, Source source, String path, SectorKeywords keywords) {
    this.config = config;
    this.source = source;
    this.keywords = keywords;
    for (Body body : config.bodies()) {
      bodyByKey.put(body.bodyId(), body);
      bodyByKey.put(body.name().zh(), body);
      bodyByKey.put(body.name().en(), body);
      body.fileKeys().forEach(key -> bodyByKey.put(key, body));
    }
    this.fileBody = bodyOf(path);
    this.pathPeriod = periodOf(path);
  }

  /** The body that the file names, null when each row names its own. */
  @Nullable Body fileBody() {
    return fileBody;
  }

  /** The month that the path or the source names, null when each row has its own. */
  @Nullable String filePeriod() {
    return pathPeriod;
  }

  private @Nullable Body bodyOf(String path) {
    String id = source.body().id();
    if (id != null) {
      return config.body(id).orElseThrow();
    }
    if ("file_name".equals(source.body().from())) {
      Matcher matcher =
          Pattern.compile(Objects.requireNonNull(source.body().pattern())).matcher(path);
      return matcher.find() ? bodyByKey.get(matcher.group(1)) : null;
    }
    return null;
  }

  /** Whether the body ought to be told by the file and is not. */
  boolean isBodyUnknown() {
    return fileBody == null && !"column".equals(source.body().from());
  }

  private @Nullable String periodOf(String path) {
    if (source.period().value() != null) {
      return source.period().value();
    }
    if ("path".equals(source.period().from())) {
      Matcher matcher =
          Pattern.compile(Objects.requireNonNull(source.period().pattern())).matcher("/" + path);
      return matcher.find() ? matcher.group(1) + "-" + matcher.group(2) : null;
    }
    return null;
  }

  /** Whether the row is no dossier; then the reason code, else null. */
  @Nullable String notADossier(RecordReader row, HeaderBinding binding) {
    boolean isHeader = true;
    for (HeaderBinding.FieldColumn column : binding.fields) {
      if (column.place() >= 0) {
        isHeader &= row.cell(column.place()).equals(column.header());
      }
    }
    if (isHeader) {
      return "ROW_HEADER_AGAIN";
    }
    String number = binding.numberPlace < 0 ? "" : TextRepair.strip(row.cell(binding.numberPlace));
    boolean mayBeTotals = number.isEmpty() || TOTALS.matcher(number).matches();
    for (int i = 0; mayBeTotals && i < Math.min(3, row.size()); i++) {
      if (TOTALS.matcher(TextRepair.strip(row.cell(i))).matches()) {
        return "ROW_TOTALS";
      }
    }
    return null;
  }

  /** Decodes the row that {@code row} stands on. */
  void decode(RecordReader row, HeaderBinding binding, LandedRow out) {
    out.clear();
    out.sheet = row.sheet();
    out.rowNumber = row.rowNumber();
    body(row, binding, out);
    for (HeaderBinding.FieldColumn column : binding.fields) {
      field(row, binding, column, out);
    }
    scores(row, binding, out);
    rules(out);
    period(out);
  }

  private void body(RecordReader row, HeaderBinding binding, LandedRow out) {
    Body body = fileBody;
    if (body == null) {
      int place = binding.place(source.body().header());
      String raw = place < 0 ? "" : row.cell(place);
      TextRepair.Plain plain = TextRepair.name(raw);
      body = bodyByKey.get(plain.text());
      if (body == null) {
        out.found(
            source.body().header() == null ? "" : source.body().header(),
            Found.of("BODY_UNKNOWN", raw));
        out.bodyId = "UNKNOWN";
        return;
      }
      plain
          .found()
          .forEach(found -> out.found(Objects.requireNonNull(source.body().header()), found));
    }
    out.bodyId = body.bodyId();
  }

  private void field(
      RecordReader row, HeaderBinding binding, HeaderBinding.FieldColumn column, LandedRow out) {
    Decoded decoded;
    if (column.place() >= 0) {
      String raw = row.cell(column.place());
      if (raw.isBlank()) {
        missing(column, out);
        return;
      }
      decoded =
          raw.indexOf('\0') >= 0
              ? Decoded.wrong(Found.of("TEXT_NUL", raw.replace('\0', '?')))
              : column.decoder().decode(raw);
    } else {
      decoded = ownWords(row, binding, column.column(), out);
    }
    out.set(column.field(), decoded);
    for (Found found : decoded.found()) {
      out.found(column.header(), found);
    }
  }

  private Decoded ownWords(
      RecordReader row, HeaderBinding binding, Source.Column column, LandedRow out) {
    if (column.value() != null) {
      return Decoded.text(column.value(), List.of());
    }
    String value;
    if ("keywords".equals(column.valueFrom())) {
      int place = binding.place(column.of());
      value = keywords.sectorOf(place < 0 ? "" : row.cell(place));
    } else {
      Body body = bodyByKey.get(out.bodyId);
      value = body == null ? null : body.homeRegion();
    }
    return value == null ? Decoded.BLANK : Decoded.text(value, List.of());
  }

  private static void missing(HeaderBinding.FieldColumn column, LandedRow out) {
    if (!column.column().required()) {
      return;
    }
    String code =
        switch (column.field()) {
          case DOSSIER_NO -> "DOSSIER_NO_MISSING";
          case INSTITUTION_CODE -> "CODE_MISSING";
          case INSTITUTION_NAME -> "NAME_MISSING";
          case REGION -> "REGION_MISSING";
          case ASSESSED_ON, CERTIFIED_ON, EXPIRES_ON -> "DATE_MISSING";
          case SECTOR -> "SECTOR_UNKNOWN";
          case ORGANISATION_TYPE -> "TYPE_UNKNOWN";
          case REVISION -> "REVISION_UNKNOWN";
          default -> "STAR_MISSING";
        };
    out.found(column.header(), Found.of(code, ""));
  }

  private void scores(RecordReader row, HeaderBinding binding, LandedRow out) {
    Decoded applied = out.field(Field.APPLIED_STAR);
    Decoded assessed = out.field(Field.ASSESSED_ON);
    LocalDate day = assessed.isPresent() ? LocalDate.ofEpochDay(assessed.number()) : null;
    for (HeaderBinding.ItemColumn column : binding.items) {
      String raw = row.cell(column.place());
      int item = column.item().itemNo();
      if (raw.isBlank()) {
        Integer star = column.item().star();
        if (star == null || (applied.isPresent() && star <= applied.number())) {
          out.scores[item] = Decoded.absent("BLANK");
          out.rawScores[item] = raw;
          out.found(column.header(), Found.of("SCORE_BLANK", raw));
        }
        continue;
      }
      SourceDecoders.VersionedScale scale = scaleOn(column.scales(), day);
      if (scale == null) {
        out.found(column.header(), Found.of("SCALE_VERSION", String.valueOf(day)));
        return;
      }
      out.scaleVersion = scale.scale().scaleId() + "@" + scale.scale().version();
      Decoded decoded = scale.decoder().decode(raw);
      out.scores[item] = decoded;
      out.rawScores[item] = raw;
      for (Found found : decoded.found()) {
        out.found(column.header(), found);
      }
    }
  }

  private static SourceDecoders.@Nullable VersionedScale scaleOn(
      List<SourceDecoders.VersionedScale> versions, @Nullable LocalDate day) {
    if (versions.size() == 1 && day == null) {
      return versions.get(0);
    }
    for (SourceDecoders.VersionedScale version : versions) {
      if (day == null || version.scale().isValidOn(day)) {
        return version;
      }
    }
    return null;
  }

  private void rules(LandedRow out) {
    Decoded applied = out.field(Field.APPLIED_STAR);
    Decoded awarded = out.field(Field.AWARDED_STAR);
    if (applied.isPresent() && awarded.isPresent() && awarded.number() > applied.number()) {
      out.found(
          Field.AWARDED_STAR.id(),
          Found.of("STAR_ABOVE_APPLIED", "" + awarded.number(), "" + applied.number()));
    }
    Decoded assessed = out.field(Field.ASSESSED_ON);
    Decoded certified = out.field(Field.CERTIFIED_ON);
    if (assessed.isPresent() && certified.isPresent() && certified.number() < assessed.number()) {
      out.found(
          Field.CERTIFIED_ON.id(),
          Found.of(
              "CERTIFICATE_BEFORE_ASSESSMENT",
              String.valueOf(certified.text()),
              String.valueOf(assessed.text())));
    }
    String version = out.text(Field.MODEL_VERSION);
    if (version != null && !version.equals(config.model().version())) {
      out.found(
          Field.MODEL_VERSION.id(), Found.of("MODEL_VERSION", version, config.model().version()));
    }
  }

  private void period(LandedRow out) {
    String assessed = out.text(Field.ASSESSED_ON);
    out.period =
        pathPeriod != null ? pathPeriod : assessed != null ? assessed.substring(0, 7) : "0000-00";
  }
}
