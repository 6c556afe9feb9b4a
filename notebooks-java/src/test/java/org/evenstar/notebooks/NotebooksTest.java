package org.evenstar.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenstar.landing.Folders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notebook runs, and its file shows what it shows. */
class NotebooksTest {
  private static final boolean WRITES = System.getProperty("evenstar.golden", "").equals("write");

  static List<Notebook> notebooks() {
    return List.of(
        new N1ReadARelease(),
        new N2CompareTwoRegions(),
        new N3HowSevereIsABody(),
        new N4YourOwnModel(),
        new N5TheSameSqlOnSpark(),
        new N6BringYourOwnData(),
        new N7AnInstitutionsReport());
  }

  /** Releases of an earlier build would hide what a change of the path does to a notebook. */
  @BeforeAll
  static void fresh() throws IOException {
    Folders.delete(Path.of("target/samples"));
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void theFileShowsWhatTheCodeShows(Notebook notebook) throws IOException {
    Path file = NotebookFile.of(notebook.getClass());

    String json = NotebookFile.json(NotebookFile.run(notebook));

    if (WRITES) {
      Files.writeString(file, json);
    }
    assertThat(file)
        .as(
            "%s is not what its source shows; write it with"
                + " mvn -pl notebooks-java -am -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dtest=NotebooksTest -Devenstar.golden=write test and read the difference",
            file)
        .content()
        .isEqualTo(json);
  }

  @Test
  void everyNotebookFileHasASource() throws IOException {
    List<String> written =
        notebooks().stream().map(n -> NotebookFile.of(n.getClass()).toString()).toList();
    try (Stream<Path> files = Files.list(Path.of(""))) {
      assertThat(files.map(Path::toString).filter(name -> name.endsWith(".ipynb")))
          .isSubsetOf(written);
    }
  }
}
