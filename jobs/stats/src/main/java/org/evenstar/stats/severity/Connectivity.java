package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which bodies can be compared with which, and what would join them. */
final class Connectivity {

  private final SeverityData data;
  private final Preparation prepared;
  private final int[] dossiers;
  private final List<List<Integer>> components = new ArrayList<>();
  private final int bodiesWithRatings;
  private List<double[]> open = List.of();
  private Optional<Layout> layout = Optional.empty();
  private int separate;
  private boolean isConfounded;

  Connectivity(SeverityData data, Preparation prepared) {
    this.data = data;
    this.prepared = prepared;
    this.dossiers = new int[data.bodies()];
    byte[] row = new byte[Math.max(1, data.indicators())];
    for (int d = 0; d < data.dossiers(); d++) {
      data.copyRow(data.row(d), row);
      for (int i = 0; i < data.indicators(); i++) {
        if (row[i] >= 0) {
          dossiers[data.body(data.row(d))]++;
          break;
        }
      }
    }
    BitSet extreme = new BitSet();
    prepared.extremes().stream()
        .filter(e -> e.kind() == Extreme.Kind.BODY)
        .forEach(e -> extreme.set(e.index()));
    int seen = 0;
    LongIntMap componentOf = new LongIntMap();
    for (int body = 0; body < data.bodies(); body++) {
      seen += dossiers[body] > 0 ? 1 : 0;
      if (dossiers[body] == 0 || extreme.get(body)) {
        continue;
      }
      // A body that was dropped is alone; the others are named by their component's lowest body.
      int name = prepared.bodies().get(body) ? prepared.component(body) : body;
      int place = componentOf.get(name);
      if (place < 0) {
        place = components.size();
        componentOf.put(name, place);
        components.add(new ArrayList<>());
      }
      components.get(place).add(body);
    }
    this.bodiesWithRatings = seen;
    this.separate = components.size();
  }

  /** Whether there was any institution that could have told something. */
  boolean hasInformation() {
    return prepared.informativeAtFirst() > 0;
  }

  SeverityResult.Lack lack() {
    int first = -1;
    for (int d = 0; d < data.dossiers(); d++) {
      for (int i = 0; i < data.indicators(); i++) {
        int category = data.category(data.row(d), i);
        if (category >= 0 && first >= 0 && category != first) {
          return SeverityResult.Lack.NO_INFORMATIVE_INSTITUTION;
        }
        first = category >= 0 ? category : first;
      }
    }
    return SeverityResult.Lack.NO_VARIATION;
  }

  /** Splits components further where the rank of the design says so. */
  void refine(
      List<List<Integer>> classes,
      List<Integer> anchored,
      List<double[]> directions,
      Layout place) {
    List<List<Integer>> alone =
        components.stream().filter(c -> !prepared.bodies().get(c.get(0))).toList();
    isConfounded = classes.size() + alone.size() > components.size();
    components.clear();
    components.addAll(classes);
    components.addAll(alone);
    components.sort(Comparator.comparing(c -> c.get(0)));
    separate = components.size() - Math.max(0, anchored.size() - 1);
    open = directions;
    layout = Optional.of(place);
  }

  boolean isConnected() {
    return separate <= 1;
  }

  SeverityResult notIdentified(Optional<RaschFit> within, double wantedError) {
    List<List<Integer>> copied = components.stream().map(List::copyOf).toList();
    List<Integer> largest = largest(copied);
    DesignPlanner planner = new DesignPlanner(data);
    List<Contrast> contrasts = new ArrayList<>();
    List<DesignAdvice> advice = new ArrayList<>();
    for (List<Integer> component : copied) {
      if (component != largest) {
        contrasts.add(contrast(component, largest));
        advice.add(planner.join(busiest(largest), busiest(component), wantedError));
      }
    }
    return new SeverityResult.NotIdentified(reason(), copied, contrasts, within, advice);
  }

  private SeverityResult.Reason reason() {
    if (bodiesWithRatings == 1) {
      return SeverityResult.Reason.ONE_BODY;
    }
    return isConfounded
        ? SeverityResult.Reason.INDICATORS_CONFOUNDED
        : SeverityResult.Reason.DISCONNECTED;
  }

  /** Names the indicators that move with the bodies in the open direction that parts them most. */
  private Contrast contrast(List<Integer> component, List<Integer> largest) {
    List<Integer> with = new ArrayList<>();
    List<Integer> against = new ArrayList<>();
    Optional<double[]> direction =
        open.stream()
            .max(Comparator.comparingDouble(d -> Math.abs(at(d, component) - at(d, largest))));
    if (direction.isPresent() && layout.isPresent()) {
      double[] d = direction.get();
      double sign = Math.signum(at(d, component) - at(d, largest));
      for (int item = 0; item < data.indicators(); item++) {
        int place = layout.get().item(item);
        double value = place < 0 || Math.abs(d[place]) < 1e-6 ? 0 : sign * d[place];
        if (value > 0) {
          with.add(item);
        } else if (value < 0) {
          against.add(item);
        }
      }
    }
    return new Contrast(component, largest, with, against);
  }

  private double at(double[] direction, List<Integer> component) {
    int place = layout.map(l -> l.body(component.get(0))).orElse(-1);
    return place < 0 ? 0 : direction[place];
  }

  private List<Integer> largest(List<List<Integer>> sets) {
    return sets.stream()
        .max(
            Comparator.<List<Integer>>comparingInt(List::size)
                .thenComparingInt(set -> dossiers[busiest(set)])
                .thenComparing(set -> -set.get(0)))
        .orElse(List.of());
  }

  private int busiest(List<Integer> component) {
    int busiest = component.get(0);
    for (int body : component) {
      busiest = dossiers[body] > dossiers[busiest] ? body : busiest;
    }
    return busiest;
  }
}
