package org.evenstar.landing.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenstar.landing.read.HeaderWords;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;

/**
 * The columns that a source reads and what may stand in them: the clean form, which lands without a
 * repair. Landing understands more than this and says so in the receipt.
 *
 * @param sourceId whose contract; empty for the general one
 * @param fields columns of the dossier
 * @param items columns of the scores
 * @param scoresKey key under which records hold their scores themselves; empty when each item has
 *     its own column
 */
record DeliveryContract(
    String sourceId, List<DeliveryColumn> fields, List<DeliveryColumn> items, String scoresKey) {

  /** The general contract: fields by their own names, scores from 0 to 1. */
  static DeliveryContract general() {
    List<DeliveryColumn> fields =
        FieldText.all().stream()
            .map(
                text ->
                    DeliveryColumn.of(
                        text.field(),
                        new LocalText(text.zh(), text.en()),
                        text.field().equals("dossier_no") || text.field().equals("assessed_on"),
                        text.field().endsWith("_on")
                            ? DeliveryColumn.Form.DATE
                            : DeliveryColumn.Form.TEXT))
            .toList();
    return new DeliveryContract("", fields, List.of(), "scores");
  }

  /** The contract of one source of a run. */
  static DeliveryContract of(RunConfig config, Source source) {
    List<DeliveryColumn> fields =
        source.columns().stream()
            .filter(column -> column.headers().stream().anyMatch(header -> !header.isBlank()))
            .map(column -> field(config, source, column))
            .toList();
    List<DeliveryColumn> items = new ArrayList<>();
    for (Model.Item item : config.model().scoredItems()) {
      HeaderWords.headersOf(source, item.itemId()).stream()
          .findFirst()
          .ifPresent(header -> items.add(item(config.model(), source, item, header)));
    }
    String key = source.json().scores();
    return new DeliveryContract(source.sourceId(), fields, items, key == null ? "" : key);
  }

  private static DeliveryColumn field(RunConfig config, Source source, Source.Column column) {
    String header = column.headers().stream().filter(h -> !h.isBlank()).findFirst().orElseThrow();
    LocalText meaning = FieldText.of(column.field());
    boolean required = column.required();
    String values = column.values();
    if (values != null && source.valueMaps().containsKey(values)) {
      return DeliveryColumn.list(header, meaning, required, texts(source.valueMaps().get(values)));
    }
    return switch (column.field()) {
      case "applied_star", "awarded_star" ->
          DeliveryColumn.list(header, meaning, required, stars(config.model()));
      case "sector" ->
          DeliveryColumn.list(
              header,
              meaning,
              required,
              config.sectors().sectors().stream().map(sector -> sector.name().zh()).toList());
      case "organisation_type" ->
          DeliveryColumn.list(
              header,
              meaning,
              required,
              config.organisationTypes().types().stream().map(type -> type.name().zh()).toList());
      case "assessed_on", "certified_on", "expires_on" ->
          DeliveryColumn.of(
              header,
              meaning,
              required,
              column.dateFormats().isEmpty() ? DeliveryColumn.Form.DATE : DeliveryColumn.Form.TEXT);
      case "institution_code" ->
          DeliveryColumn.of(
              header,
              meaning,
              required,
              config.regionsFile() == null
                  ? DeliveryColumn.Form.CREDIT_CODE
                  : DeliveryColumn.Form.TEXT);
      default -> DeliveryColumn.of(header, meaning, required, DeliveryColumn.Form.TEXT);
    };
  }

  private static List<String> texts(Source.ValueMap map) {
    return Stream.concat(
            map.map().stream().flatMap(value -> value.raw().stream()),
            map.absent().stream().flatMap(absent -> absent.raw().stream()))
        .toList();
  }

  private static List<String> stars(Model model) {
    return IntStream.rangeClosed(model.stars().lowest(), model.stars().highest())
        .mapToObj(Integer::toString)
        .toList();
  }

  /** An item's column under the newest version of its scale. */
  private static DeliveryColumn item(Model model, Source source, Model.Item item, String header) {
    String name =
        model.indicators().stream()
            .filter(indicator -> indicator.indicatorId().equals(item.indicatorId()))
            .map(indicator -> indicator.name().zh() + "\n" + indicator.name().en())
            .findFirst()
            .orElse(item.itemId() + "\n" + item.itemId());
    String[] names = name.split("\n", 2);
    String star = item.star() == null ? "" : " ★" + item.star();
    LocalText meaning = new LocalText(names[0] + star, names[1] + star);
    String scaleId =
        source.scores().mapping().stream()
            .filter(column -> column.itemId().equals(item.itemId()) && column.scale() != null)
            .map(Source.ItemColumn::scale)
            .findFirst()
            .orElse(source.scores().scale());
    Source.Scale scale =
        source.scales().stream()
            .filter(version -> version.scaleId().equals(scaleId))
            .reduce((older, newer) -> newer)
            .orElseThrow();
    List<String> absent = scale.absent().stream().flatMap(a -> a.raw().stream()).toList();
    if (!scale.map().isEmpty()) {
      List<String> allowed =
          Stream.concat(scale.map().stream().flatMap(s -> s.raw().stream()), absent.stream())
              .toList();
      return DeliveryColumn.list(header, meaning, false, allowed);
    }
    BigDecimal lowest = scale.lowest() == null ? item.points().lowest() : scale.lowest();
    BigDecimal highest = scale.highest() == null ? item.points().highest() : scale.highest();
    boolean mayExceed = scale.above().equals("cap");
    return new DeliveryColumn(
        header,
        meaning,
        false,
        absent,
        DeliveryColumn.Form.NUMBER,
        lowest.toPlainString(),
        mayExceed ? null : highest.toPlainString());
  }
}
