package org.evenstar.pipeline.publish.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenstar.pipeline.SqlPath;
import org.evenstar.schemas.dataset.DatasetSchema;
import org.junit.jupiter.api.Test;

class SqlSourcesTest {
  @Test
  void whatJavaReadsIsMadeBySqlFilesAndWhatItMakesIsPublished() {
    List<String> steps = SqlPath.steps().stream().map(SqlPath.Step::dataset).toList();
    List<String> published = DatasetSchema.all().stream().map(DatasetSchema::dataset).toList();

    assertThat(published).containsAll(SqlSources.madeInJava().keySet());
    SqlSources.madeInJava().values().forEach(read -> assertThat(steps).containsAll(read));
  }

  @Test
  void aDatasetComesFromItsFileAndAllThatThatReadsInTheOrderOfThePath() {
    List<String> files = SqlSources.of("benchmark");

    assertThat(files)
        .startsWith("2-normalise/domain_star_score")
        .containsSubsequence("2-normalise/dossier", "3-benchmark/benchmark_cell")
        .doesNotContain("4-calibrate/star_mismatch");
  }
}
