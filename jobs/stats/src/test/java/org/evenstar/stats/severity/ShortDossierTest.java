package org.evenstar.stats.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Institutions with few ratings, against a likelihood written out by plain convolution. */
class ShortDossierTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 6, 8, 10, 12})
  void estimatesOfShortDossiersMaximiseTheExactLikelihood(int length) {
    SeverityData data = data(length);

    RaschFit fit = fit(data, Normaliser.EXACT);

    double best = exactLogLikelihood(data, fit.parameters());
    assertThat(fit.logLikelihood()).isCloseTo(best, within(1e-7 * Math.abs(best)));
    for (int body = 0; body < 3; body++) {
      assertThat(slope(data, fit.parameters(), body)).isCloseTo(0, within(2e-4));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8})
  void errorsOfShortDossiersComeFromTheExactCurvature(int length) {
    SeverityData data = data(length);
    RaschFit fit = fit(data, Normaliser.AUTOMATIC);
    double curvature = curvatureOfFirstAgainstSecond(data, fit.parameters());

    double information = 1 / Math.pow(profileFreeError(fit), 2);

    // Without the other parameters' uncertainty the information can only be larger.
    assertThat(curvature).isGreaterThan(information * 0.99);
    assertThat(curvature).isLessThan(information * 2.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 10, 12, 14})
  void theSaddlePointIsCloseToExactFromNineRatings(int length) {
    SeverityData data = data(length);

    RaschFit exact = fit(data, Normaliser.EXACT);
    RaschFit saddle = fit(data, Normaliser.SADDLE_POINT);

    for (int body = 0; body < 3; body++) {
      double error = exact.bodies().get(body).standardError();
      assertThat(saddle.bodies().get(body).severity())
          .isCloseTo(exact.bodies().get(body).severity(), within(0.01 * error));
      assertThat(saddle.bodies().get(body).standardError()).isCloseTo(error, within(0.01 * error));
    }
  }

  @Test
  void twoRatingsOfTwoCategoriesGiveTheClosedForm() {
    // Bodies 0 and 1 disagree 30 times one way and 10 times the other: log(30 / 10) apart.
    SeverityDataBuilder builder = SeverityData.builder();
    for (int institution = 0; institution < 40; institution++) {
      builder.add(institution, 0, 0, institution < 30 ? 1 : 0);
      builder.add(institution, 1, 0, institution < 30 ? 0 : 1);
    }

    RaschFit fit = fit(builder.build(), Normaliser.AUTOMATIC);

    assertThat(fit.bodies().get(1).severity()).isCloseTo(Math.log(3) / 2, within(1e-9));
    assertThat(fit.differenceError(0, 1)).isCloseTo(Math.sqrt(1.0 / 30 + 1.0 / 10), within(1e-9));
  }

  /** Three bodies; every institution rated by two or three of them, {@code length} ratings. */
  private static SeverityData data(int length) {
    Random random = new Random(1000 + length);
    SeverityDataBuilder builder = SeverityData.builder();
    for (int institution = 0; institution < 400; institution++) {
      double theta = random.nextGaussian();
      for (int rating = 0; rating < length; rating++) {
        int body = (institution + rating) % 3;
        int indicator = (institution / 3 + rating / 3) % 5;
        double location = theta - Simulation.SEVERITY[2 * body] - (indicator - 2) * 0.4;
        builder.add(
            institution, body, indicator, Simulation.category(location, random.nextDouble()));
      }
    }
    return builder.build();
  }

  private static RaschFit fit(SeverityData data, Normaliser normaliser) {
    SeverityResult result =
        ConditionalRasch.estimate(data, SeverityOptions.DEFAULT.with(normaliser));
    assertThat(result.status()).isEqualTo(SeverityStatus.IDENTIFIED);
    return result.fit().orElseThrow();
  }

  private static double profileFreeError(RaschFit fit) {
    return fit.differenceError(0, 1);
  }

  private static double slope(SeverityData data, RaschParameters at, int body) {
    double h = 1e-4;
    return (exactLogLikelihood(data, moved(at, body, h))
            - exactLogLikelihood(data, moved(at, body, -h)))
        / (2 * h);
  }

  /** Second derivative as the difference of bodies 0 and 1 grows, their mean fixed. */
  private static double curvatureOfFirstAgainstSecond(SeverityData data, RaschParameters at) {
    double h = 1e-3;
    double middle = exactLogLikelihood(data, at);
    double up = exactLogLikelihood(data, moved(moved(at, 0, h / 2), 1, -h / 2));
    double down = exactLogLikelihood(data, moved(moved(at, 0, -h / 2), 1, h / 2));
    return -(up - 2 * middle + down) / (h * h);
  }

  private static RaschParameters moved(RaschParameters at, int body, double by) {
    double[] severity = at.severities();
    severity[body] += by;
    return new RaschParameters(at.model(), severity, at.difficulties(), at.thresholdRows());
  }

  private static double exactLogLikelihood(SeverityData data, RaschParameters at) {
    double log = 0;
    for (int institution = 0; institution < data.institutions(); institution++) {
      double[] gamma = {1};
      double own = 0;
      int total = 0;
      for (int d = data.firstDossier(institution); d < data.firstDossier(institution + 1); d++) {
        int body = data.body(data.row(d));
        for (int i = 0; i < data.indicators(); i++) {
          int given = data.category(data.row(d), i);
          if (given >= 0) {
            double[] next = new double[gamma.length + 3];
            double weight = 0;
            for (int k = 0; k < 4; k++) {
              weight -= k == 0 ? 0 : at.severity(body) + at.difficulty(i) + at.threshold(i, k - 1);
              own += k == given ? weight : 0;
              for (int s = 0; s < gamma.length; s++) {
                next[s + k] += gamma[s] * Math.exp(weight);
              }
            }
            gamma = next;
            total += given;
          }
        }
      }
      boolean isInformative = total > 0 && total < gamma.length - 1;
      log += isInformative ? own - Math.log(gamma[total]) : 0;
    }
    return log;
  }
}
