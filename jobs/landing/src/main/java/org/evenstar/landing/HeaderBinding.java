package org.evenstar.landing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.evenstar.landing.decode.Field;
import org.evenstar.landing.decode.FieldDecoder;
import org.evenstar.landing.decode.Found;
import org.evenstar.landing.decode.Nearest;
import org.evenstar.landing.decode.SourceDecoders;
import org.evenstar.landing.decode.TextRepair;
import org.evenstar.landing.read.HeaderWords;
import org.evenstar.landing.read.ReceiptSheet;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.Source;
import org.jspecify.annotations.Nullable;

/** Which column of a file holds which field and item, told from its header. */
final class HeaderBinding {
  /**
   * A field and where it stands; place -1 when it comes from the source's own words.
   *
   * @param ofPlace where the text stands that keywords look at, or -1
   */
  record FieldColumn(
      Source.Column column,
      Field field,
      int place,
      String header,
      FieldDecoder decoder,
      int ofPlace) {}

  /** An item and where it stands; place -1 where records name their items themselves. */
  record ItemColumn(
      Model.Item item, int place, String header, List<SourceDecoders.VersionedScale> scales) {}

  /** A column that looks like an item's and is none of the model's. */
  record StrangeItem(String header, int place) {}

  final List<FieldColumn> fields = new ArrayList<>();
  final List<ItemColumn> items = new ArrayList<>();
  final List<StrangeItem> strangeItems = new ArrayList<>();
  final List<Found> problems = new ArrayList<>();

  /** Items by the texts that name them, and the weight's place by indicator. */
  final Map<String, ItemColumn> itemByName = new HashMap<>();

  final Map<String, Integer> weightPlaces = new HashMap<>();

  /** Whether the header holds a column nobody has declared. */
  boolean hasUnknown;

  /** Where the dossier number stands, or -1. */
  int numberPlace = -1;

  private final List<String> header;
  private final Source source;
  private final Model model;
  private final Map<String, Integer> places = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();
  private final Set<String> expected = new HashSet<>();

  HeaderBinding(List<String> header, Source source, Model model, SourceDecoders decoders) {
    this.header = header;
    this.source = source;
    this.model = model;
    for (int i = 0; i < header.size(); i++) {
      places.putIfAbsent(TextRepair.headerKey(header.get(i)), i);
    }
    expect();
    source.columns().forEach(column -> bindField(column, decoders));
    model.scoredItems().forEach(item -> bindItem(item, decoders));
    bindWeights();
    unknown();
    twice();
    missing();
  }

  private void expect() {
    source.ignore().forEach(this::expect);
    source.personal().forEach(this::expect);
    expect(ReceiptSheet.REASON_HEADER);
    expect(source.body().header());
    expect(source.scores().itemHeader());
    expect(source.scores().valueHeader());
    source.columns().forEach(column -> expect(column.of()));
  }

  private void expect(@Nullable String name) {
    if (name != null) {
      expected.add(TextRepair.headerKey(name));
    }
  }

  private void bindField(Source.Column column, SourceDecoders decoders) {
    int place = place(column.headers());
    if (place >= 0 || column.value() != null || column.valueFrom() != null) {
      String name = place >= 0 ? header.get(place) : column.field();
      fields.add(
          new FieldColumn(
              column,
              Field.of(column.field()),
              place,
              name,
              decoders.of(column),
              place(column.of())));
      used.add(place);
    }
    if (Field.of(column.field()) == Field.DOSSIER_NO) {
      numberPlace = place;
    }
  }

  private void bindItem(Model.Item item, SourceDecoders decoders) {
    List<String> headers = HeaderWords.headersOf(source, item.itemId());
    String scale =
        source.scores().mapping().stream()
            .filter(column -> column.itemId().equals(item.itemId()))
            .map(Source.ItemColumn::scale)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    List<SourceDecoders.VersionedScale> scales = decoders.scalesOf(item, scale);
    int place = place(headers);
    if (place >= 0) {
      items.add(new ItemColumn(item, place, header.get(place), scales));
      used.add(place);
    }
    for (String name : headers) {
      itemByName.put(TextRepair.headerKey(name), new ItemColumn(item, -1, name, scales));
    }
  }

  private void bindWeights() {
    if (source.weights() != null) {
      for (Model.Indicator indicator : model.indicators()) {
        String name =
            source.weights().headerPattern().replace("{indicator_id}", indicator.indicatorId());
        int place = place(List.of(name));
        if (place >= 0) {
          weightPlaces.put(indicator.indicatorId(), place);
          used.add(place);
        }
      }
    }
  }

  private void unknown() {
    Set<String> absent = new TreeSet<>();
    for (Source.Column column : source.columns()) {
      if (!column.headers().isEmpty() && place(column.headers()) < 0) {
        absent.addAll(column.headers());
      }
    }
    Pattern strange = strangeItem();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      String key = TextRepair.headerKey(name);
      if (used.contains(i) || key.isEmpty() || expected.contains(key)) {
        continue;
      }
      if (strange != null && strange.matcher(TextRepair.strip(name)).matches()) {
        strangeItems.add(new StrangeItem(name, i));
      } else if (!source.keepUnknownColumns()) {
        problems.add(Found.suggesting("HEADER_UNKNOWN", name, Nearest.to(name, absent)));
      }
      hasUnknown = true;
    }
  }

  /** What headers of items look like: the pattern around an id shaped like the model's. */
  private @Nullable Pattern strangeItem() {
    String pattern = source.scores().headerPattern();
    if (pattern == null || model.scoredItems().isEmpty()) {
      return null;
    }
    String id = model.scoredItems().get(0).itemId();
    if (id.chars().noneMatch(Character::isDigit)) {
      return null;
    }
    StringBuilder shape = new StringBuilder();
    for (String run : id.split("(?<=[A-Za-z])(?![A-Za-z])|(?<=\\d)(?!\\d)|(?<=[^A-Za-z\\d])", -1)) {
      shape.append(
          run.matches("[A-Za-z]+")
              ? "[A-Za-z]+"
              : run.matches("\\d+") ? "\\d+" : Pattern.quote(run));
    }
    int at = pattern.indexOf("{item_id}");
    return at < 0
        ? null
        : Pattern.compile(
            Pattern.quote(pattern.substring(0, at))
                + shape
                + Pattern.quote(pattern.substring(at + "{item_id}".length())));
  }

  /** A header that is read must stand once; what nobody reads may repeat. */
  private void twice() {
    Set<String> seen = new HashSet<>();
    Set<String> read = new HashSet<>();
    used.stream().filter(i -> i >= 0).forEach(i -> read.add(TextRepair.headerKey(header.get(i))));
    for (String name : header) {
      String key = TextRepair.headerKey(name);
      if (!key.isEmpty() && !seen.add(key) && read.contains(key)) {
        problems.add(Found.of("HEADER_TWICE", name));
      }
    }
  }

  private void missing() {
    Set<String> left = new TreeSet<>();
    for (int i = 0; i < header.size(); i++) {
      if (!used.contains(i) && !header.get(i).isBlank()) {
        left.add(header.get(i));
      }
    }
    for (Source.Column column : source.columns()) {
      if (column.required() && !column.headers().isEmpty() && place(column.headers()) < 0) {
        String name = column.headers().get(0);
        problems.add(new Found("HEADER_MISSING", "", name, Nearest.to(name, left)));
      }
    }
  }

  /** Whether a column is read, and so may be kept. */
  boolean isRead(int column) {
    return used.contains(column)
        || column == place(source.body().header())
        || column == place(source.scores().itemHeader())
        || column == place(source.scores().valueHeader())
        || source.columns().stream().anyMatch(c -> c.of() != null && column == place(c.of()));
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
