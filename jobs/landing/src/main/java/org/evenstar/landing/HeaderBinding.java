package org.evenstar.landing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenstar.landing.decode.Field;
import org.evenstar.landing.decode.FieldDecoder;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.decode.SourceDecoders;
import org.evenstar.landing.decode.TextRepair;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/** Which column of a file holds which field and item, told from its header. */
final class HeaderBinding {
  /** A field and where it stands; place -1 when it comes from the source's own words. */
  record FieldColumn(
      Source.Column column, Field field, int place, String header, FieldDecoder decoder) {}

  /** An item and where it stands. */
  record ItemColumn(
      Model.Item item, int place, String header, List<SourceDecoders.VersionedScale> scales) {}

  final List<FieldColumn> fields = new ArrayList<>();
  final List<ItemColumn> items = new ArrayList<>();
  final List<Found> problems = new ArrayList<>();
  final Map<String, Integer> places = new HashMap<>();

  /** Where the dossier number stands, or -1. */
  int numberPlace = -1;

  private final List<String> header;

  HeaderBinding(List<String> header, Source source, Model model, SourceDecoders decoders) {
    this.header = header;
    Set<Integer> used = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      if (places.putIfAbsent(TextRepair.headerKey(header.get(i)), i) != null
          && !header.get(i).isBlank()) {
        problems.add(Found.of("HEADER_TWICE", header.get(i)));
      }
    }
    for (Source.Column column : source.columns()) {
      bindField(column, decoders, used);
    }
    bindItems(source, model, decoders, used);
    unknown(source, used);
  }

  private void bindField(Source.Column column, SourceDecoders decoders, Set<Integer> used) {
    int place = place(column.headers());
    if (place < 0 && !column.headers().isEmpty() && column.required()) {
      problems.add(Found.of("HEADER_MISSING", "", column.headers().get(0)));
    }
    if (place >= 0 || column.value() != null || column.valueFrom() != null) {
      String name = place >= 0 ? header.get(place) : column.field();
      fields.add(
          new FieldColumn(column, Field.of(column.field()), place, name, decoders.of(column)));
      used.add(place);
    }
    if (Field.of(column.field()) == Field.DOSSIER_NO) {
      numberPlace = place;
    }
  }

  private void bindItems(Source source, Model model, SourceDecoders decoders, Set<Integer> used) {
    Map<String, Source.ItemColumn> mapped = new HashMap<>();
    source.scores().mapping().forEach(column -> mapped.put(column.itemId(), column));
    String pattern = source.scores().headerPattern();
    for (Model.Item item : model.scoredItems()) {
      Source.ItemColumn column = mapped.get(item.itemId());
      List<String> headers = new ArrayList<>();
      if (column != null) {
        headers.addAll(column.headers());
      }
      headers.addAll(source.scores().headers().getOrDefault(item.itemId(), List.of()));
      if (pattern != null) {
        headers.add(pattern.replace("{item_id}", item.itemId()));
      }
      int place = place(headers);
      if (place >= 0) {
        String scale = column == null ? null : column.scale();
        items.add(new ItemColumn(item, place, header.get(place), decoders.scalesOf(item, scale)));
        used.add(place);
      }
    }
  }

  private void unknown(Source source, Set<Integer> used) {
    Set<String> expected = new HashSet<>();
    source.ignore().forEach(name -> expected.add(TextRepair.headerKey(name)));
    source.personal().forEach(name -> expected.add(TextRepair.headerKey(name)));
    if (source.body().header() != null) {
      expected.add(TextRepair.headerKey(source.body().header()));
    }
    for (Source.Column column : source.columns()) {
      if (column.of() != null) {
        expected.add(TextRepair.headerKey(column.of()));
      }
    }
    for (int i = 0; i < header.size(); i++) {
      String key = TextRepair.headerKey(header.get(i));
      if (!used.contains(i)
          && !key.isEmpty()
          && !expected.contains(key)
          && !source.keepUnknownColumns()) {
        problems.add(Found.of("HEADER_UNKNOWN", header.get(i)));
      }
    }
  }

  int place(List<String> headers) {
    for (String name : headers) {
      Integer place = places.get(TextRepair.headerKey(name));
      if (place != null) {
        return place;
      }
    }
    return -1;
  }

  int place(@Nullable String name) {
    return name == null ? -1 : place(List.of(name));
  }
}
