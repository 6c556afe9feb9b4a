package org.evenstar.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.evenstar.sample.delivery.BodyFiles;
import org.evenstar.sample.delivery.DeliveryRow;
import org.evenstar.sample.delivery.Field;
import org.evenstar.sample.delivery.Layout;
import org.evenstar.sample.delivery.RowNote;
import org.evenstar.sample.delivery.Spot;
import org.evenstar.sample.mess.Finding;
import org.evenstar.sample.mess.Mess;
import org.evenstar.sample.mess.Subject;
import org.evenstar.sample.population.Clientele;
import org.evenstar.sample.population.Draws;
import org.evenstar.sample.population.Institution;
import org.evenstar.sample.population.Purpose;

/**
 * Writes what one body delivers in one month, one row at a time. Ordinary dossiers come in the
 * order of the institutions' numbers; the planted ones are strewn among them.
 */
final class BodyMonth {
  private static final int ORDINARY_ROWS_BETWEEN = 3;

  /** Changes of name are planted among these only, so that their list stays short. */
  private static final long NAMES_CHANGED_BELOW = 5_000;

  private final World world;
  private final Clientele body;
  private final int month;
  private final Layout layout;
  private final BodyFiles files;
  private final BodyFiles lateFiles;
  private final DeliveryRow row;
  private final Ledger ledger = new Ledger();
  private final Queue<Planted> planted = new ArrayDeque<>();
  private boolean isLateAny;

  /** Something to be written among the ordinary rows. */
  @FunctionalInterface
  private interface Planted {
    void write() throws IOException;
  }

  BodyMonth(World world, Path landing, Clientele body, int month) {
    this.world = world;
    this.body = body;
    this.month = month;
    this.layout = world.layouts.get(body);
    this.row = new DeliveryRow(layout.items());
    String period = world.calendar.period(month);
    String stem = body.name().toLowerCase(Locale.ROOT) + '-';
    boolean isMessy = world.options.hasMesses();
    this.files = new BodyFiles(landing, layout, period, stem + period, isMessy);
    this.lateFiles = new BodyFiles(landing, layout, period, stem + "late", isMessy);
  }

  /** Writes the files. */
  Ledger write() throws IOException {
    plant();
    long institutions = world.options.institutions();
    long ordinary = 0;
    try (files;
        lateFiles) {
      for (long number = 0; number < institutions; number++) {
        if (isHere(number)) {
          ordinary(number);
          if (++ordinary % ORDINARY_ROWS_BETWEEN == 0 && !planted.isEmpty()) {
            planted.remove().write();
          }
        }
      }
      while (!planted.isEmpty()) {
        planted.remove().write();
      }
    }
    for (RowNote note : files.notes()) {
      ledger.note(body, note);
    }
    for (RowNote note : lateFiles.notes()) {
      ledger.note(body, note);
    }
    return ledger;
  }

  private boolean isHere(long number) {
    boolean isOwn = world.population.bodyOf(number) == body;
    return (isOwn || isSecond(number)) && world.schedule.deliveredIn(number, body) == month;
  }

  private boolean isSecond(long number) {
    return world.population.isDoubleScored(number) && world.population.secondBodyOf(number) == body;
  }

  private void plant() {
    Plan plan = world.plan;
    for (int i = 0; i < plan.anchors(); i++) {
      int anchor = i;
      int assessed = anchor % world.calendar.months();
      if (world.schedule.notSilent(assessed, body) == month) {
        planted.add(() -> put(files, anchor(anchor)));
      }
    }
    for (long number : plan.revisions(body, month)) {
      planted.add(() -> ledger.revisions.add(place(world.dossiers.revised(first(number)), "")));
    }
    for (long number : plan.withdrawals(body, month)) {
      planted.add(() -> ledger.withdrawals.add(place(first(number).withdrawn(), "")));
    }
    for (Plan.Copy copy : plan.copies(body, month)) {
      planted.add(() -> copy(copy));
    }
    for (World.PlannedMess mess : world.messes) {
      if (mess.body() == body && mess.month() == month) {
        planted.add(() -> mess(mess));
      }
    }
  }

  private Dossier anchor(int anchor) {
    return world.dossiers.anchor(world.plan.firstAnchor() + anchor, anchor, body);
  }

  /** The first revision of an institution's dossier, with the star that was awarded. */
  private Dossier first(long number) {
    Dossier dossier = world.dossiers.ordinary(number, body);
    if (!world.plan.isMismatch(number)) {
      return dossier;
    }
    int star = dossier.recomputedStar();
    boolean isUp = star < dossier.appliedStar() && world.plan.isMismatchUpwards(number);
    return dossier.awarded(isUp || star == 0 ? star + 1 : star - 1);
  }

  private void ordinary(long number) throws IOException {
    Dossier dossier = first(number);
    boolean isLate = world.schedule.isLate(number, body);
    boolean isRenamed = world.options.hasMesses() && isRenamed(number);
    boolean isLater = isRenamed && isLaterOfTwo(dossier, number);
    fill(dossier);
    if (isRenamed && !isLater) {
      row.setField(Field.INSTITUTION_NAME, dossier.institution().formerName());
    }
    Spot spot = (isLate ? lateFiles : files).write(row);
    String column = layout.header(Field.INSTITUTION_NAME);
    ledger.row(
        body,
        spot,
        isLater ? List.of(new Finding(column, "NAME_DIFFERS")) : List.of(),
        "former-name");
    if (isLate) {
      late(spot, dossier);
    }
    if (world.plan.isMismatch(number)) {
      ledger.mismatches.add(placed(dossier, spot, ""));
    }
    if (isSecond(number)) {
      ledger.doubleScored++;
    }
  }

  private boolean isRenamed(long number) {
    return world.population.isDoubleScored(number)
        && number < NAMES_CHANGED_BELOW
        && number % 4 == 0;
  }

  /** Whether the other body's dossier of the same institution comes before this one. */
  private boolean isLaterOfTwo(Dossier dossier, long number) {
    Clientele other = isSecond(number) ? world.population.bodyOf(number) : secondBodyOf(number);
    LocalDate before = world.dossiers.ordinary(number, other).assessedOn();
    int order = dossier.assessedOn().compareTo(before);
    return order > 0 || (order == 0 && body.name().compareTo(other.name()) > 0);
  }

  private Clientele secondBodyOf(long number) {
    return world.population.secondBodyOf(number);
  }

  private void late(Spot spot, Dossier dossier) {
    if (!isLateAny) {
      isLateAny = true;
      String assessed = world.calendar.period(dossier.month());
      ledger.lateFiles.add(
          new Truth.DeliveredFile(
              body.name(), spot.file(), assessed, world.calendar.period(month)));
    }
  }

  private void copy(Plan.Copy copy) throws IOException {
    Dossier original = first(copy.of());
    ledger.copies.add(place(world.dossiers.copy(copy.number(), original), original.dossierNo()));
  }

  private void mess(World.PlannedMess planned) throws IOException {
    Mess mess = planned.mess();
    long number = planned.number();
    boolean isPair = mess.shape() == Mess.Shape.SAME_NUMBER;
    // Where an institution sits follows from its home; one at two bodies has one home.
    Clientele home = mess.shape() == Mess.Shape.SAME_INSTITUTION ? mess.bodies().get(0) : body;
    Dossier dossier = extra(number, home);
    if (isPair) {
      files.keepTogether(2);
      put(files, dossier);
      String same = dossier.dossierNo();
      dossier = extra(number + 1, home);
      fill(dossier);
      row.setField(Field.DOSSIER_NO, same);
    } else {
      fill(dossier);
    }
    Draws draws = Draws.of(world.options.seed(), Purpose.MESS, number, 1 + body.number());
    Subject subject =
        new Subject(
            row,
            layout,
            dossier.institution(),
            dossier.assessedOn(),
            world.population.places(),
            draws);
    mess.spoil().accept(subject);
    ledger.row(body, files.write(row), subject.findings(), mess.name());
  }

  private Dossier extra(long number, Clientele home) {
    Institution institution = world.population.institution(number, home);
    return world.dossiers.extra(institution, body, month);
  }

  private Truth.PlacedDossier place(Dossier dossier, String detail) throws IOException {
    return placed(dossier, put(files, dossier), detail);
  }

  private Spot put(BodyFiles into, Dossier dossier) throws IOException {
    fill(dossier);
    Spot spot = into.write(row);
    ledger.row(body, spot, List.of(), "");
    return spot;
  }

  private void fill(Dossier dossier) {
    world.filler.fill(dossier, world.dossiers.scale(body), row);
  }

  private static Truth.PlacedDossier placed(Dossier dossier, Spot spot, String detail) {
    return new Truth.PlacedDossier(
        dossier.body().name(),
        dossier.dossierNo(),
        dossier.revision(),
        spot.file(),
        spot.sheet(),
        spot.rowNumber(),
        dossier.appliedStar(),
        dossier.awardedStar(),
        dossier.recomputedStar(),
        detail);
  }
}
