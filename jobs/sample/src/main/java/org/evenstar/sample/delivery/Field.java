package org.evenstar.sample.delivery;

import java.util.Locale;

/** What a row may say of a dossier beside its scores; the ids are those of the source schema. */
public enum Field {
  DOSSIER_NO,
  REVISION,
  ACTION,
  INSTITUTION_CODE,
  INSTITUTION_NAME,
  REGION,
  ADDRESS,
  SECTOR,
  INDUSTRY,
  ORGANISATION_TYPE,
  APPLIED_STAR,
  AWARDED_STAR,
  ASSESSED_ON,
  CERTIFIED_ON,
  EXPIRES_ON,
  ANCHOR_ID,
  ROUND_ID,
  MODEL_VERSION;

  /** The field of an id of the source schema. */
  static Field of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  boolean isDate() {
    return this == ASSESSED_ON || this == CERTIFIED_ON || this == EXPIRES_ON;
  }

  boolean isWholeNumber() {
    return this == REVISION || this == APPLIED_STAR || this == AWARDED_STAR;
  }
}
