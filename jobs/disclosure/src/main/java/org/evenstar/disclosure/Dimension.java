package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dimension of the tables and how its codes add up: each split says that a parent is the sum of
 * its children. A code may have several splits (provinces, sectors of a country's east and west)
 * and several parents (a month in every rolling year).
 *
 * @param name as in cell keys
 * @param total the code that means all, or null where codes never add up (measures)
 * @param splits parent = sum of children; the children of one parent do not overlap
 * @param kind whether the dimension's shares tell about every member of a cell
 */
public record Dimension(String name, @Nullable String total, List<Split> splits, Kind kind) {

  /** Parent = sum of children. */
  public record Split(String parent, List<String> children) {
    public Split {
      children = List.copyOf(children);
    }
  }

  /** What codes of a dimension are. */
  public enum Kind {
    /** Where or when a cell is: an empty cell is simply absent. */
    PLACE,
    /** A quality of the members (their star): 0 % or 100 % tells about each of them. */
    QUALITY
  }

  public Dimension {
    splits = List.copyOf(splits);
  }

  /** A flat dimension: the total is the sum of the codes. */
  public static Dimension flat(String name, String total, List<String> codes) {
    return new Dimension(name, total, List.of(new Split(total, codes)), Kind.PLACE);
  }

  /** A flat dimension of qualities, such as stars. */
  public static Dimension qualities(String name, String total, List<String> codes) {
    return new Dimension(name, total, List.of(new Split(total, codes)), Kind.QUALITY);
  }

  /** A dimension without a total, such as the measure. */
  public static Dimension labels(String name) {
    return new Dimension(name, null, List.of(), Kind.PLACE);
  }

  /** This dimension with one more split. */
  public Dimension with(String parent, List<String> children) {
    List<Split> more = new ArrayList<>(splits);
    more.add(new Split(parent, children));
    return new Dimension(name, total, more, kind);
  }
}
