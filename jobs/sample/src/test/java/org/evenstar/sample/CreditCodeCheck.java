package org.evenstar.sample;

/** Both checks of a unified social credit code, written again from the standards. */
final class CreditCodeCheck {
  private CreditCodeCheck() {}

  static boolean holds(String code) {
    if (!code.matches("[0-9A-HJ-NPQRTUWXY]{18}")) {
      return false;
    }
    String characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    int weight = 1;
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += characters.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    boolean isWhole = (sum + characters.indexOf(code.charAt(17))) % 31 == 0;
    int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
    int part = 0;
    for (int i = 0; i < 8; i++) {
      part += Character.digit(code.charAt(8 + i), 36) * weights[i];
    }
    char last = code.charAt(16);
    int check = last == 'X' ? 10 : last - '0';
    return isWhole && (part + check) % 11 == 0;
  }
}
