package org.evenstar.landing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenstar.landing.decode.Found;
import org.evenstar.schemas.config.Body;
import org.evenstar.schemas.config.RunConfig;
import org.evenstar.schemas.config.Source;

/** What only all deliveries together tell: late, missing, shrunk, unlike those before. */
final class Schedule {
  private final RunConfig config;
  private final LocalDate asOf;

  Schedule(RunConfig config, LocalDate asOf) {
    this.config = config;
    this.asOf = asOf;
  }

  /** Writes the problems as one more folder of landed tables. */
  Path land(List<Delivery> deliveries, List<Path> folders, BatchStore store) throws IOException {
    List<DeliveryShape> shapes = new ArrayList<>();
    for (Path folder : folders) {
      shapes.addAll(DeliveryShape.read(folder));
    }
    Path beside = store.beginSchedule();
    try (LandedFiles out = new LandedFiles(beside)) {
      absences(deliveries, out);
      histories(shapes, deliveries, out);
    }
    return store.finishSchedule(beside);
  }

  private void absences(List<Delivery> deliveries, LandedFiles out) throws IOException {
    String first = config.run().firstPeriod();
    if (first == null) {
      return;
    }
    Set<String> arrived = new HashSet<>();
    deliveries.forEach(d -> arrived.add(d.bodyId() + " " + d.period()));
    for (Body body : config.bodies()) {
      if (!deliversMonthly(body)) {
        continue;
      }
      for (YearMonth month = YearMonth.parse(first);
          asOf.isAfter(due(month));
          month = month.plusMonths(1)) {
        if (isExpected(body, month) && !arrived.contains(body.bodyId() + " " + month)) {
          boolean isLate = !asOf.isAfter(due(month.plusMonths(1)));
          Found found =
              isLate
                  ? Found.of("DELIVERY_LATE", month.toString(), due(month).toString())
                  : Found.of("DELIVERY_MISSING", month.toString(), month.toString());
          out.problem(pseudo(body, month), null, 0, new LandedRow.Located("", found));
        }
      }
    }
  }

  /** Day until which a month's delivery is on time. */
  private LocalDate due(YearMonth month) {
    YearMonth next = month.plusMonths(1);
    return next.atDay(Math.min(config.run().dueDay(), next.lengthOfMonth()));
  }

  private boolean deliversMonthly(Body body) {
    return config.sources().stream().anyMatch(source -> isMonthly(source, body));
  }

  private static boolean isMonthly(Source source, Body body) {
    return "path".equals(source.period().from())
        && (body.bodyId().equals(source.body().id()) || "file_name".equals(source.body().from()));
  }

  private static boolean isExpected(Body body, YearMonth month) {
    return (body.validFrom() == null || !month.atEndOfMonth().isBefore(body.validFrom()))
        && (body.validTo() == null || !month.atDay(1).isAfter(body.validTo()));
  }

  private static Delivery pseudo(Body body, YearMonth month) {
    return new Delivery(
        "", "", "", null, 0, null, "", body.bodyId(), month.toString(), null, null, null);
  }

  private static void histories(
      List<DeliveryShape> shapes, List<Delivery> deliveries, LandedFiles out) throws IOException {
    Map<String, Delivery> byPath = new TreeMap<>();
    deliveries.forEach(delivery -> byPath.put(delivery.path(), delivery));
    Map<String, TreeMap<String, List<DeliveryShape>>> byBody = new TreeMap<>();
    for (DeliveryShape shape : shapes) {
      if (shape.bodyId() != null && shape.period() != null && !shape.isMended()) {
        byBody
            .computeIfAbsent(shape.bodyId(), b -> new TreeMap<>())
            .computeIfAbsent(shape.period(), p -> new ArrayList<>())
            .add(shape);
      }
    }
    for (TreeMap<String, List<DeliveryShape>> periods : byBody.values()) {
      DeliveryHistory history = new DeliveryHistory();
      for (List<DeliveryShape> delivered : periods.values()) {
        Delivery delivery = byPath.get(delivered.get(0).path());
        for (LandedRow.Located located : history.compare(delivered)) {
          out.problem(java.util.Objects.requireNonNull(delivery), null, 0, located);
        }
      }
    }
  }
}
