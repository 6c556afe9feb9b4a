package org.evenstar.landing.decode;

import org.jspecify.annotations.Nullable;

/**
 * Unified social credit codes, GB 32100-2015: 18 characters of 0-9A-Z without I O S V Z, the last a
 * check character; characters 9 to 17 are an organisation code of GB 11714 with its own check.
 */
public final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final String ORGANISATION = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private CreditCode() {}

  /** Whether both check characters hold. */
  public static boolean isValid(String code) {
    return code.length() == 18 && checks(code) && organisationChecks(code.substring(8, 17));
  }

  private static boolean checks(String code) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      int value = ALPHABET.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * WEIGHTS[i];
    }
    return code.charAt(17) == ALPHABET.charAt((31 - sum % 31) % 31);
  }

  private static boolean organisationChecks(String code) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int value = ORGANISATION.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    return code.charAt(8) == expected;
  }

  /** Whether the code holds a character that the standard leaves out for looking like another. */
  public static boolean hasLookalike(String code) {
    return code.chars().anyMatch(c -> "IOSVZ".indexOf(c) >= 0);
  }

  /** The one valid code that look-alikes (I for 1, O for 0, S for 5, Z for 2) may stand for. */
  public static @Nullable String withoutLookalikes(String code) {
    String candidate = code.replace('I', '1').replace('O', '0').replace('S', '5').replace('Z', '2');
    return isValid(candidate) ? candidate : null;
  }
}
