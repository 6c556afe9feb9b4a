package org.evenstar.landing.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenstar.landing.DeliveredRows;
import org.evenstar.landing.Folders;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;

/**
 * Receipts as files: one folder a body; of each delivery a JSON document, a page in Chinese and in
 * English and, when rows are to be mended, a workbook that is itself a delivery once mended.
 */
public final class ReceiptFiles {
  private static final int LONGEST_NAME = 120;

  private final RunConfig config;
  private final LocalDate asOf;
  private final Path work;
  private @Nullable DeliveredRows delivered;

  /**
   * @param work folder for files that are gone afterwards
   */
  public ReceiptFiles(RunConfig config, LocalDate asOf, Path work) {
    this.config = config;
    this.asOf = asOf;
    this.work = work;
  }

  /** Writes all receipts beside {@code folder} and puts them in its place. */
  public void write(ReceiptBook book, Path folder) throws IOException {
    Path beside = folder.resolveSibling("." + folder.getFileName() + ".tmp");
    Folders.delete(beside);
    Files.createDirectories(beside);
    TreeMap<String, List<Receipt>> byBody = new TreeMap<>();
    book.absences().keySet().forEach(body -> byBody.put(body, new ArrayList<>()));
    for (Receipt receipt : book.receipts()) {
      byBody.computeIfAbsent(receipt.addressee(), b -> new ArrayList<>()).add(receipt);
    }
    for (Map.Entry<String, List<Receipt>> body : byBody.entrySet()) {
      Path place = Files.createDirectories(beside.resolve(body.getKey()));
      List<Problem> absences = book.absences().getOrDefault(body.getKey(), List.of());
      body(place, body.getKey(), body.getValue(), absences);
    }
    Folders.replace(beside, folder);
  }

  private void body(Path place, String body, List<Receipt> receipts, List<Problem> absences)
      throws IOException {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (Receipt receipt : receipts) {
      String name = name(receipt, taken);
      names.add(name);
      String workbook = receipt.toMend().isEmpty() ? null : name + ".xlsx";
      if (workbook != null) {
        new MendingWorkbook(receipt).write(delivered(), work, place.resolve(workbook));
      }
      Files.writeString(place.resolve(name + ".json"), ReceiptJson.of(receipt, workbook));
      for (String language : List.of("zh", "en")) {
        Files.writeString(
            place.resolve(name + "." + language + ".html"),
            new ReceiptPage(language).of(receipt, workbook));
      }
    }
    Files.writeString(
        place.resolve("index.json"), ReceiptJson.index(body, receipts, names, absences));
    for (String language : List.of("zh", "en")) {
      Files.writeString(
          place.resolve("index." + language + ".html"),
          new ReceiptPage(language).index(title(body, language), receipts, names, absences));
    }
  }

  private String title(String body, String language) {
    return config.body(body).map(known -> known.name().in(language)).orElse(body);
  }

  private DeliveredRows delivered() {
    if (delivered == null) {
      delivered = new DeliveredRows(config, asOf);
    }
    return delivered;
  }

  /** The file's path as one name; a number where two would be alike. */
  private static String name(Receipt receipt, Set<String> taken) {
    String plain = receipt.file().replaceAll("[^\\p{L}\\p{N}.-]+", "_");
    String start =
        plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    String name = start.startsWith(".") || start.startsWith("index.") ? "_" + start : start;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = start + "-" + i;
    }
    return name;
  }
}
