package org.evenstar.pipeline.publish;

import java.util.List;
import java.util.Map;
import org.evenstar.schemas.config.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * manifest.json: what a release holds and what it was made from. It has no clock time, so the same
 * input and configuration give the same manifest.
 *
 * @param supersedes the release before this one, null for the first
 * @param datasets every dataset by tier, with its rows
 * @param files every file of the release by path, with rows (datasets only), bytes and SHA-256
 * @param inputs SHA-256 of every delivery file by path
 */
public record Manifest(
    String releaseId,
    @Nullable String supersedes,
    LocalText title,
    String asOf,
    String modelId,
    String modelVersion,
    boolean inferred,
    boolean synthetic,
    String engine,
    String codeVersion,
    String configHash,
    Map<String, String> inputs,
    List<DatasetEntry> datasets,
    List<FileEntry> files) {

  /** One dataset in one tier. */
  public record DatasetEntry(String name, String tier, String schema, long rows) {}

  /** One file of the release. */
  public record FileEntry(
      String path,
      @Nullable String dataset,
      @Nullable String schema,
      @Nullable Long rows,
      long bytes,
      String sha256) {}
}
