package org.evenstar.landing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenstar.landing.decode.Decoded;
import org.evenstar.landing.decode.Field;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.decode.Nearest;
import org.evenstar.landing.decode.SourceDecoders;
import org.evenstar.landing.decode.TextRepair;
import org.evenstar.landing.read.RecordReader;
import org.evenstar.schemas.config.Model;
import org.jspecify.annotations.Nullable;

/** Reads a row's scores: one column an item, or pairs of item and value. */
final class ItemScores {
  private final Model model;
  private final List<Model.Item> items;
  private final PercentForms percents;

  ItemScores(Model model, PercentForms percents) {
    this.model = model;
    this.items = model.scoredItems();
    this.percents = percents;
  }

  /** Reads the scores that the row stands on; its fields are decoded before. */
  void read(RecordReader row, HeaderBinding binding, LandedRow out) throws FileStopped {
    Decoded applied = out.field(Field.APPLIED_STAR);
    Decoded assessed = out.field(Field.ASSESSED_ON);
    LocalDate day = assessed.isPresent() ? LocalDate.ofEpochDay(assessed.number()) : null;
    boolean hasScale = true;
    for (HeaderBinding.ItemColumn column : binding.items) {
      hasScale = hasScale && score(column, column.header(), row.cell(column.place()), day, out);
    }
    for (int i = 0; i < row.scores() && hasScale; i++) {
      hasScale = pair(row.scoreItem(i), row.scoreValue(i), binding, day, out);
    }
    for (HeaderBinding.StrangeItem strange : binding.strangeItems) {
      if (!row.cell(strange.place()).isBlank()) {
        unknown(strange.header(), binding, out);
      }
    }
    if (hasScale && (applied.isPresent() || !isPerStar())) {
      missing(out, applied);
    }
  }

  private boolean isPerStar() {
    return model.items().kind().equals("per_star");
  }

  private boolean pair(
      String name, String raw, HeaderBinding binding, @Nullable LocalDate day, LandedRow out)
      throws FileStopped {
    HeaderBinding.ItemColumn column = binding.itemByName.get(TextRepair.headerKey(name));
    if (column == null) {
      unknown(name, binding, out);
      return true;
    }
    if (out.rawScores[column.item().itemNo()] != null) {
      out.found(name, Found.of("INDICATOR_TWICE", name));
      return true;
    }
    return score(column, name, raw, day, out);
  }

  private void unknown(String name, HeaderBinding binding, LandedRow out) {
    List<String> names = new ArrayList<>();
    binding.itemByName.values().forEach(item -> names.add(item.header()));
    out.found(
        name,
        new Found(
            "INDICATOR_UNKNOWN",
            name,
            model.modelId() + " " + model.version(),
            Nearest.to(name, names)));
  }

  /** Reads one score; false when no version of its scale holds on that day. */
  private boolean score(
      HeaderBinding.ItemColumn column,
      String header,
      String raw,
      @Nullable LocalDate day,
      LandedRow out)
      throws FileStopped {
    int item = column.item().itemNo();
    out.rawScores[item] = raw;
    if (raw.isBlank()) {
      if (isAskedFor(column.item(), out.field(Field.APPLIED_STAR))) {
        out.scores[item] = Decoded.absent("BLANK");
        out.found(header, Found.of("SCORE_BLANK", raw));
      }
      return true;
    }
    SourceDecoders.VersionedScale scale = scaleOn(column.scales(), day);
    if (scale == null) {
      out.found(header, Found.of("SCALE_VERSION", String.valueOf(day)));
      return false;
    }
    out.scaleVersion = scale.name();
    Decoded decoded =
        raw.indexOf('\0') >= 0
            ? Decoded.wrong(Found.of("TEXT_NUL", raw.replace('\0', '?')))
            : scale.decoder().decode(raw);
    if (scale.isPercent()) {
      percents.see(decoded, raw, header);
    }
    out.scores[item] = decoded;
    for (Found found : decoded.found()) {
      out.found(header, found);
    }
    return true;
  }

  private static boolean isAskedFor(Model.Item item, Decoded applied) {
    return item.star() == null || (applied.isPresent() && item.star() <= applied.number());
  }

  private void missing(LandedRow out, Decoded applied) {
    StringBuilder missing = null;
    for (Model.Item item : items) {
      if (out.rawScores[item.itemNo()] == null && isAskedFor(item, applied)) {
        missing = missing == null ? new StringBuilder() : missing.append(' ');
        missing.append(item.itemId());
      }
    }
    if (missing != null) {
      out.found("", Found.of("INDICATOR_MISSING", missing.toString()));
    }
  }

  private static SourceDecoders.@Nullable VersionedScale scaleOn(
      List<SourceDecoders.VersionedScale> versions, @Nullable LocalDate day) {
    for (SourceDecoders.VersionedScale version : versions) {
      if (day == null || version.scale().isValidOn(day)) {
        return version;
      }
    }
    return null;
  }
}
