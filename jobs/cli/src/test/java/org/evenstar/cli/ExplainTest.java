package org.evenstar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  @TempDir Path release;

  private final Shell shell = new Shell();

  @BeforeEach
  void writeARelease() throws IOException {
    file("manifest.json", "{\"release_id\": \"r0001\"}");
    file(
        "public/label.csv",
        "kind,code,name_zh,name_en",
        "body,A,甲,Body A",
        "check,drift,评分随时间漂移,Drift in time");
    file(
        "association/signal.csv",
        "signal_id,check_id,body_id,scope_kind,scope_id,period,n,effect,effect_lo,effect_hi,unit,"
            + "threshold,p,q,level,state,reason,text_zh,text_en,model_id,model_version",
        "drift:A,drift,A,body,A,*,320,0.067,0.045,0.089,score,0.05,0.00001,0.0002,WATCH,NEW,,"
            + "甲自 2024-07 起评分变化,Body A: scores changed from 2024-07,M,1");
    file(
        "association/signal_evidence.csv",
        "signal_id,body_id,dossier_no,file,sheet,row_number,value,expected",
        "drift:A,A,A-17,A/2024-07.xlsx,三星,9,250000,0",
        "drift:A,A,A-18,A/2024-07.xlsx,三星,10,240000,0");
    file(
        "association/lineage.csv",
        "body_id,dossier_no,revision,delivery_id,file,sheet,row_number",
        "A,A-17,2,0123456789abcdef,A/2024-07.xlsx,三星,9");
  }

  @Test
  void aSignalIsFollowedToTheRowOfItsDossier() {
    int code =
        shell.execute("explain", "drift:A", release.toString(), "--lang", "en", "--most", "1");

    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(shell.said.toString().lines())
        .containsExactly(
            "drift:A  WATCH  NEW",
            "Body A: scores changed from 2024-07",
            "",
            "check: Drift in time (drift)",
            "body: Body A (A)",
            "scope: body A",
            "n: 320",
            "effect: 0.06700 [0.04500, 0.08900] score",
            "limit: 0.05000",
            "p: 1.000e-05, q 0.0002000",
            "method: docs/methods/checks/drift.md",
            "release: r0001, M 1",
            "",
            "evidence: 1 of 2 dossiers",
            "  A-17  250000 (expected 0)",
            "    A/2024-07.xlsx · 三星 · row 9 · revision 2 · delivery 0123456789abcdef");
  }

  @Test
  void aDecisionIsToldWithItsOfficeItsReasonAndItsLastDay() throws IOException {
    file(
        "association/signal.csv",
        "signal_id,check_id,body_id,scope_kind,scope_id,period,n,level,state,decision,"
            + "decision_role,decision_reason,decided_on,decision_until,text_en,model_id,model_version",
        "drift:A,drift,A,body,A,*,320,WATCH,PERSISTS,EXPIRED,ASSOCIATION,Assessors were trained,"
            + "2024-08-01,2024-12-31,Body A: scores changed,M,1");

    shell.execute("explain", "drift:A", release.toString(), "--lang", "en");

    assertThat(shell.said.toString().lines())
        .containsSequence(
            "decision: EXPIRED",
            "  ASSOCIATION, 2024-08-01 until 2024-12-31: Assessors were trained");
  }

  @Test
  void anUnknownSignalIsAnsweredWithTheOthersOfItsCheck() {
    int code = shell.execute("explain", "drift:B", release.toString());

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(shell.complained.toString())
        .contains("has none of this id; of this check there are drift:A");
  }

  private void file(String path, String... lines) throws IOException {
    Path file = release.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\r\n", lines) + "\r\n");
  }
}
