package org.evenstar.landing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.evenstar.schemas.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery looks like in numbers, kept beside its rows, so that the next can be held against
 * it.
 *
 * @param path path below {@code landing/}
 * @param notApplicable scores said to be not applicable, of the rows that landed
 * @param bins scores of the rows that landed by position on 0…1 in hundredths, 101 of them
 */
record DeliveryShape(
    String deliveryId,
    String path,
    @Nullable String sourceId,
    @Nullable String bodyId,
    @Nullable String period,
    boolean isMended,
    long read,
    long repaired,
    long quarantined,
    long notApplicable,
    List<Long> bins) {
  private static final String FILE = "shape.json";

  DeliveryShape(Delivery delivery, DeliveryCounts counts) {
    this(
        delivery.id(),
        delivery.path(),
        delivery.sourceId(),
        delivery.bodyId(),
        delivery.period(),
        delivery.mends() != null,
        counts.read,
        counts.repaired,
        counts.quarantined,
        counts.notApplicable,
        Arrays.stream(counts.bins).boxed().toList());
  }

  static void write(Path folder, List<DeliveryShape> shapes) throws IOException {
    Files.writeString(folder.resolve(FILE), Json.MAPPER.writeValueAsString(shapes));
  }

  static List<DeliveryShape> read(Path folder) throws IOException {
    return List.of(
        Json.MAPPER.readValue(Files.readString(folder.resolve(FILE)), DeliveryShape[].class));
  }
}
