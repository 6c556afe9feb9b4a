package org.evenstar.landing.decode;

import java.util.Locale;

/** The canonical fields of a dossier; the names are those of the source schema in upper case. */
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
  MODEL_VERSION,
  SCALE_VERSION,
  CERTIFICATE_NO,
  OWNER_CODE,
  LATITUDE,
  LONGITUDE;

  /** The field of a source column. */
  public static Field of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The name in configuration and datasets. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
