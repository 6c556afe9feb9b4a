package org.evenstar.landing.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;

class JsonArrayTest {
  private static final String WHOLE =
      "{\"机构\": \"甲\", \"档案\": [{\"星级\": 3, \"分\": [0.5, 1e1, null, true]},"
          + " {\"星级\": 4, \"名\": \"\\u661f\\n\"}], \"n\": -12}";

  @Test
  void aDocumentCutOffAnywhereIsSaidToBeCutOff() {
    for (int length = 1; length < WHOLE.length(); length++) {
      String cut = WHOLE.substring(0, length);
      assertThatThrownBy(() -> read(cut))
          .as(cut)
          .isInstanceOfSatisfying(
              Unreadable.class,
              e ->
                  assertThat(e.reasonCode()).as("%s: %s", cut, e.seen()).isEqualTo("FILE_CUT_OFF"));
    }
  }

  @Test
  void aWrongDocumentIsNot() {
    for (String wrong :
        List.of(WHOLE.replace("\"星级\": 4,", "\"星级\" 4,"), WHOLE + "}", WHOLE + "x")) {
      assertThatThrownBy(() -> read(wrong))
          .isInstanceOfSatisfying(
              Unreadable.class,
              e -> assertThat(e.reasonCode()).as(wrong).isEqualTo("FILE_WRONG_FORMAT"));
    }
  }

  @Test
  void aWholeDocumentGivesItsRecords() throws IOException {
    assertThat(read(WHOLE)).isEqualTo(2);
  }

  private static int read(String text) throws IOException {
    try (JsonArray array = new JsonArray(new StringReader(text), "/档案")) {
      while (array.next(JsonParser::skipChildren)) {
        // counted by the array
      }
      return array.number();
    }
  }
}
