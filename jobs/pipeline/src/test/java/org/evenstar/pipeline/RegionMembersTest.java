package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionMembersTest {
  @TempDir Path folder;

  @Test
  void aDeclaredRegionBelongsToItselfAndItsParentsWhateverItsNameHolds() {
    LandedFixture landed = new LandedFixture();
    landed.dossier("A", "1", 1);

    try (PathFixture path = new PathFixture(folder)) {
      path.file(
              "config/regions.csv",
              "region_code,name_zh,name_en,level,parent_code\n"
                  + "430000,湖南,\"Hunan, a province\",region,\n"
                  + "430100,长沙,\"Changsha, \"\"the city\"\"\",prefecture,430000\n")
          .run(landed);

      assertThat(
              path.all("select region_level, member_code from region_member order by region_level"))
          .containsExactly("nation|*", "prefecture|430100", "region|430000");
    }
  }
}
