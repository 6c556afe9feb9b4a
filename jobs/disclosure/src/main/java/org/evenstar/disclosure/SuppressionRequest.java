package org.evenstar.disclosure;

import java.util.Map;
import java.util.Set;

/**
 * What the owner of a release asks for.
 *
 * @param mustPublish cells to withhold only if they are confidential themselves
 * @param mustHide cells to withhold whatever they hold
 * @param formerPattern cells withheld last time; they are preferred as cover, so that holes stay
 *     where readers know them
 * @param withheld cells that are withheld already, for other reasons than their own here: they
 *     cover at no cost
 * @param cost what withholding a cell costs; cells not named cost their count
 */
public record SuppressionRequest(
    Set<CellKey> mustPublish,
    Set<CellKey> mustHide,
    Set<CellKey> formerPattern,
    Set<CellKey> withheld,
    Map<CellKey, Long> cost) {

  /** Nothing in particular. */
  public static final SuppressionRequest NONE =
      new SuppressionRequest(Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

  public SuppressionRequest {
    mustPublish = Set.copyOf(mustPublish);
    mustHide = Set.copyOf(mustHide);
    formerPattern = Set.copyOf(formerPattern);
    withheld = Set.copyOf(withheld);
    cost = Map.copyOf(cost);
  }

  /** The same with cells that must be published. */
  public SuppressionRequest withMustPublish(Set<CellKey> keys) {
    return new SuppressionRequest(keys, mustHide, formerPattern, withheld, cost);
  }

  /** The same with cells that must be hidden. */
  public SuppressionRequest withMustHide(Set<CellKey> keys) {
    return new SuppressionRequest(mustPublish, keys, formerPattern, withheld, cost);
  }

  /** The same with the pattern of the release before. */
  public SuppressionRequest withFormerPattern(Set<CellKey> keys) {
    return new SuppressionRequest(mustPublish, mustHide, keys, withheld, cost);
  }

  /** The same with cells that are withheld already. */
  public SuppressionRequest withWithheld(Set<CellKey> keys) {
    return new SuppressionRequest(mustPublish, mustHide, formerPattern, keys, cost);
  }
}
