package org.evenstar.landing;

import java.util.List;
import java.util.regex.Pattern;
import org.evenstar.landing.decode.Decoded;
import org.evenstar.landing.decode.Field;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.decode.Nearest;
import org.evenstar.landing.decode.SectorKeywords;
import org.evenstar.landing.decode.TextRepair;
import org.evenstar.landing.read.RecordReader;
import org.evenstar.schemas.config.Body;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/** Decodes the body and the fields of the rows of one file. */
final class RowDecoder {
  private static final Pattern TOTALS =
      Pattern.compile("(合\\s*计|总\\s*计|小\\s*计|平均|total|sum)[:：]?.*", Pattern.CASE_INSENSITIVE);
  private static final int TOTALS_CELLS = 3;

  private final Source source;
  private final Names names;
  private final SectorKeywords keywords;
  private final @Nullable Body fileBody;
  private final @Nullable String filePeriod;

  /**
   * @param path path that tells the body and the month
   */
  RowDecoder(Source source, Names names, String path, SectorKeywords keywords) {
    this.source = source;
    this.names = names;
    this.keywords = keywords;
    this.fileBody = names.bodyOfPath(path);
    this.filePeriod = names.periodOfPath(path);
  }

  /** Whether the body ought to be told by the file and is not. */
  boolean isBodyUnknown() {
    return fileBody == null && !names.isBodyInRows();
  }

  /** Whether the row is no dossier; then the reason code, else null. */
  @Nullable String notADossier(RecordReader row, HeaderBinding binding) {
    if (isHeaderAgain(row, binding)) {
      return "ROW_HEADER_AGAIN";
    }
    String number = binding.numberPlace < 0 ? "" : TextRepair.strip(row.cell(binding.numberPlace));
    boolean mayBeTotals = number.isEmpty() || isTotals(number);
    for (int i = 0; mayBeTotals && i < Math.min(TOTALS_CELLS, row.size()); i++) {
      if (isTotals(TextRepair.strip(row.cell(i)))) {
        return "ROW_TOTALS";
      }
    }
    return null;
  }

  private static boolean isHeaderAgain(RecordReader row, HeaderBinding binding) {
    boolean hasAny = false;
    for (HeaderBinding.FieldColumn column : binding.fields) {
      if (column.place() >= 0) {
        if (!row.cell(column.place()).equals(column.header())) {
          return false;
        }
        hasAny = true;
      }
    }
    return hasAny;
  }

  private static boolean isTotals(String text) {
    return !text.isEmpty()
        && "合总小平tTsS".indexOf(text.charAt(0)) >= 0
        && TOTALS.matcher(text).matches();
  }

  /** Decodes the row that {@code row} stands on, its scores left out. */
  void decode(RecordReader row, HeaderBinding binding, LandedRow out) {
    body(row, binding, out);
    for (HeaderBinding.FieldColumn column : binding.fields) {
      field(row, column, out);
    }
    String assessed = out.text(Field.ASSESSED_ON);
    out.period =
        filePeriod != null ? filePeriod : assessed != null ? assessed.substring(0, 7) : "0000-00";
  }

  private void body(RecordReader row, HeaderBinding binding, LandedRow out) {
    if (fileBody != null) {
      out.bodyId = fileBody.bodyId();
      return;
    }
    String header = String.valueOf(source.body().header());
    int place = binding.place(header);
    String raw = place < 0 ? "" : row.cell(place);
    TextRepair.Plain plain = TextRepair.name(raw);
    Body body = names.body(plain.text());
    if (body == null) {
      String near = Nearest.to(plain.text(), names.bodyNames());
      out.found(header, Found.suggesting("BODY_UNKNOWN", raw, near));
      out.bodyId = "UNKNOWN";
      return;
    }
    plain.found().forEach(found -> out.found(header, found));
    out.bodyId = body.bodyId();
  }

  private void field(RecordReader row, HeaderBinding.FieldColumn column, LandedRow out) {
    Decoded decoded;
    if (column.place() >= 0) {
      String raw = row.cell(column.place());
      if (raw.isBlank()) {
        missing(column, out);
        return;
      }
      if (column.field() == Field.REGION) {
        out.regionRaw = raw;
      }
      decoded =
          raw.indexOf('\0') >= 0
              ? Decoded.wrong(Found.of("TEXT_NUL", raw.replace('\0', '?')))
              : column.decoder().decode(raw);
      if (row.isFilled(column.place())) {
        out.found(column.header(), Found.of("CELL_MERGED", raw));
      }
    } else {
      decoded = ownWords(row, column, out);
    }
    out.set(column.field(), decoded);
    List<Found> found = decoded.found();
    for (int i = 0; i < found.size(); i++) {
      out.found(column.header(), found.get(i));
    }
  }

  private Decoded ownWords(RecordReader row, HeaderBinding.FieldColumn column, LandedRow out) {
    if (column.column().value() != null) {
      return Decoded.text(column.column().value(), List.of());
    }
    String value;
    if ("keywords".equals(column.column().valueFrom())) {
      value = keywords.sectorOf(column.ofPlace() < 0 ? "" : row.cell(column.ofPlace()));
    } else {
      Body body = names.body(out.bodyId);
      value = body == null ? null : body.homeRegion();
      out.regionRaw = value;
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
          case APPLIED_STAR, AWARDED_STAR -> "STAR_MISSING";
          case REVISION -> "REVISION_UNKNOWN";
          case SECTOR -> "SECTOR_MISSING";
          case ORGANISATION_TYPE -> "TYPE_MISSING";
          default -> "FIELD_MISSING";
        };
    out.found(column.header(), Found.of(code, ""));
  }
}
