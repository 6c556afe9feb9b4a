package org.evenstar.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run came to.
 *
 * @param release the release's folder
 * @param isNew false when nothing had changed and the former release stands
 * @param attention what needs a person's look, in both languages, most urgent first
 */
public record RunResult(
    Path release,
    boolean isNew,
    long read,
    long accepted,
    long repaired,
    long quarantined,
    List<Attention> attention) {

  /** One thing that needs a person's look. */
  public record Attention(String zh, String en) {}
}
