package org.evenstar.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.evenstar.sample.delivery.Layout;
import org.evenstar.sample.mess.Mess;
import org.evenstar.sample.mess.Messes;
import org.evenstar.sample.population.Clientele;
import org.evenstar.sample.population.Draws;
import org.evenstar.sample.population.Population;
import org.evenstar.sample.population.Purpose;
import org.evenstar.sample.score.PlantedFaults;
import org.evenstar.sample.score.ScoreModel;
import org.evenstar.sample.score.StarRule;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.Sectors;
import org.evenstar.schemas.config.Source;

/** Everything that writers of files share; unchanging, so they may work side by side. */
final class World {
  /** One spoilt row to be written. */
  record PlannedMess(Mess mess, Clientele body, int month, long number) {}

  final SampleOptions options;
  final Calendar calendar;
  final Model model = RunFolder.model();
  final PlantedFaults faults;
  final ScoreModel scores;
  final Population population;
  final Schedule schedule;
  final Plan plan;
  final Dossiers dossiers;
  final RowFiller filler;
  final Map<Clientele, Layout> layouts = new EnumMap<>(Clientele.class);
  final List<PlannedMess> messes = new ArrayList<>();

  /** The first number that no institution has. */
  final long firstFree;

  World(SampleOptions options) {
    this.options = options;
    long seed = options.seed();
    this.calendar = Calendar.of(options.months());
    this.faults = options.hasFaults() ? PlantedFaults.all(options.months()) : PlantedFaults.none();
    this.scores = new ScoreModel(seed, model, faults);
    List<String> sectors =
        RunFolder.sectors().sectors().stream().map(Sectors.Sector::name).map(n -> n.zh()).toList();
    this.population = new Population(seed, options.months(), model.domains().size(), sectors);
    this.schedule = new Schedule(options, population);
    this.plan = new Plan(options, population, schedule, Clientele.WHSZ);
    Map<Clientele, Source> sources = RunFolder.sources();
    this.dossiers =
        new Dossiers(seed, calendar, population, scores, new StarRule(model), faults, sources);
    this.filler = new RowFiller(seed, model);
    sources.forEach((body, source) -> layouts.put(body, new Layout(source, model)));
    this.firstFree = options.hasMesses() ? planMesses() : plan.firstExtra();
  }

  private long planMesses() {
    int copies = (int) Math.max(1, Math.min(20, options.institutions() / 1000));
    long number = plan.firstExtra();
    for (Mess mess : Messes.all()) {
      for (int copy = 0; copy < copies; copy++) {
        for (Clientele body : mess.bodies()) {
          messes.add(new PlannedMess(mess, body, month(number, body), number));
          // A row under the same number needs a faultless one before it.
          number += mess.shape() == Mess.Shape.SAME_NUMBER ? 2 : 1;
          if (mess.shape() == Mess.Shape.SAME_INSTITUTION && body != last(mess)) {
            number--;
          }
        }
      }
    }
    return number;
  }

  private static Clientele last(Mess mess) {
    return mess.bodies().get(mess.bodies().size() - 1);
  }

  private int month(long number, Clientele body) {
    double unit = Draws.unit(Draws.hash(options.seed(), Purpose.MESS, number));
    return schedule.notSilent((int) (unit * options.months()), body);
  }
}
