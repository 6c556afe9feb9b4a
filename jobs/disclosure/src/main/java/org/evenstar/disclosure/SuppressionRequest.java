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
 * @param cost what withholding a cell costs; cells not named cost their count
 */
public record SuppressionRequest(
    Set<CellKey> mustPublish,
    Set<CellKey> mustHide,
    Set<CellKey> formerPattern,
    Map<CellKey, Long> cost) {

  /** Nothing in particular. */
  public static final SuppressionRequest NONE =
      new SuppressionRequest(Set.of(), Set.of(), Set.of(), Map.of());

  public SuppressionRequest {
    mustPublish = Set.copyOf(mustPublish);
    mustHide = Set.copyOf(mustHide);
    formerPattern = Set.copyOf(formerPattern);
    cost = Map.copyOf(cost);
  }

  /** The same with cells that must be published. */
  public SuppressionRequest withMustPublish(Set<CellKey> keys) {
    return new SuppressionRequest(keys, mustHide, formerPattern, cost);
  }

  /** The same with cells that must be hidden. */
  public SuppressionRequest withMustHide(Set<CellKey> keys) {
    return new SuppressionRequest(mustPublish, keys, formerPattern, cost);
  }

  /** The same with the pattern of the release before. */
  public SuppressionRequest withFormerPattern(Set<CellKey> keys) {
    return new SuppressionRequest(mustPublish, mustHide, keys, cost);
  }
}
