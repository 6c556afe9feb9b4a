package org.evenstar.sample.mess;

import java.util.List;
import java.util.function.Consumer;
import org.evenstar.sample.population.Clientele;

/**
 * One kind of mess in a row.
 *
 * @param name stable name, for the truth file
 * @param bodies whose deliveries show it
 * @param shape how many rows it takes
 * @param spoil spoils a faultless row
 */
public record Mess(String name, List<Clientele> bodies, Shape shape, Consumer<Subject> spoil) {

  /** How many rows a mess takes. */
  public enum Shape {
    /** One row. */
    ROW,
    /** A faultless row of another institution, then the spoilt one under the same number. */
    SAME_NUMBER,
    /** The same institution in the same month at each of the bodies. */
    SAME_INSTITUTION
  }

  public Mess {
    bodies = List.copyOf(bodies);
  }
}
