package org.evenstar.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.evenstar.sample.delivery.BodyFiles;
import org.evenstar.sample.delivery.DeliveryRow;
import org.evenstar.sample.delivery.Field;
import org.evenstar.sample.delivery.Layout;
import org.evenstar.sample.delivery.Spot;
import org.evenstar.sample.delivery.StableZip;
import org.evenstar.sample.mess.Finding;
import org.evenstar.sample.population.Clientele;

/**
 * Files planted beside the deliveries: some that landing must refuse as a whole, one that stands
 * twice, one with weights of its own. All are in the last month, apart from the doubled one.
 */
final class OddFiles {
  private static final int ROWS = 4;

  private final World world;
  private final Path landing;
  private final Ledger ledger;
  private final int month;
  private final List<Truth.StoppedFile> stopped = new ArrayList<>();
  private final List<Truth.DuplicateFile> duplicates = new ArrayList<>();
  private final List<Truth.PlantedProblem> crossDelivery = new ArrayList<>();
  private long nextNumber;

  OddFiles(World world, Path landing, Ledger ledger) {
    this.world = world;
    this.landing = landing;
    this.ledger = ledger;
    this.month = world.calendar.months() - 1;
    this.nextNumber = world.firstFree;
  }

  Damage write() throws IOException {
    for (Clientele body : List.of(Clientele.CCID, Clientele.GLKJ, Clientele.SDFN)) {
      cutOff(body);
    }
    empty();
    wrongFormat();
    nestedArchive();
    mixedPercent();
    headers();
    unknown();
    weights();
    again();
    if (month > 0) {
      sameRevisionTwice();
    }
    return new Damage(stopped, duplicates, crossDelivery);
  }

  private void cutOff(Clientele body) throws IOException {
    String file = rows(body, world.layouts.get(body), "cut-off").get(0).file();
    byte[] whole = Files.readAllBytes(landing.resolve(file));
    Files.write(landing.resolve(file), Arrays.copyOf(whole, whole.length * 3 / 5));
    stopped(body, file, "FILE_CUT_OFF");
  }

  private void empty() throws IOException {
    String file = path(Clientele.HNPT, "hnpt-empty-01.jsonl");
    Files.createDirectories(Objects.requireNonNull(landing.resolve(file).getParent()));
    Files.write(landing.resolve(file), new byte[0]);
    stopped(Clientele.HNPT, file, "FILE_EMPTY");
  }

  private void wrongFormat() throws IOException {
    Layout workbook = world.layouts.get(Clientele.CCID);
    Path from = landing.resolve(rows(Clientele.CCID, workbook, "workbook").get(0).file());
    String file = path(Clientele.WHSZ, "whsz-workbook-01.csv");
    Files.createDirectories(Objects.requireNonNull(landing.resolve(file).getParent()));
    Files.move(from, landing.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    stopped(Clientele.WHSZ, file, "FILE_WRONG_FORMAT");
  }

  private void nestedArchive() throws IOException {
    Layout layout = world.layouts.get(Clientele.WHSZ);
    Path csv = landing.resolve(rows(Clientele.WHSZ, layout, "nested").get(0).file());
    Path inner = csv.resolveSibling("inner.zip");
    String file = path(Clientele.WHSZ, "whsz-nested-01.zip");
    StableZip.write(inner, Map.of("whsz.csv", Files.readAllBytes(csv)));
    StableZip.write(landing.resolve(file), Map.of("inner.zip", Files.readAllBytes(inner)));
    Files.delete(csv);
    Files.delete(inner);
    stopped(Clientele.WHSZ, file, "FILE_NESTED_ARCHIVE");
  }

  private void mixedPercent() throws IOException {
    Layout layout = world.layouts.get(Clientele.WHSZ);
    try (BodyFiles files = files(Clientele.WHSZ, layout, month, "mixed")) {
      DeliveryRow row = new DeliveryRow(world.model.scoredItems().size());
      String file = "";
      for (int i = 0; i < ROWS; i++) {
        fill(extra(Clientele.WHSZ, month), row);
        if (i % 2 == 1) {
          fractions(row);
        }
        file = files.write(row).file();
      }
      stopped(Clientele.WHSZ, file, "PERCENT_MIXED");
    }
  }

  /** 80 as 0.8. */
  private void fractions(DeliveryRow row) {
    for (int item = 0; item < world.model.scoredItems().size(); item++) {
      switch (row.score(item)) {
        case "50" -> row.setScore(item, "0.5");
        case "80" -> row.setScore(item, "0.8");
        case "100" -> row.setScore(item, "1");
        default -> {
          // blank, zero and not applicable read the same either way
        }
      }
    }
  }

  private void headers() throws IOException {
    Layout layout = world.layouts.get(Clientele.CESI);
    String missing =
        rows(Clientele.CESI, layout.without(Field.ASSESSED_ON), "header-missing").get(0).file();
    stopped(Clientele.CESI, missing, "HEADER_MISSING");
    String twice =
        rows(Clientele.CESI, layout.withTwice(Field.APPLIED_STAR), "header-twice").get(0).file();
    stopped(Clientele.CESI, twice, "HEADER_TWICE");
  }

  private void unknown() throws IOException {
    String file = "other/" + world.calendar.period(month) + "/list.csv";
    Files.createDirectories(Objects.requireNonNull(landing.resolve(file).getParent()));
    Files.writeString(landing.resolve(file), "编号,名称\r\n1,无\r\n", StandardCharsets.UTF_8);
    stopped.add(new Truth.StoppedFile(null, file, "FILE_UNKNOWN"));
  }

  private void weights() throws IOException {
    Layout layout = world.layouts.get(Clientele.WHSZ);
    List<Spot> spots = rows(Clientele.WHSZ, layout.withWeights(world.model), "weights");
    for (Spot spot : spots) {
      ledger.row(Clientele.WHSZ, spot, List.of(), "weights");
    }
    String column = layout.weightHeader(world.model.indicators().get(0));
    ledger.fileNote(
        Clientele.WHSZ, spots.get(0).file(), new Finding(column, "WEIGHTS_DIFFER"), "weights");
  }

  private void again() throws IOException {
    String period = world.calendar.period(0);
    String first = "WHSZ/" + period + "/whsz-" + period + "-01.csv";
    if (month > 0 && Files.exists(landing.resolve(first))) {
      String again = "WHSZ/" + world.calendar.period(1) + "/whsz-" + period + "-again.csv";
      Path to = landing.resolve(again);
      Files.createDirectories(Objects.requireNonNull(to.getParent()));
      Files.copy(landing.resolve(first), to);
      duplicates.add(new Truth.DuplicateFile("WHSZ", again, first));
      ledger.fileNote(Clientele.WHSZ, again, new Finding("", "FILE_DUPLICATE"), "file-again");
    }
  }

  /**
   * Two dossiers of the first month come again in the last: one as it was, one with another score.
   */
  private void sameRevisionTwice() throws IOException {
    Clientele body = Clientele.HNPT;
    Layout layout = world.layouts.get(body);
    DeliveryRow row = new DeliveryRow(layout.items());
    try (BodyFiles first = files(body, layout, 0, "first");
        BodyFiles second = files(body, layout, month, "second")) {
      for (boolean isOther : new boolean[] {false, true}) {
        fill(extra(body, 0), row);
        ledger.row(body, first.write(row), List.of(), "");
        if (isOther) {
          row.setScore(0, row.score(0).equals("F") ? "P" : "F");
        }
        Spot spot = second.write(row);
        ledger.row(body, spot, List.of(), "");
        crossDelivery.add(
            Ledger.problem(
                body,
                spot,
                new Finding("", isOther ? "DOSSIER_CONFLICT" : "DOSSIER_REPEATED"),
                "same-revision-twice"));
      }
    }
  }

  private List<Spot> rows(Clientele body, Layout layout, String name) throws IOException {
    List<Spot> spots = new ArrayList<>();
    try (BodyFiles files = files(body, layout, month, name)) {
      DeliveryRow row = new DeliveryRow(world.model.scoredItems().size());
      for (int i = 0; i < ROWS; i++) {
        fill(extra(body, month), row);
        spots.add(files.write(row));
      }
    }
    return spots;
  }

  private BodyFiles files(Clientele body, Layout layout, int inMonth, String name) {
    String stem = body.name().toLowerCase(Locale.ROOT) + '-' + name;
    return new BodyFiles(landing, layout, world.calendar.period(inMonth), stem, false);
  }

  private Dossier extra(Clientele body, int inMonth) {
    long number = nextNumber++;
    return world.dossiers.extra(world.population.institution(number, body), body, inMonth);
  }

  private void fill(Dossier dossier, DeliveryRow row) {
    world.filler.fill(dossier, world.dossiers.scale(dossier.body()), row);
  }

  private String path(Clientele body, String name) {
    return body.name() + '/' + world.calendar.period(month) + '/' + name;
  }

  private void stopped(Clientele body, String file, String reasonCode) {
    stopped.add(new Truth.StoppedFile(body.name(), file, reasonCode));
  }
}
