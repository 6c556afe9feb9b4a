package org.evenstar.pipeline.calibrate;

import java.util.List;
import org.evenstar.stats.severity.AfterFit;
import org.evenstar.stats.severity.BodyEstimate;

/**
 * Logits of severity as differences on 0…1: how much less a body gives on average to an institution
 * of mean quality on an indicator of mean difficulty (fair averages, Linacre 1989).
 *
 * <p>Between bodies the fair average is all but a straight line in severity; its slope turns errors
 * into errors.
 */
record ScoreScale(double meanFair, double slope) {

  static ScoreScale of(AfterFit after, List<BodyEstimate> bodies, int steps) {
    BodyEstimate mildest = bodies.get(0);
    BodyEstimate strictest = bodies.get(0);
    double sum = 0;
    for (BodyEstimate body : bodies) {
      mildest = body.severity() < mildest.severity() ? body : mildest;
      strictest = body.severity() > strictest.severity() ? body : strictest;
      sum += after.fairAverage(body.body()) / steps;
    }
    double range = strictest.severity() - mildest.severity();
    double fall = (after.fairAverage(mildest.body()) - after.fairAverage(strictest.body())) / steps;
    // Equal severities tell no slope; a quarter a logit is the steepest two categories can have.
    return new ScoreScale(sum / bodies.size(), range < 1e-9 ? 0.25 : fall / range);
  }

  double of(double logits) {
    return logits * slope;
  }
}
