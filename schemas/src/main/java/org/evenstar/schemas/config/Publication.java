package org.evenstar.schemas.config;

import org.jspecify.annotations.Nullable;

/**
 * {@code publication} of run.json: who publishes, under which licence, and in which forms.
 *
 * @param publisher who publishes; null: not stated
 * @param publisherUrl the publisher's page
 * @param licence licence of the published data; null: not stated, and every release says so
 * @param workbookMaxRows datasets above this many rows are named in the workbook, not copied
 */
public record Publication(
    @Nullable LocalText publisher,
    @Nullable String publisherUrl,
    @Nullable Licence licence,
    int workbookMaxRows) {

  /** Nothing is stated. */
  public static final Publication UNSTATED = new Publication(null, null, null, 0);

  public Publication {
    workbookMaxRows = workbookMaxRows == 0 ? 2000 : workbookMaxRows;
  }

  /**
   * The licence of the published data.
   *
   * @param spdx identifier in the SPDX list, such as {@code CC-BY-4.0}; null where it has none
   * @param attribution what users have to say
   */
  public record Licence(
      LocalText name, @Nullable String spdx, String url, @Nullable LocalText attribution) {}
}
