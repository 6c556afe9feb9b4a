package org.evenstar.sample.population;

/**
 * Unified social credit codes (GB 32100-2015) with both check characters, for made-up institutions:
 * the organisation code begins with YX, a series that is not issued, so no code is anyone's.
 */
public final class CreditCodes {
  /** The characters of a code: no I, O, S, V or Z. */
  public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final String SERIES = "YX";

  /** 31 to the power of 6: so many organisation codes the series holds. */
  private static final long SERIES_SIZE = 887_503_681L;

  /** Coprime to 31, so that numbers in a row do not look so, and none meets another. */
  private static final long STRIDE = 387_420_489L;

  private CreditCodes() {}

  /**
   * The code of an institution.
   *
   * @param kind two characters, such as 91 for an enterprise
   * @param authority six digits of the registration authority
   * @param number the institution; different numbers below 31^6 give different codes
   */
  public static String of(String kind, String authority, long number) {
    long serial = Math.floorMod(number * STRIDE + 1_234_567, SERIES_SIZE);
    StringBuilder organisation = new StringBuilder(SERIES);
    for (long divisor = SERIES_SIZE / 31; divisor > 0; divisor /= 31) {
      organisation.append(ALPHABET.charAt((int) (serial / divisor % 31)));
    }
    StringBuilder code = new StringBuilder(kind).append(authority).append(organisation);
    code.append(organisationCheck(organisation));
    return code.append(check(code)).toString();
  }

  /** GB 11714: 11 − sum mod 11 over values 0–9, A = 10 … Z = 35; 10 is X, 11 is 0. */
  private static char organisationCheck(CharSequence organisation) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
  }

  /** GB 32100: 31 − sum mod 31; 31 is 0. */
  private static char check(CharSequence code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
