package org.evenstar.pipeline.impact;

import java.util.List;
import org.evenstar.schemas.config.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What a new model would do to the current dossiers: their recomputed stars and indices under the
 * model in force and under the new one. Counts are of dossiers and keep the association's limits;
 * certificates stay as they were awarded.
 *
 * @param inferred whether either model is inferred
 * @param asOf the day looked from
 * @param itemsAdded items of the new model that no past dossier has a score of
 * @param itemsRemoved items of the model in force that the new one lacks
 * @param dossiers current dossiers looked at; anchor cases and double scorings are left out
 * @param parts what each changed part of the model would do alone, in order
 * @param stars moves between stars over all dossiers
 * @param groups who rises and falls, by region, sector, organisation type, star applied for and
 *     body
 * @param ranks ranks of regions before and after
 */
public record Impact(
    ModelName before,
    ModelName after,
    boolean inferred,
    String asOf,
    List<String> itemsAdded,
    List<String> itemsRemoved,
    Count dossiers,
    List<PartImpact> parts,
    List<StarMove> stars,
    List<Group> groups,
    List<Rank> ranks) {

  public Impact {
    itemsAdded = List.copyOf(itemsAdded);
    itemsRemoved = List.copyOf(itemsRemoved);
    parts = List.copyOf(parts);
    stars = List.copyOf(stars);
    groups = List.copyOf(groups);
    ranks = List.copyOf(ranks);
  }

  /** A model by name. */
  public record ModelName(String modelId, String version) {}

  /**
   * A number of dossiers.
   *
   * @param n null when withheld
   * @param obsStatus {@code OK} or {@code WITHHELD}
   */
  public record Count(@Nullable Long n, String obsStatus) {
    static final Count WITHHELD = new Count(null, "WITHHELD");

    static Count of(long n) {
      return new Count(n, "OK");
    }
  }

  /**
   * What one part of the model, changed alone, would do.
   *
   * @param part as in {@link ModelPart}, in lower case
   */
  public record PartImpact(String part, Count rise, Count fall) {}

  /**
   * Dossiers that go from one star to another, or stay.
   *
   * @param before star under the model in force; null when it cannot be told
   * @param after star under the new model; null when it cannot be told
   */
  public record StarMove(@Nullable Integer before, @Nullable Integer after, Count n) {}

  /**
   * The dossiers of one group.
   *
   * @param dimension a region level, {@code sector}, {@code organisation_type}, {@code
   *     applied_star}, {@code body}, or {@code all}
   * @param name of the code; null when it has none
   * @param rise whose star would be higher
   * @param cannotTell without a star under one of the models
   * @param indexChange mean change of the capability index (or of total points), whole units; null
   *     when withheld or when the models' rules differ in kind
   */
  public record Group(
      String dimension,
      String code,
      @Nullable LocalText name,
      Count n,
      Count rise,
      Count same,
      Count fall,
      Count cannotTell,
      @Nullable Double indexChange) {}

  /**
   * A region's rank by mean index.
   *
   * @param lower best rank within the 95 % interval before
   * @param upper worst rank within it
   * @param isBeyond whether the rank after lies outside
   */
  public record Rank(
      String level,
      String code,
      @Nullable LocalText name,
      int before,
      int lower,
      int upper,
      int after,
      boolean isBeyond) {}
}
