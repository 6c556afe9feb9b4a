package org.evenstar.sample.population;

/**
 * A county in force.
 *
 * @param code GB/T 2260 code
 * @param prefecture empty below a municipality
 * @param abolished a code that became this one, or empty
 */
public record Place(
    String code, String province, String prefecture, String county, String abolished) {

  /** First two digits of the code. */
  public String provinceDigits() {
    return code.substring(0, 2);
  }

  /** The names from province down, as they stand in an address. */
  public String fullName() {
    return province + prefecture + county;
  }

  /** The city by which a company names itself. */
  public String city() {
    return prefecture.isEmpty() ? province : prefecture;
  }
}
